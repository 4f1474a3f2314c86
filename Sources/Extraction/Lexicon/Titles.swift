/// The titles and offices that people hold.
struct Titles {
  /// What holding a title means.
  struct Title {
    /// headofstate, minister, military, corporate, honorific, deputy, spokesperson …
    var rank: String
    /// Whether its holder heads the country or organisation it names.
    var leads: Bool
  }

  private var titles: [String: Title] = [:]
  private var longest = 0

  init() {}

  init(_ table: Table) {
    for row in table.rows {
      let keys = Folding.keys(ofName: table.cell(row, "title"))
      guard !keys.isEmpty else { continue }
      titles[keys.joined(separator: " ")] = Title(
        rank: table.cell(row, "class"), leads: table.cell(row, "leads") == "yes")
      longest = max(longest, keys.count)
    }
  }

  /// The longest title that starts with the word at `start`, and the word after it.
  func match(_ keys: [String], at start: Int) -> (title: Title, end: Int)? {
    var phrase = ""
    var best: (Title, Int)?
    var end = start
    while end < keys.count, end - start < longest {
      // "secretary-general" is one word, or three where the tokeniser splits it.
      if keys[end] == "-" {
        end += 1
        continue
      }
      if !phrase.isEmpty { phrase += " " }
      phrase += keys[end].replacing("-", with: " ")
      end += 1
      if let title = titles[phrase] { best = (title, end) }
    }
    return best.map { ($0.0, $0.1) }
  }
}
