import PartnerModel

extension Measure {
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
    case .katz:
      return "walks that arrive along \(neighbours), longer ones less (0.85 / greatest eigenvalue"
        + " a step), \(weighted); squares sum to 1"
    case .hubs:
      return "points to good authorities (HITS), as ties point whatever direction is asked for,"
        + " \(weighted); sums to 1"
    case .authorities:
      return "pointed to by good hubs (HITS), as ties point whatever direction is asked for,"
        + " \(weighted); sums to 1"
    case .core:
      return "the greatest k such that it is in a part where everyone has k partners; ignores"
        + " strength and direction"
    case .clustering:
      return "share of the pairs of its partners that are partners themselves"
        + (options.direction == .both ? "" : ", directed triangles as Fagiolo counts them")
        + "; ignores strength"
    case .constraint:
      return "Burt's constraint: how far its ties lead to people who are tied to each other,"
        + " directions added up, \(weighted); the lowest ranks first: a broker"
    case .effectiveSize:
      return "Burt's effective size: its partners less what is redundant among them, directions"
        + " added up, \(weighted)"
    }
  }
}

extension RankingOptions {
  /// What a measure means when ranked by with these options.
  public func definition(of measure: Measure) -> String {
    let definition = measure.definition(projection)
    if measure == .betweenness, let samples {
      return definition + ", estimated from the paths that start at \(samples) entities"
    }
    guard measure == .pagerank, !preferred.isEmpty else { return definition }
    let names = preferred.map { shown($0.rawValue) }.sorted()
    return definition + ", seen from \(names.joined(separator: ", "))"
  }
}
