extension Graph {
  /// PageRank seen from some vertices: the walker jumps back to them rather than anywhere.
  ///
  /// It ranks the vertices by how close they are to those given. The scores sum to 1.
  ///
  /// - Parameters:
  ///   - preferences: for each vertex how often the walker jumps to it, in any unit; where no edge
  ///     leaves, it jumps in the same proportions.
  ///   - damping: the probability of following an edge, from 0 up to but without 1.
  ///   - tolerance: the iteration stops when the scores change by less than this in total (L1).
  ///   - weighted: whether strengths count.
  ///   - threads: how many threads may work; the scores are the same for any number.
  ///   - maximumIterations: after how many iterations to give up.
  /// - Complexity: O(vertices + edges) an iteration.
  ///
  /// Haveliwala, "Topic-sensitive PageRank", 2002.
  public func pageRank(
    preferences: [Double], damping: Double = 0.85, tolerance: Double = 1e-10,
    weighted: Bool = true, threads: Int = 1, maximumIterations: Int = 10_000
  ) throws(GraphError) -> [Double] {
    try GraphError.require(damping >= 0 && damping < 1, "damping", damping, "from 0 up to 1")
    try GraphError.require(tolerance > 0, "tolerance", tolerance, "a number above 0")
    try GraphError.require(
      preferences.count == vertexCount, "the number of preferences", preferences.count,
      "one value for each vertex")
    let greatest = preferences.max() ?? 1
    let areUsable = preferences.allSatisfy { $0 >= 0 && $0.isFinite } && greatest > 0
    try GraphError.require(
      areUsable, "the greatest preference", greatest, "values from 0, one of them above 0")
    // Dividing by the greatest first keeps the sum finite.
    let sum = preferences.reduce(0) { $0 + $1 / greatest }
    let jump = Scratch<Double>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount {
      jump[storage.placeOf[vertex]] = preferences[vertex] / greatest / sum
    }
    let walk = RandomWalk(self, weighted: weighted)
    return byVertex(
      try walk.stationary(
        jumpingTo: jump, damping: damping, tolerance: tolerance, threads: threads,
        maximumIterations: maximumIterations))
  }
}
