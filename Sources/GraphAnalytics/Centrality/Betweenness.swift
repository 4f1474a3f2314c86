extension Graph {
  /// Betweenness: the share of shortest paths between others that pass through each vertex.
  ///
  /// For each pair of other vertices, the fraction of their shortest paths that the vertex lies on;
  /// each unordered pair counts once in an undirected graph, each ordered pair in a directed one.
  /// Parallel edges do not multiply paths. Two paths are equally long if their lengths differ by
  /// less than a trillionth, so that the order of additions does not decide.
  ///
  /// - Parameters:
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - normalised: whether to divide by the number of pairs, (*n* − 1)(*n* − 2) / 2 undirected and
  ///     (*n* − 1)(*n* − 2) directed.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: O(vertices · edges), times log vertices if weighted.
  ///
  /// Freeman, "A set of measures of centrality based on betweenness", 1977; Brandes, "A faster
  /// algorithm for betweenness centrality", 2001.
  public func betweenness(
    weighted: Bool = true, normalised: Bool = true, threads: Int = 1
  ) throws(GraphError) -> [Double] {
    let isWeighted = weighted && storage.uniformStrength == nil
    let outgoing =
      isWeighted
      ? try DistanceBackbone.rows(storage.outgoing, isMutual: !isDirected, threads: threads)
      : storage.outgoing
    let scores: Scratch<Double>
    if isDirected {
      scores = try dependencies(
        outgoing, isWeighted ? outgoing.transposed() : storage.incoming,
        on: Scratch(counting: vertexCount), vertexWeights: Scratch(vertexCount, filledWith: 1),
        weighted: isWeighted, threads: threads)
    } else {
      let folded = HangingTrees(outgoing)
      let sums = try dependencies(
        folded.core, folded.core, on: Scratch(counting: folded.core.vertexCount),
        vertexWeights: folded.weights, weighted: isWeighted, threads: threads)
      for vertex in 0..<sums.count { folded.scores[folded.placeOf[vertex]] += sums[vertex] }
      scores = Scratch(copying: folded.scores, count: vertexCount)
    }
    // Searches from both ends of an undirected pair find it twice.
    var scale = isDirected ? 1.0 : 0.5
    if normalised, vertexCount > 2 {
      scale = 1 / (Double(vertexCount - 1) * Double(vertexCount - 2))
    }
    return byVertex(scores).map { $0 * scale }
  }
}
