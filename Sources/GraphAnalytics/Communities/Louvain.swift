extension Graph {
  /// Communities by the Louvain method: vertices move to the best neighbouring community, the
  /// communities become the vertices of a smaller graph, and so on while modularity rises; then
  /// once more from the communities found.
  ///
  /// Directions are ignored: the strengths of both directions of a pair are summed. Prefer
  /// ``leiden(within:quality:resolution:seed:iterations:weighted:)``, whose communities are
  /// connected and better.
  ///
  /// - Parameters:
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones.
  ///   - seed: decides the order in which vertices are looked at; the same seed gives the same
  ///     communities, whatever the order of the edges was.
  ///   - weighted: whether strengths count.
  /// - Complexity: close to O(vertices + edges) in practice.
  ///
  /// Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
  /// networks", 2008.
  public func louvain(
    resolution: Double = 1, seed: UInt64 = 1, weighted: Bool = true
  ) throws(GraphError) -> Partition {
    let graph = undirected()
    return graph.partition(
      byPlace: try CommunitySearch.communities(
        graph, within: nil, method: .louvain, quality: .modularity, resolution: resolution,
        seed: seed, weighted: weighted))
  }
}

extension CommunitySearch {
  mutating func louvain<Rows>(
    _ level: borrowing CommunityLevel<Rows>
  ) throws(GraphError) -> Scratch<UInt32> {
    let communities = Scratch<UInt32>(counting: level.count)
    // Single vertices can often do better once they see the communities whole, so that going
    // through the levels again from there is worth the time.
    try louvain(level, communities)
    try louvain(level, communities)
    return communities
  }

  /// A pass of Louvain from `communities`, which it improves.
  mutating func louvain<Rows>(
    _ level: borrowing CommunityLevel<Rows>, _ communities: borrowing Scratch<UInt32>
  ) throws(GraphError) {
    _ = try moving.move(level, communities: communities, order: order(of: level))
    let found = renumber(communities, below: level.count)
    if found == level.count { return }
    if let next = level.aggregated(
      by: communities, count: found, unit: moving.unit, averageSize: 8)
    {
      let above = Scratch<UInt32>(counting: found)
      try louvain(next, above)
      for vertex in 0..<communities.count {
        communities[vertex] = above[communities[vertex]]
      }
    } else {
      try louvain(level.grouped(by: communities, count: found), communities)
    }
  }
}
