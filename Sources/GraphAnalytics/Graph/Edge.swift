/// A tie between two vertices, as the caller gives it.
public struct Edge: Hashable, Sendable {
  /// The vertex the edge leaves; one of its two ends if the graph is undirected.
  public var source: Int
  /// The vertex the edge enters.
  public var target: Int
  /// The strength of the tie: more is closer, never a distance.
  public var weight: Double

  /// An edge from `source` to `target`.
  public init(source: Int, target: Int, weight: Double = 1) {
    self.source = source
    self.target = target
    self.weight = weight
  }
}
