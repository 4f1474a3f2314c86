import GraphAnalytics

/// How important an entity is, by one definition.
public enum Measure: String, Hashable, CaseIterable, Sendable {
  case degree, strength, pagerank, betweenness, closeness, harmonic, eigenvector

  /// The measure of a name, in whatever case; a near miss is told what it may have meant.
  public init(named name: String) throws(NetworkError) {
    self = try chosen(name, what: "measure", code: .unknownMeasure)
  }

  /// The score of every vertex of a projection.
  public func scores(
    on projection: Projection, threads: Int = 1
  ) throws(NetworkError) -> [Double] {
    let graph = projection.graph
    let weighted = projection.options.weights == .strength
    // The projection has turned the arcs round already for those who ask for outgoing ties.
    let direction: Direction = graph.isDirected ? .incoming : .both
    do {
      switch self {
      case .degree: return graph.degree(direction).map(Double.init)
      case .strength:
        return weighted ? graph.strength(direction) : graph.degree(direction).map(Double.init)
      case .pagerank: return try graph.pageRank(weighted: weighted, threads: threads)
      case .betweenness: return try graph.betweenness(weighted: weighted, threads: threads)
      case .closeness: return try graph.closeness(weighted: weighted, threads: threads)
      case .harmonic: return try graph.harmonic(weighted: weighted, threads: threads)
      case .eigenvector: return try graph.eigenvector(weighted: weighted, threads: threads)
      }
    } catch {
      throw NetworkError(error)
    }
  }

  /// What it means, with the rule by which it reads weights.
  public func definition(_ options: ProjectionOptions = ProjectionOptions()) -> String {
    let neighbours =
      switch options.direction {
      case .both: "its ties"
      case .incoming: "its incoming ties"
      case .outgoing: "its outgoing ties"
      }
    let byStrength = options.weights == .strength
    let weighted = byStrength ? "weighted by strength" : "each counted as 1"
    let distance = byStrength ? "distance = 1/strength" : "distance = 1 for each tie"
    switch self {
    case .degree: return "number of partners along \(neighbours); ignores strength"
    case .strength:
      return "sum of \(neighbours), parallel ties added up" + (byStrength ? "" : ", each pair as 1")
    case .pagerank:
      return "share of a random walk's time, damping 0.85, along \(neighbours), \(weighted)"
    case .betweenness:
      return "share of the shortest paths between others that pass through it; \(distance)"
    case .closeness:
      return "closeness (Wasserman-Faust) to those who reach it along \(neighbours); \(distance)"
    case .harmonic:
      return "sum of 1/distance from everyone who reaches it along \(neighbours); \(distance)"
    case .eigenvector:
      return "central if its partners along \(neighbours) are, \(weighted); squares sum to 1"
    }
  }
}

/// The case of a name, or an error that says what there is to choose from.
func chosen<Choice: RawRepresentable & CaseIterable>(
  _ name: String, what: String, code: NetworkError.Code
) throws(NetworkError) -> Choice where Choice.RawValue == String {
  let folded = name.lowercased()
  if let choice = Choice.allCases.first(where: { $0.rawValue == folded }) { return choice }
  let names = Choice.allCases.map(\.rawValue)
  let close = closest(to: folded, among: names, limit: 1).first
  throw NetworkError(
    code, detail: "there is no \(what) '\(shown(name))'",
    remedy: (close.map { "did you mean '\($0)'? " } ?? "")
      + "there are: \(names.joined(separator: ", "))")
}
