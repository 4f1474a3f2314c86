import PartnerModel

/// What the user says of identifiers that documents bring up, and of single names.
struct LexiconRulings: Sendable {
  /// Identifiers that stand for another partner.
  var merges: [EntityID: NameSense] = [:]
  /// What a name means, by its words; it holds for the document at hand.
  private var meanings: [String: NameSense] = [:]
  /// What names mean in some documents only.
  private var limited: [(ruling: Ruling, documents: [String])] = []

  struct Ruling {
    var words: [String]
    var form: WordTrie.Name
  }

  /// What a name means by the user's word.
  func meaning(of words: [String]) -> NameSense? {
    meanings.isEmpty ? nil : meanings[words.joined(separator: " ")]
  }

  fileprivate mutating func hold(_ ruling: Ruling) {
    meanings[ruling.words.joined(separator: " ")] = ruling.form.sense
  }

  fileprivate mutating func limit(_ ruling: Ruling, to documents: [String]) {
    limited.append((ruling, documents))
  }

  fileprivate func rulings(forDocument name: String) -> [Ruling] {
    limited.filter { $0.documents.contains { Wildcard($0).matchesDocument(name) } }.map(\.ruling)
  }
}

extension Lexicon {
  /// Adds a ruling for some documents, or for all if none are given.
  mutating func rule(_ ruling: LexiconRulings.Ruling, in documents: [String]) {
    guard documents.isEmpty else { return rulings.limit(ruling, to: documents) }
    names.replace(ruling.words, by: ruling.form)
    rulings.hold(ruling)
  }

  /// The lexicon with what the user says of this document.
  func forDocument(_ name: String) -> Lexicon {
    let applying = rulings.rulings(forDocument: name)
    guard !applying.isEmpty else { return self }
    var lexicon = self
    for ruling in applying { lexicon.rule(ruling, in: []) }
    return lexicon
  }
}

/// A pattern in which `*` stands for any characters.
struct Wildcard {
  private let pattern: [UInt8]

  init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

  /// Whether the pattern matches a document's path or its last component.
  func matchesDocument(_ name: String) -> Bool {
    let path = Array(name.utf8)
    guard !matches(path[...]), let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      return matches(path[...])
    }
    return matches(path[(slash + 1)...])
  }

  private func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var place = text.startIndex
    var next = 0
    // Where to go on when the text and the pattern part: behind the last star, one byte further.
    var star: (next: Int, place: Int)?
    while place < text.endIndex {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        next += 1
        star = (next, place)
      } else if next < pattern.count, pattern[next] == text[place] {
        next += 1
        place += 1
      } else if let last = star {
        next = last.next
        place = last.place + 1
        star = (next, place)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
