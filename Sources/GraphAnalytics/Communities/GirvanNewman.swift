extension Graph {
  /// Communities by the method of Girvan and Newman: the edge that most shortest paths use is
  /// removed, again and again, and what falls apart are the communities.
  ///
  /// For small graphs only, to show how a network comes apart. Directions are ignored. Of edges that
  /// are used equally the first in the order of ``edges`` is removed.
  ///
  /// - Parameters:
  ///   - count: how many communities to stop at; without it, the division of the greatest modularity
  ///     on the way, the first of several.
  ///   - weighted: whether strengths count, in the lengths of paths and in modularity.
  ///   - threads: how many threads may work; the communities are the same for any number.
  /// - Complexity: O(vertices · edges²).
  ///
  /// Girvan and Newman, "Community structure in social and biological networks", 2002.
  public func girvanNewman(
    communities count: Int? = nil, weighted: Bool = true, threads: Int = 1
  ) throws(GraphError) -> Partition {
    if let count {
      try GraphError.require(
        count >= 1 && count <= max(vertexCount, 1), "communities", count,
        "a number from 1 to the number of vertices")
    }
    let whole = undirected()
    var edges = whole.edges
    var best = whole.components()
    var greatest = try whole.modularity(of: best, weighted: weighted)
    if let count, best.count >= count { return best }
    while !edges.isEmpty {
      let remaining = try Graph(vertexCount: vertexCount, edges: edges, isDirected: false)
      let scores = try remaining.edgeBetweenness(weighted: weighted, threads: threads)
      let most = scores.reduce(0, max) * (1 - 1e-12)
      guard let worst = scores.firstIndex(where: { $0 >= most }) else { break }
      edges.remove(at: worst)
      let next = try Graph(vertexCount: vertexCount, edges: edges, isDirected: false).components()
      if let count {
        if next.count >= count { return next }
      } else if next.count > best.count {
        let quality = try whole.modularity(of: next, weighted: weighted)
        if quality > greatest + 1e-12 { (best, greatest) = (next, quality) }
      }
    }
    return best
  }
}
