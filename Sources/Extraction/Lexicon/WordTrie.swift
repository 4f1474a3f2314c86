/// Names as sequences of words, found by longest match.
struct WordTrie: Sendable {
  private var paths: PhrasePaths
  /// The first name that ends at each node and the one after each name, or -1.
  private var first: [Int32] = [-1]
  private var next: [Int32] = []
  private var entries: [Entry] = []
  private var spellings: [String] = []

  /// One name that ends at a node.
  struct Name: Hashable, Sendable {
    var sense: NameSense
    /// Whether the text must have it in capitals throughout.
    var isAcronym: Bool
    /// How the text must spell it: "LeT" is a name, "Let" is none.
    var spelling: String?
  }

  /// A name as it is kept.
  private struct Entry: Sendable {
    var sense: NameSense
    var isAcronym: Bool
    /// The place of its spelling, or -1.
    var spelling: Int32
  }

  init(capacity: Int = 16) {
    paths = PhrasePaths(capacity: capacity)
    first.reserveCapacity(capacity)
    next.reserveCapacity(capacity)
    entries.reserveCapacity(capacity)
  }

  mutating func insert(_ keys: [String], _ name: Name) {
    guard !keys.isEmpty else { return }
    insert(at: paths.node(adding: keys), name)
  }

  /// Adds a name of words in bytes, which are not empty.
  mutating func insert(_ words: borrowing FoldedName, _ name: Name) {
    var node: UInt32 = 0
    words.forEachWord { node = paths.node(after: node, adding: $0) }
    insert(at: node, name)
  }

  private mutating func insert(at node: UInt32, _ name: Name) {
    addNodes()
    var last: Int32 = -1
    var place = first[Int(node)]
    while place >= 0 {
      if entries[Int(place)].sense == name.sense { return }
      last = place
      place = next[Int(place)]
    }
    let new = Int32(entries.count)
    var spelling: Int32 = -1
    if let text = name.spelling {
      spelling = Int32(spellings.count)
      spellings.append(text)
    }
    entries.append(Entry(sense: name.sense, isAcronym: name.isAcronym, spelling: spelling))
    next.append(-1)
    if last < 0 { first[Int(node)] = new } else { next[Int(last)] = new }
  }

  private mutating func addNodes() {
    while first.count < paths.nodeCount { first.append(-1) }
  }

  /// Gives a name one meaning, whatever it meant before.
  mutating func replace(_ keys: [String], by name: Name) {
    guard !keys.isEmpty else { return }
    let node = paths.node(adding: keys)
    addNodes()
    first[Int(node)] = -1
    insert(at: node, name)
  }

  /// Lets names mean something else.
  mutating func mapSenses(_ transform: (NameSense) -> NameSense) {
    for node in first.indices {
      let names = names(at: UInt32(node))
      first[node] = -1
      for var name in names {
        name.sense = transform(name.sense)
        insert(at: UInt32(node), name)
      }
    }
  }

  /// The number of a word, if any name has it.
  func word(_ key: String) -> UInt32? { paths.word(key) }

  /// The node after a word, if a name goes on so.
  func step(from node: UInt32, _ word: UInt32) -> UInt32? { paths.step(from: node, word) }

  /// The names that end at a node.
  func names(at node: UInt32) -> [Name] {
    var names: [Name] = []
    var place = first[Int(node)]
    while place >= 0 {
      let entry = entries[Int(place)]
      names.append(
        Name(
          sense: entry.sense, isAcronym: entry.isAcronym,
          spelling: entry.spelling < 0 ? nil : spellings[Int(entry.spelling)]))
      place = next[Int(place)]
    }
    return names
  }

  /// The names of these words, whatever their case.
  func names(of keys: [String]) -> [Name] { paths.node(of: keys).map(names(at:)) ?? [] }

  /// The senses of a whole name, whatever its case.
  func senses(of keys: [String]) -> [NameSense] { names(of: keys).map(\.sense) }
}

/// What a name of the tables stands for; the number is a row of its table.
enum NameSense: Hashable, Sendable {
  case country(Int)
  /// "Russian": an adjective of nationality.
  case nationality(Int)
  /// "Russians".
  case people(Int)
  /// A capital or seat of government, which may stand for the government.
  case government(Int)
  case organisation(Int)
  case person(Int)
  case place
  case product
  /// No partner, because the user says so.
  case nothing
}
