extension Graph {
  /// Katz centrality: the number of walks that end at a vertex, longer ones counting less.
  ///
  /// The scores are the solution of `x = α Aᵀ x + 1`, of Euclidean length 1. Unlike ``eigenvector``
  /// it has a meaning on every graph.
  ///
  /// - Parameters:
  ///   - alpha: what each further step counts, below 1 / λ for the greatest eigenvalue λ. Without
  ///     it, 0.85 / λ; in a graph without cycles, where λ is 0, 0.85 / the greatest strength
  ///     that enters a vertex.
  ///   - weighted: whether strengths count.
  ///   - tolerance: the iteration stops when the scores change by less than this share (L1).
  ///   - threads: how many threads may work; the scores are the same for any number.
  ///   - maximumIterations: after how many iterations to give up.
  /// - Throws: `GraphError` with the code `notConverged` if `alpha` is too great.
  /// - Complexity: O(vertices + edges) an iteration.
  ///
  /// Katz, "A new status index derived from sociometric analysis", 1953.
  public func katz(
    alpha: Double? = nil, weighted: Bool = true, tolerance: Double = 1e-12, threads: Int = 1,
    maximumIterations: Int = 10_000
  ) throws(GraphError) -> [Double] {
    try GraphError.require(tolerance > 0, "tolerance", tolerance, "a number above 0")
    let factor: Double
    if let alpha {
      try GraphError.require(alpha >= 0 && alpha.isFinite, "alpha", alpha, "a number from 0")
      factor = alpha
    } else {
      factor = try defaultAttenuation(weighted: weighted, threads: threads)
    }
    let count = vertexCount
    let product = AdjacencyProduct(storage.incoming, weighted: weighted, threads: threads)
    let scores = Scratch<Double>(count, filledWith: 1)
    let pulled = Scratch<Double>(count, filledWith: 0)
    for _ in 0..<max(maximumIterations, 0) {
      try product.multiply(scores, into: pulled)
      var change = 0.0
      var sum = 0.0
      for vertex in 0..<count {
        let score = factor * pulled[vertex] + 1
        change += abs(score - scores[vertex])
        sum += score
        scores[vertex] = score
      }
      guard sum.isFinite else { break }
      if change <= tolerance * sum {
        // Divided first: the squares of great scores overflow.
        var square = 0.0
        for vertex in 0..<count { square += (scores[vertex] / sum) * (scores[vertex] / sum) }
        let length = square.squareRoot() * sum
        for vertex in 0..<count { scores[vertex] /= length }
        return byVertex(scores)
      }
    }
    throw .notConverged(
      "Katz centrality", after: maximumIterations,
      remedy: "give an alpha below 1 / the greatest eigenvalue")
  }

  private func defaultAttenuation(weighted: Bool, threads: Int) throws(GraphError) -> Double {
    guard edgeCount > 0 else { return 0 }
    guard hasCycle else {
      let entering = weighted ? strength(.incoming) : degree(.incoming).map(Double.init)
      return 0.85 / entering.reduce(1e-100, max)
    }
    return 0.85
      / (try dominantEigenvector(weighted: weighted, tolerance: 1e-11, threads: threads)).value
  }
}
