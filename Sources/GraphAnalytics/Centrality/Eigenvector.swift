extension Graph {
  /// Eigenvector centrality: a vertex is central if central vertices point to it.
  ///
  /// The scores are the positive solution of `x = Aᵀx / λ` for the greatest eigenvalue λ, of
  /// Euclidean length 1. In a graph of several components the score gathers in those with the
  /// greatest eigenvalue and the others approach 0: rank components apart, or use ``pageRank``.
  /// A graph without edges gives every vertex the same score.
  ///
  /// - Parameters:
  ///   - weighted: whether strengths count.
  ///   - tolerance: the iteration stops when no more than this remains of the equation (L2).
  ///   - threads: how many threads may work; the scores are the same for any number.
  ///   - maximumIterations: after how many iterations to give up.
  /// - Throws: `GraphError` with the code `undefined` for a directed graph without cycles, whose
  ///   only eigenvalue is 0.
  /// - Complexity: O(vertices + edges) an iteration.
  ///
  /// Bonacich, "Power and centrality", 1987.
  public func eigenvector(
    weighted: Bool = true, tolerance: Double = 1e-11, threads: Int = 1,
    maximumIterations: Int = 100_000
  ) throws(GraphError) -> [Double] {
    try GraphError.require(tolerance > 0, "tolerance", tolerance, "a number above 0")
    let count = vertexCount
    guard edgeCount > 0 else {
      return [Double](repeating: 1 / Double(max(count, 1)).squareRoot(), count: count)
    }
    guard hasCycle else {
      throw GraphError(
        .undefined, detail: "a graph without cycles has no eigenvector centrality",
        remedy: "use pageRank or katz")
    }
    let dominant = try dominantEigenvector(
      weighted: weighted, tolerance: tolerance, threads: threads,
      maximumIterations: maximumIterations)
    return byVertex(dominant.vector)
  }

  /// Whether a walk can go on for ever, so that the greatest eigenvalue is not 0.
  var hasCycle: Bool {
    isDirected ? components(.strong).count < vertexCount : edgeCount > 0
  }
}
