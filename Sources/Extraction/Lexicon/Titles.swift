/// The titles and offices that people hold.
struct Titles {
  /// What holding a title means.
  struct Title {
    /// headofstate, minister, military, corporate, honorific, deputy, spokesperson …
    var rank: String
    /// Whether its holder heads the country or organisation it names.
    var leads: Bool
  }

  private var words: [String: UInt32] = [:]
  private var steps: [UInt64: UInt32] = [:]
  private var titles: [Title?] = [nil]

  init() {}

  init(_ table: Table) {
    for row in table.rows {
      let keys = Folding.keys(ofName: table.cell(row, "title"))
      guard !keys.isEmpty else { continue }
      var node: UInt32 = 0
      for key in keys {
        let fresh = UInt32(words.count)
        let word = words[key] ?? fresh
        words[key] = word
        let step = UInt64(node) << 32 | UInt64(word)
        if let next = steps[step] {
          node = next
        } else {
          node = UInt32(titles.count)
          titles.append(nil)
          steps[step] = node
        }
      }
      titles[Int(node)] = Title(
        rank: table.cell(row, "class"), leads: table.cell(row, "leads") == "yes")
    }
  }

  /// The longest title that starts with the word at `start`, and the word after it.
  func match(_ keys: [String], at start: Int) -> (title: Title, end: Int)? {
    var node: UInt32 = 0
    var best: (Title, Int)?
    var place = start
    while place < keys.count {
      // "secretary-general" is one word, or three where the tokeniser splits it.
      if keys[place] != "-" {
        guard let next = step(from: node, keys[place]) else { break }
        node = next
        if let title = titles[Int(node)] { best = (title, place + 1) }
      } else if node == 0 {
        break
      }
      place += 1
    }
    return best.map { ($0.0, $0.1) }
  }

  private func step(from node: UInt32, _ key: String) -> UInt32? {
    if let word = words[key] { return steps[UInt64(node) << 32 | UInt64(word)] }
    guard key.utf8.contains(UInt8(ascii: "-")) else { return nil }
    var node = node
    for part in key.split(separator: "-") {
      guard let word = words[String(part)], let next = steps[UInt64(node) << 32 | UInt64(word)]
      else { return nil }
      node = next
    }
    return node
  }
}
