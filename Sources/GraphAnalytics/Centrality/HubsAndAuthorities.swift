/// The two scores of the HITS method.
public struct HubsAndAuthorities: Hashable, Sendable {
  /// How much a vertex points to good authorities; the scores sum to 1.
  public let hubs: [Double]
  /// How much good hubs point to a vertex; the scores sum to 1.
  public let authorities: [Double]
}

extension Graph {
  /// Hubs and authorities (HITS): who points to the important ones, and who is pointed to.
  ///
  /// The authorities are the dominant eigenvector of `AᵀA`, the hubs that of `AAᵀ`, each summing to
  /// 1. In an undirected graph they are the same unless it is bipartite. Where several vectors are
  /// dominant the one nearest to equal scores is taken; without edges all scores are equal.
  ///
  /// - Parameters:
  ///   - weighted: whether strengths count.
  ///   - tolerance: the iteration stops when the scores change by less than this in total (L1).
  ///   - threads: how many threads may work; the scores are the same for any number.
  ///   - maximumIterations: after how many iterations to give up.
  /// - Complexity: O(vertices + edges) an iteration.
  ///
  /// Kleinberg, "Authoritative sources in a hyperlinked environment", 1999.
  public func hubsAndAuthorities(
    weighted: Bool = true, tolerance: Double = 1e-12, threads: Int = 1,
    maximumIterations: Int = 100_000
  ) throws(GraphError) -> HubsAndAuthorities {
    try GraphError.require(tolerance > 0, "tolerance", tolerance, "a number above 0")
    let count = vertexCount
    let equal = Scratch<Double>(count, filledWith: 1 / Double(max(count, 1)))
    guard edgeCount > 0 else {
      return HubsAndAuthorities(hubs: byVertex(equal), authorities: byVertex(equal))
    }
    let toAuthorities = AdjacencyProduct(storage.incoming, weighted: weighted, threads: threads)
    let toHubs = AdjacencyProduct(storage.outgoing, weighted: weighted, threads: threads)
    let hubs = equal
    let authorities = Scratch<Double>(count, filledWith: 0)
    let next = Scratch<Double>(count, filledWith: 0)
    for _ in 0..<max(maximumIterations, 0) {
      try toAuthorities.multiply(hubs, into: authorities)
      authorities.scaleToSumOne()
      try toHubs.multiply(authorities, into: next)
      next.scaleToSumOne()
      var change = 0.0
      for vertex in 0..<count {
        change += abs(next[vertex] - hubs[vertex])
        hubs[vertex] = next[vertex]
      }
      if change < tolerance {
        return HubsAndAuthorities(hubs: byVertex(hubs), authorities: byVertex(authorities))
      }
    }
    throw .notConverged("HITS", after: maximumIterations, remedy: "raise the tolerance")
  }
}

extension Scratch<Double> {
  fileprivate func scaleToSumOne() {
    let scale = 1 / sum()
    for index in 0..<count { self[index] *= scale }
  }
}
