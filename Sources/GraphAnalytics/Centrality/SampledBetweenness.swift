/// Betweenness estimated from some of the sources.
public struct SampledBetweenness: Hashable, Sendable {
  /// The estimates, normalised as those of ``Graph/betweenness(weighted:normalised:threads:)``.
  public let scores: [Double]
  /// With the probability asked for, no estimate is off by more than this.
  public let error: Double
  /// The number of sources used.
  public let sampleCount: Int
}

extension Graph {
  /// Betweenness estimated from the paths that start at a random sample of the vertices, for graphs
  /// on which the exact measure takes too long.
  ///
  /// The bound of the error is Hoeffding's for all vertices at once: it shrinks with the square root
  /// of the number of samples and is safe rather than sharp. If all vertices are sampled the scores
  /// are exact.
  ///
  /// - Parameters:
  ///   - samples: how many vertices to start from.
  ///   - confidence: the probability, between 0 and 1, with which the bound holds.
  ///   - seed: decides the sample.
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: O(samples · edges), times log vertices if weighted.
  ///
  /// Brandes and Pich, "Centrality estimation in large networks", 2007.
  public func sampledBetweenness(
    samples: Int, confidence: Double = 0.95, seed: UInt64 = 1, weighted: Bool = true,
    threads: Int = 1
  ) throws(GraphError) -> SampledBetweenness {
    try GraphError.require(samples > 0, "samples", samples, "a number above 0")
    try GraphError.require(
      confidence > 0 && confidence < 1, "confidence", confidence, "a number between 0 and 1")
    let count = vertexCount
    let taken = min(samples, count)
    guard count > 2 else {
      return SampledBetweenness(
        scores: [Double](repeating: 0, count: count), error: 0, sampleCount: taken)
    }
    var random = RandomNumbers(seed: seed)
    let order = Scratch<UInt32>(counting: count)
    for place in 0..<taken {
      let chosen = place + random.next(below: count - place)
      (order[place], order[chosen]) = (order[chosen], order[place])
    }
    let isWeighted = weighted && storage.uniformStrength == nil
    var (outgoing, incoming) = (storage.outgoing, storage.incoming)
    // For fewer searches it does not pay.
    if isWeighted, taken >= 200 {
      outgoing = try DistanceBackbone.rows(outgoing, isMutual: !isDirected, threads: threads)
      incoming = isDirected ? outgoing.transposed() : outgoing
    }
    let sums = try dependencies(
      outgoing, incoming, on: Scratch(copying: order, count: taken),
      vertexWeights: Scratch(count, filledWith: 1), weighted: isWeighted, threads: threads)
    let all = Double(count)
    let scale = all / Double(taken) / ((all - 1) * (all - 2))
    let bound =
      all / (all - 1)
      * (logarithm(2 * all / (1 - confidence)) / (2 * Double(taken))).squareRoot()
    return SampledBetweenness(
      scores: byVertex(sums).map { $0 * scale }, error: taken == count ? 0 : min(bound, 1),
      sampleCount: taken)
  }
}
