extension Graph {
  /// PageRank: the share of time a random walker spends at each vertex.
  ///
  /// The walker follows an edge with probability `damping`, each in proportion to its strength, and
  /// jumps to any vertex otherwise; from a vertex that no edge leaves it always jumps. The scores
  /// sum to 1.
  ///
  /// - Parameters:
  ///   - damping: the probability of following an edge, from 0 up to but without 1.
  ///   - tolerance: the iteration stops when the scores change by less than this in total (L1).
  ///   - weighted: whether strengths count.
  ///   - threads: how many threads may work; the scores are the same for any number.
  ///   - maximumIterations: after how many iterations to give up.
  /// - Complexity: O(vertices + edges) an iteration.
  ///
  /// Brin and Page, "The anatomy of a large-scale hypertextual web search engine", 1998.
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-10, weighted: Bool = true, threads: Int = 1,
    maximumIterations: Int = 10_000
  ) throws(GraphError) -> [Double] {
    try GraphError.require(damping >= 0 && damping < 1, "damping", damping, "from 0 up to 1")
    try GraphError.require(tolerance > 0, "tolerance", tolerance, "a number above 0")
    let walk = RandomWalk(self, weighted: weighted)
    let uniform = Scratch<Double>(vertexCount, filledWith: 1 / Double(max(vertexCount, 1)))
    let scores = try walk.stationary(
      jumpingTo: uniform, damping: damping, tolerance: tolerance, threads: threads,
      maximumIterations: maximumIterations)
    return byVertex(scores)
  }
}
