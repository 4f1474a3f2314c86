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
  /// - Complexity: O(vertices + edges) an iteration. Iterating with A + λI/5 rather than A keeps
  ///   bipartite graphs, whose −λ is an eigenvalue too, from swinging.
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

  /// The greatest eigenvalue and its vector, by power iteration; the graph must have a cycle.
  func dominantEigenvector(
    weighted: Bool, tolerance: Double, threads: Int, maximumIterations: Int = 100_000
  ) throws(GraphError) -> DominantEigenvector {
    let count = vertexCount
    let product = AdjacencyProduct(storage.incoming, weighted: weighted, threads: threads)
    var scores = Scratch<Double>(count, filledWith: 1 / Double(count).squareRoot())
    var pulled = Scratch<Double>(count, filledWith: 0)
    for _ in 0..<max(maximumIterations, 0) {
      try product.multiply(scores, into: pulled)
      var eigenvalue = 0.0
      for vertex in 0..<count { eigenvalue += scores[vertex] * pulled[vertex] }
      var rest = 0.0
      var square = 0.0
      for vertex in 0..<count {
        let difference = pulled[vertex] - eigenvalue * scores[vertex]
        rest += difference * difference
        let shifted = pulled[vertex] + 0.2 * eigenvalue * scores[vertex]
        pulled[vertex] = shifted
        square += shifted * shifted
      }
      let scale = 1 / square.squareRoot()
      for vertex in 0..<count { pulled[vertex] *= scale }
      swap(&scores, &pulled)
      if rest.squareRoot() <= tolerance * eigenvalue {
        return DominantEigenvector(value: eigenvalue, vector: scores)
      }
    }
    throw .notConverged(
      "the greatest eigenvalue", after: maximumIterations,
      remedy: "raise the tolerance, or measure the components one by one")
  }
}

/// The greatest eigenvalue of a graph and its vector, of Euclidean length 1, by place.
struct DominantEigenvector: ~Copyable {
  let value: Double
  let vector: Scratch<Double>
}

/// The product of a graph's rows with a vector, the step of the power iterations.
struct AdjacencyProduct {
  let rows: Adjacency
  let weighted: Bool
  let threads: Int
  let ranges: [Range<Int>]

  init(_ rows: Adjacency, weighted: Bool, threads: Int) {
    self.rows = rows
    self.weighted = weighted
    self.threads = threads
    ranges = rows.balancedRanges(32)
  }

  /// Sums, for each row, the values of the neighbours times the strengths.
  func multiply(
    _ values: borrowing Scratch<Double>, into result: borrowing Scratch<Double>
  ) throws(GraphError) {
    try inParallel(parts: ranges.count, threads: threads, isWhole: false) { queue in
      while let part = queue.take() {
        for vertex in ranges[part] {
          var sum = 0.0
          if weighted {
            for arc in rows.arcs(of: vertex) {
              sum += values[rows.neighbours[arc]] * rows.strengths[arc]
            }
          } else {
            for arc in rows.arcs(of: vertex) { sum += values[rows.neighbours[arc]] }
          }
          result[vertex] = sum
        }
      }
    }
  }
}
