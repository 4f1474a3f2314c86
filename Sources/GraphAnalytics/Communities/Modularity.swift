extension Graph {
  /// How much more strength lies within the communities than chance would put there.
  ///
  /// For an undirected graph of total strength *m*, `Σ (L / m − resolution · (S / 2m)²)` over the
  /// communities, where *L* is the strength of the edges within and *S* the sum of the strengths of
  /// the members; for a directed graph `Σ (L / m − resolution · S_out · S_in / m²)`. A graph without
  /// edges has 0.
  ///
  /// - Throws: `GraphError` if the partition is of another number of vertices.
  /// - Complexity: O(vertices + edges).
  ///
  /// Newman, "Analysis of weighted networks", 2004; Leicht and Newman, "Community structure in
  /// directed networks", 2008.
  public func modularity(
    of partition: Partition, resolution: Double = 1, weighted: Bool = true
  ) throws(GraphError) -> Double {
    try check(partition)
    let rows = storage.outgoing
    var within = 0.0
    var total = 0.0
    var leaving = [Double](repeating: 0, count: partition.count)
    var entering = leaving
    for vertex in 0..<vertexCount {
      let community = partition.communityOf[vertex]
      for arc in rows.arcs(of: Int(storage.placeOf[vertex])) {
        let other = partition.communityOf[Int(storage.vertexOf[rows.neighbours[arc]])]
        let strength = weighted ? rows.strengths[arc] : 1
        total += strength
        leaving[community] += strength
        entering[other] += strength
        if other == community { within += strength }
      }
    }
    guard total > 0 else { return 0 }
    var expected = 0.0
    for community in 0..<partition.count {
      expected += (leaving[community] / total) * (entering[community] / total)
    }
    return within / total - resolution * expected
  }

  func check(_ partition: Partition) throws(GraphError) {
    guard partition.communityOf.count == vertexCount else {
      throw GraphError(
        .invalidParameter,
        detail:
          "a partition of \(partition.communityOf.count) vertices does not fit \(vertexCount)",
        remedy: "give a partition of this graph")
    }
  }
}
