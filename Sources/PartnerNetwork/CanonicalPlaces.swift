import PartnerModel

/// An order of things that does not depend on the order in which the evidence lists them.
struct CanonicalPlaces {
  /// The evidence's places, in the new order; of several that are the same thing, the first.
  var originals: [Int] = []
  /// By the evidence's place: the place in the new order, or -1 for what was left out.
  var places: [Int32]

  /// Orders the `included` of `count` things; those neither before nor after one another are one.
  init(count: Int, included: (Int) -> Bool, precedes: (Int, Int) -> Bool) {
    places = Array(repeating: -1, count: count)
    var order = (0..<count).filter(included)
    // Stores list entities by id already; looking is much cheaper than sorting.
    if !zip(order, order.dropFirst()).allSatisfy({ precedes($0, $1) }) {
      order.sort { precedes($0, $1) || (!precedes($1, $0) && $0 < $1) }
    }
    for original in order {
      if let previous = originals.last, !precedes(previous, original) {
        places[original] = Int32(originals.count - 1)
      } else {
        places[original] = Int32(originals.count)
        originals.append(original)
      }
    }
  }

  /// Entities by id.
  static func entities(_ entities: [Entity], included: [Bool]) -> CanonicalPlaces {
    let beginnings = entities.map { beginning(of: $0.id.rawValue) }
    return CanonicalPlaces(count: entities.count, included: { included[$0] }) {
      let (a, b) = (beginnings[$0], beginnings[$1])
      return a == b || a == 0 || b == 0 ? entities[$0].id < entities[$1].id : a < b
    }
  }

  /// The first eight bytes as a number of the same order; 0 for a text that is not all ASCII,
  /// whose order its bytes do not tell.
  private static func beginning(of text: String) -> UInt64 {
    var beginning: UInt64 = 0
    var count: UInt64 = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return 0 }
      if count < 8 { beginning |= UInt64(byte) << (56 - 8 * count) }
      count += 1
    }
    return beginning
  }

  /// The vocabulary's types in its order, then others by name.
  static func types(_ types: [TieType], included: [Bool]) -> CanonicalPlaces {
    let keys = types.map(TypeKey.init)
    return CanonicalPlaces(count: types.count, included: { included[$0] }) { keys[$0] < keys[$1] }
  }

  /// Documents by name, then by digest. No two are one: they were told apart where they were read.
  static func documents(_ documents: [DocumentInfo], included: [Bool]) -> CanonicalPlaces {
    CanonicalPlaces(count: documents.count, included: { included[$0] }) {
      let (a, b) = (documents[$0], documents[$1])
      if a.name != b.name { return a.name < b.name }
      return a.digest != b.digest ? a.digest < b.digest : $0 < $1
    }
  }
}

/// The order of types: the vocabulary's, then by name, directed before undirected.
struct TypeKey: Hashable, Comparable {
  private static let vocabulary = Dictionary(
    uniqueKeysWithValues: Relation.allCases.enumerated().map { ($1, $0) })

  let rank: Int
  let name: String
  let isUndirected: Bool

  init(_ type: TieType) {
    rank = type.relation.flatMap { TypeKey.vocabulary[$0] } ?? .max
    name = type.name
    isUndirected = type.isUndirected
  }

  static func < (a: TypeKey, b: TypeKey) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    if a.name != b.name { return a.name < b.name }
    return !a.isUndirected && b.isUndirected
  }
}
