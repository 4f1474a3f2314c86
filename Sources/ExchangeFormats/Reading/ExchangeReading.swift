import PartnerModel

/// What a graph file says, and what of it could not be used.
public struct ExchangeReading: Sendable {
  /// The graph.
  public var evidence: EvidenceSet
  /// The rows, nodes and edges that were left out, in order; no more than the first thousand.
  public var problems: [ExchangeError]
  /// How many were left out in all.
  public var problemCount: Int
  /// What the user may want to know about how the file was understood.
  public var notes: [String]
}
