import GraphAnalytics

/// How important an entity is, by one definition.
public enum Measure: String, Hashable, CaseIterable, Sendable {
  case degree, strength, pagerank, betweenness, closeness, harmonic, eigenvector, katz
  /// Who points to those whom good hubs point to, and who is pointed to by good hubs (HITS).
  case hubs, authorities
  /// The core number: how dense a part of the network it belongs to.
  case core
  /// Whether its partners are partners of each other.
  case clustering
  /// Burt's constraint: whether its ties lead to one circle; the least constrained is a broker.
  case constraint
  /// Burt's effective size: how many of its partners are not redundant.
  case effectiveSize = "effective-size"

  /// The measure of a name, in whatever case; a near miss is told what it may have meant.
  public init(named name: String) throws(NetworkError) {
    self = try chosen(name, what: "measure", code: .unknownMeasure)
  }

  /// Whether the lowest score ranks first. Only constraint does: it says what keeps an entity from
  /// being a broker.
  public var ranksLowestFirst: Bool { self == .constraint }

  /// How a network is projected for the measure when asked for `options`.
  ///
  /// Hubs and authorities are about directions and cannot forget them: they always look at arcs
  /// as they point.
  public func projectionOptions(_ options: ProjectionOptions) -> ProjectionOptions {
    guard self == .hubs || self == .authorities else { return options }
    var directed = options
    directed.direction = .incoming
    return directed
  }

  /// The ranks of scores, from 1: the greatest score first, or the lowest if
  /// ``ranksLowestFirst``. Equal scores share the best rank of their group: 1, 2, 2, 4.
  func ranks(of scores: [Double]) -> [Int] {
    // Constraint is 0 only for those without partners, for whom it says nothing: they come last.
    ranksLowestFirst
      ? competitionRanks(scores.map { $0 == 0 ? -.infinity : -$0 }) : competitionRanks(scores)
  }
}
