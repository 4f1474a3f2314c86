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
    let scores: Scratch<Double>
    if isDirected {
      let ones = Scratch<Double>(vertexCount, filledWith: 1)
      scores = try dependencies(
        storage.outgoing, storage.incoming, vertexWeights: ones, weighted: isWeighted,
        threads: threads)
    } else {
      let folded = HangingTrees(storage.outgoing)
      let sums = try dependencies(
        folded.core, folded.core, vertexWeights: folded.weights, weighted: isWeighted,
        threads: threads)
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

/// For each vertex the sum over ordered pairs of the share of paths that pass through it, where a
/// vertex stands for as many as its weight says.
private func dependencies(
  _ outgoing: Adjacency, _ incoming: Adjacency, vertexWeights: borrowing Scratch<Double>,
  weighted: Bool, threads: Int
) throws(GraphError) -> Scratch<Double> {
  let count = outgoing.vertexCount
  let batchSize = weighted ? 1 : BatchedBrandes.batchSize
  let batches = (count + batchSize - 1) / batchSize
  // Each part has its own sums, which are added up in order.
  let parts = min(16, batches)
  let sums = Scratch<Double>(count * parts, filledWith: 0)
  try inParallel(parts: parts, threads: threads) { queue in
    if weighted {
      var brandes = WeightedBrandes(outgoing, incoming)
      while let part = queue.take() {
        for source in stride(from: part, to: count, by: parts) where !queue.isCancelled {
          brandes.addDependencies(
            on: source, vertexWeights: vertexWeights, to: sums, at: part * count)
        }
      }
    } else {
      var brandes = BatchedBrandes(outgoing, incoming)
      while let part = queue.take() {
        for batch in stride(from: part, to: batches, by: parts) where !queue.isCancelled {
          brandes.addDependencies(
            onBatch: batch, vertexWeights: vertexWeights, to: sums, at: part * count)
        }
      }
    }
  }
  let total = Scratch<Double>(count, filledWith: 0)
  for part in 0..<parts {
    for vertex in 0..<count { total[vertex] += sums[part * count + vertex] }
  }
  return total
}
