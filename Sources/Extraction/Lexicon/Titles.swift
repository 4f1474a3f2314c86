/// The titles and offices that people hold.
struct Titles {
  /// What holding a title means.
  struct Title {
    /// headofstate, minister, military, corporate, honorific, deputy, spokesperson …
    var rank: String
    /// Whether its holder heads the country or organisation it names.
    var leads: Bool
  }

  private var paths = PhrasePaths(capacity: 1024)
  /// The title that ends at each node.
  private var titles: [Title?] = []

  init() {}

  init(_ table: Table) {
    var name = FoldedName()
    table.forEachRow("title", "class", "leads") { row in
      guard name.read(row[0]), name.count > 0 else { return }
      var node: UInt32 = 0
      name.forEachWord { node = paths.node(after: node, adding: $0) }
      while titles.count < paths.nodeCount { titles.append(nil) }
      titles[Int(node)] = Title(rank: row.text(1), leads: row.text(2) == "yes")
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
    if let word = paths.word(key) { return paths.step(from: node, word) }
    guard key.utf8.contains(UInt8(ascii: "-")) else { return nil }
    var node = node
    for part in key.split(separator: "-") {
      guard let word = paths.word(String(part)), let next = paths.step(from: node, word)
      else { return nil }
      node = next
    }
    return node
  }
}
