extension Graph {
  /// Communities by the Louvain method: vertices move to the best neighbouring community, the
  /// communities become the vertices of a smaller graph, and so on while modularity rises; then
  /// once more from the communities found.
  ///
  /// Directions are ignored: the strengths of both directions of a pair are summed. Prefer
  /// ``leiden(quality:resolution:seed:iterations:weighted:)``, whose communities are connected and
  /// better.
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
    var search = try CommunitySearch(
      self, quality: .modularity, resolution: resolution, seed: seed, weighted: weighted)
    return search.graph.partition(byPlace: try search.louvain())
  }
}

extension CommunitySearch {
  mutating func louvain() throws(GraphError) -> Scratch<UInt32> {
    let labels = Scratch<UInt32>(counting: graph.vertexCount)
    // Single vertices can often do better once they see the communities whole, so that going
    // through the levels again from there is worth the time.
    _ = try louvain(from: labels, thoroughness: .rough)
    _ = try louvain(from: labels, thoroughness: .thorough)
    return labels
  }

  /// A pass of Louvain from the communities in `labels`, which it improves; returns the number of
  /// moves.
  mutating func louvain(
    from labels: borrowing Scratch<UInt32>, thoroughness: LocalMoving.Thoroughness
  ) throws(GraphError) -> Int {
    let moving = LocalMoving(
      penalty: penalty, leastGain: leastGain, thoroughness: thoroughness)
    var level = firstLevel()
    let vertices = Scratch<UInt32>(counting: labels.count)
    var communities = Scratch<UInt32>(copying: labels, count: labels.count)
    var total = 0
    while true {
      let count = level.rows.vertexCount
      total += try moving.move(level, communities: communities, order: order(of: level))
      let found = renumber(communities, below: count)
      for place in 0..<labels.count { vertices[place] = communities[vertices[place]] }
      if found == count { break }
      level = level.aggregated(by: communities, count: found)
      communities = Scratch(counting: found)
    }
    for place in 0..<labels.count { labels[place] = vertices[place] }
    return total
  }
}
