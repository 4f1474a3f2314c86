import PartnerModel

/// The entities and types of two networks, brought to common places.
struct TieAlignment {
  /// Everyone with a tie that counts in either network, by id.
  private(set) var entities: [(before: Int?, after: Int?)] = []
  private(set) var types: [TieType] = []
  /// The ties of both networks, with the common places, in their order.
  private(set) var ties: [(before: Placed?, after: Placed?)] = []

  /// A tie with common places, and its place in its own network.
  struct Placed {
    var tie: Tie
    var place: Int

    var key: (Int, Int, Int) { (tie.source, tie.target, tie.type) }
  }

  init(_ before: Network, _ after: Network) {
    let (entitiesBefore, entitiesAfter) = alignEntities(before, after)
    let (typesBefore, typesAfter) = alignTypes(before, after)
    let a = TieAlignment.placed(before, entitiesBefore, typesBefore)
    let b = TieAlignment.placed(after, entitiesAfter, typesAfter)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let pair: (before: Placed?, after: Placed?)
      if j == b.count || (i < a.count && a[i].key < b[j].key) {
        pair = (a[i], nil)
      } else if i == a.count || b[j].key < a[i].key {
        pair = (nil, b[j])
      } else {
        pair = (a[i], b[j])
      }
      if pair.before != nil { i += 1 }
      if pair.after != nil { j += 1 }
      if (pair.before?.tie.weight ?? 0) > 0 || (pair.after?.tie.weight ?? 0) > 0 {
        ties.append(pair)
      }
    }
  }

  /// Answers the common place of each network's entities, or -1 for those without a tie that
  /// counts in either.
  private mutating func alignEntities(
    _ before: Network, _ after: Network
  ) -> (before: [Int], after: [Int]) {
    let countsBefore = before.entitiesThatCount()
    let countsAfter = after.entitiesThatCount()
    var mapBefore = Array(repeating: -1, count: before.entities.count)
    var mapAfter = Array(repeating: -1, count: after.entities.count)
    var (i, j) = (0, 0)
    while i < mapBefore.count || j < mapAfter.count {
      let a = i < mapBefore.count ? before.entities[i].id : nil
      let b = j < mapAfter.count ? after.entities[j].id : nil
      let takesBefore = b == nil || (a.map { a in b.map { a <= $0 } ?? true } ?? false)
      let takesAfter = a == nil || (b.map { b in a.map { b <= $0 } ?? true } ?? false)
      let isIn = (
        before: takesBefore && countsBefore[i], after: takesAfter && countsAfter[j]
      )
      if isIn.before || isIn.after {
        if takesBefore { mapBefore[i] = entities.count }
        if takesAfter { mapAfter[j] = entities.count }
        entities.append((isIn.before ? i : nil, isIn.after ? j : nil))
      }
      if takesBefore { i += 1 }
      if takesAfter { j += 1 }
    }
    return (mapBefore, mapAfter)
  }

  private mutating func alignTypes(
    _ before: Network, _ after: Network
  ) -> (before: [Int], after: [Int]) {
    let all = before.types + after.types
    let order = CanonicalPlaces.types(all, included: all.map { _ in true })
    types = order.originals.map { all[$0] }
    let places = order.places.map { Int($0) }
    return (
      Array(places.prefix(before.types.count)), Array(places.dropFirst(before.types.count))
    )
  }

  private static func placed(_ network: Network, _ entities: [Int], _ types: [Int]) -> [Placed] {
    network.ties.enumerated().compactMap { place, tie in
      guard entities[tie.source] >= 0, entities[tie.target] >= 0 else { return nil }
      var tie = tie
      tie.source = entities[tie.source]
      tie.target = entities[tie.target]
      tie.type = types[tie.type]
      return Placed(tie: tie, place: place)
    }
  }
}

extension Network {
  /// By place: whether an entity has a tie that is not only denied.
  func entitiesThatCount() -> [Bool] {
    var counts = Array(repeating: false, count: entities.count)
    for tie in ties where tie.weight > 0 {
      counts[tie.source] = true
      counts[tie.target] = true
    }
    return counts
  }

  /// By place: the sum of the weights of the ties to others.
  func strengths() -> [Double] {
    var sums = Array(repeating: 0.0, count: entities.count)
    for tie in ties where tie.source != tie.target {
      sums[tie.source] += tie.weight
      sums[tie.target] += tie.weight
    }
    return sums
  }
}
