import GraphAnalytics
import PartnerModel

/// Whether measures look at strength.
public enum WeightRule: String, Hashable, CaseIterable, Sendable {
  /// A pair's strength is the sum of the weights of its ties.
  case strength
  /// Every pair that has a tie counts 1.
  case none
}

/// Which way measures look along ties.
///
/// A tie points from who acts to whom it is done to: a transfer from the supplier to the
/// recipient. Undirected ties point both ways.
public enum ProjectionDirection: String, Hashable, CaseIterable, Sendable {
  /// Directions are forgotten.
  case both
  /// By incoming ties: who receives, who is turned to.
  case incoming = "in"
  /// By outgoing ties: who supplies, who turns to others. Every arrow is turned round, so that
  /// what a measure says of incoming ties it says of outgoing ones.
  case outgoing = "out"
}

/// How the multigraph becomes the simple graph that measures work on.
public struct ProjectionOptions: Hashable, Sendable {
  /// Whether measures look at strength.
  public var weights: WeightRule
  /// Which way measures look along ties.
  public var direction: ProjectionDirection

  /// Made of its parts.
  public init(weights: WeightRule = .strength, direction: ProjectionDirection = .both) {
    self.weights = weights
    self.direction = direction
  }
}
