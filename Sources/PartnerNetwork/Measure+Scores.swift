import GraphAnalytics

extension Measure {
  /// The score of every vertex of a projection.
  ///
  /// - Parameters:
  ///   - projection: The simple graph. Hubs and authorities want one that has directions; without
  ///     them they are the same.
  ///   - preferences: By vertex how much it is preferred; PageRank is then seen from those
  ///     preferred. Other measures ignore it.
  ///   - threads: How many threads may work; the scores are the same for any number.
  /// - Throws: A ``NetworkError`` that names the measure: with the code `undefinedMeasure` if it
  ///   has no meaning on this graph.
  public func scores(
    on projection: Projection, preferences: [Double]? = nil, threads: Int = 1
  ) throws(NetworkError) -> [Double] {
    do {
      return try engineScores(projection, preferences, threads)
    } catch {
      throw NetworkError(error, measure: self)
    }
  }

  private func engineScores(
    _ projection: Projection, _ preferences: [Double]?, _ threads: Int
  ) throws(GraphError) -> [Double] {
    let graph = projection.graph
    let weighted = projection.options.weights == .strength
    // The projection has turned the arcs round already for those who ask for outgoing ties.
    let direction: Direction = graph.isDirected ? .incoming : .both
    switch self {
    case .degree: return graph.degree(direction).map(Double.init)
    case .strength:
      return weighted ? graph.strength(direction) : graph.degree(direction).map(Double.init)
    case .pagerank:
      if let preferences {
        return try graph.pageRank(preferences: preferences, weighted: weighted, threads: threads)
      }
      return try graph.pageRank(weighted: weighted, threads: threads)
    case .betweenness: return try graph.betweenness(weighted: weighted, threads: threads)
    case .closeness: return try graph.closeness(weighted: weighted, threads: threads)
    case .harmonic: return try graph.harmonic(weighted: weighted, threads: threads)
    case .eigenvector: return try graph.eigenvector(weighted: weighted, threads: threads)
    case .katz: return try graph.katz(weighted: weighted, threads: threads)
    case .hubs, .authorities:
      let scores = try graph.hubsAndAuthorities(weighted: weighted, threads: threads)
      // Arcs that were turned round make hubs of authorities.
      let isTurned = projection.options.direction == .outgoing
      return (self == .hubs) != isTurned ? scores.hubs : scores.authorities
    case .core: return graph.coreNumbers().map(Double.init)
    case .clustering: return try graph.clustering(threads: threads)
    case .constraint: return try graph.constraint(weighted: weighted)
    case .effectiveSize: return try graph.effectiveSize(weighted: weighted)
    }
  }
}

extension NetworkError {
  /// What the engine says of a measure, with what to do about it.
  init(_ error: GraphError, measure: Measure) {
    let name = measure.rawValue
    switch error.code {
    case .undefined:
      self.init(
        .undefinedMeasure, detail: "\(name): \(error.detail)",
        remedy: "rank by pagerank or katz instead, or forget directions")
    case .notConverged:
      self.init(
        .computation, detail: "\(name): \(error.detail)",
        remedy: "rank by pagerank instead, or select a part of the network that hangs together")
    default:
      self.init(.computation, detail: "\(name): \(error.detail)", remedy: error.remedy)
    }
  }
}
