extension Graph {
  /// Portrait divergence: how differently two graphs look from their vertices, from 0 for the same
  /// look to 1.
  ///
  /// A portrait counts how many vertices have *k* others at the distance *l*, for all *k* and *l*;
  /// the divergence is that of Jensen and Shannon, in bits, between the portraits weighted by *k*.
  /// It needs no common vertices and does not change when they are renumbered. Strengths are ignored.
  ///
  /// - Complexity: O(vertices · (vertices + edges)).
  ///
  /// Bagrow and Bollt, "An information-theoretic, all-scales approach to comparing networks", 2019.
  public func portraitDivergence(from other: Graph) throws(GraphError) -> Double {
    let one = try portrait()
    let two = try other.portrait()
    let (first, second) = (one.values.reduce(0, +), two.values.reduce(0, +))
    guard first > 0, second > 0 else { return first == second ? 0 : 1 }
    var divergence = 0.0
    for cell in Set(one.keys).union(two.keys).sorted() {
      let left = Double(one[cell] ?? 0) / Double(first)
      let right = Double(two[cell] ?? 0) / Double(second)
      divergence +=
        (entropyTerm(left) + entropyTerm(right)) / 2 - entropyTerm((left + right) / 2)
    }
    return min(max(divergence, 0), 1)
  }

  /// For each distance and number of vertices at that distance, that number times how many vertices
  /// have it.
  private func portrait() throws(GraphError) -> [PortraitCell: Int] {
    let rows = storage.outgoing
    var portrait: [PortraitCell: Int] = [:]
    var search = PathSearch(rows, weighted: false)
    for vertex in 0..<vertexCount {
      if vertex & 63 == 0 { try checkCancellation() }
      let reached = search.search(from: vertex)
      var first = 0
      while first < reached {
        let distance = search.distances[search.order[first]]
        var last = first + 1
        while last < reached, search.distances[search.order[last]] == distance { last += 1 }
        portrait[PortraitCell(distance: Int(distance), count: last - first), default: 0] +=
          last - first
        first = last
      }
    }
    return portrait
  }
}

private struct PortraitCell: Hashable, Comparable {
  let distance: Int
  let count: Int

  static func < (one: PortraitCell, other: PortraitCell) -> Bool {
    (one.distance, one.count) < (other.distance, other.count)
  }
}
