/// The greatest eigenvalue of a graph and its vector, of Euclidean length 1, by place.
struct DominantEigenvector: ~Copyable {
  let value: Double
  let vector: Scratch<Double>
}

extension Graph {
  /// The greatest eigenvalue and its vector; the graph must have a cycle.
  ///
  /// By power iteration; where arcs lead both ways, most of the way is left to a method that takes
  /// about the square root of its steps.
  func dominantEigenvector(
    weighted: Bool, tolerance: Double, threads: Int, maximumIterations: Int = 100_000
  ) throws(GraphError) -> DominantEigenvector {
    let count = vertexCount
    let product = AdjacencyProduct(storage.incoming, weighted: weighted, threads: threads)
    var scores = Scratch<Double>(count, filledWith: 1 / Double(count).squareRoot())
    var remaining = max(maximumIterations, 0)
    if !isDirected, remaining > 0 {
      remaining -= try product.ascend(
        scores, tolerance: tolerance / 2, maximumIterations: remaining - 1)
    }
    var pulled = Scratch<Double>(count, filledWith: 0)
    for _ in 0..<remaining {
      try product.multiply(scores, into: pulled)
      var eigenvalue = 0.0
      for vertex in 0..<count { eigenvalue += scores[vertex] * pulled[vertex] }
      var rest = 0.0
      var square = 0.0
      for vertex in 0..<count {
        let difference = pulled[vertex] - eigenvalue * scores[vertex]
        rest += difference * difference
        // A fifth of the eigenvalue keeps bipartite graphs, whose -λ is one too, from swinging.
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
