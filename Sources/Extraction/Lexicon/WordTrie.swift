/// Names as sequences of words, found by longest match.
struct WordTrie {
  private var words: [String: UInt32] = [:]
  private var steps: [UInt64: UInt32] = [:]
  private var payloads: [[Name]] = [[]]

  /// One name that ends at a node.
  struct Name {
    var sense: NameSense
    /// Whether the text must have it in capitals throughout.
    var isAcronym: Bool
    /// How the text must spell it: "LeT" is a name, "Let" is none.
    var spelling: String?
  }

  mutating func insert(_ keys: [String], _ name: Name) {
    guard !keys.isEmpty else { return }
    let node = node(adding: keys)
    if !payloads[node].contains(where: { $0.sense == name.sense }) { payloads[node].append(name) }
  }

  /// Gives a name one meaning, whatever it meant before.
  mutating func replace(_ keys: [String], by name: Name) {
    guard !keys.isEmpty else { return }
    payloads[node(adding: keys)] = [name]
  }

  /// Lets names mean something else.
  mutating func mapSenses(_ transform: (NameSense) -> NameSense) {
    for node in payloads.indices {
      var kept: [Name] = []
      for var name in payloads[node] {
        name.sense = transform(name.sense)
        if !kept.contains(where: { $0.sense == name.sense }) { kept.append(name) }
      }
      payloads[node] = kept
    }
  }

  private mutating func node(adding keys: [String]) -> Int {
    var node: UInt32 = 0
    for key in keys {
      let word: UInt32
      if let known = words[key] {
        word = known
      } else {
        word = UInt32(words.count)
        words[key] = word
      }
      let step = UInt64(node) << 32 | UInt64(word)
      if let next = steps[step] {
        node = next
      } else {
        node = UInt32(payloads.count)
        payloads.append([])
        steps[step] = node
      }
    }
    return Int(node)
  }

  /// The number of a word, if any name has it.
  func word(_ key: String) -> UInt32? { words[key] }

  /// The node after a word, if a name goes on so.
  func step(from node: UInt32, _ word: UInt32) -> UInt32? {
    steps[UInt64(node) << 32 | UInt64(word)]
  }

  /// The names that end at a node.
  func names(at node: UInt32) -> [Name] { payloads[Int(node)] }

  /// The senses of a whole name, whatever its case.
  func senses(of keys: [String]) -> [NameSense] {
    var node: UInt32 = 0
    for key in keys {
      guard let word = words[key], let next = step(from: node, word) else { return [] }
      node = next
    }
    return payloads[Int(node)].map(\.sense)
  }
}

/// What a name of the tables stands for; the number is a row of its table.
enum NameSense: Hashable {
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
