import GraphAnalytics
import PartnerModel

/// The shape of a network as a whole, directions and strength forgotten.
public struct NetworkShape: Hashable, Sendable {
  /// How many pairs have a tie that counts.
  public let pairCount: Int
  /// The share of all pairs that have one.
  public let density: Double
  /// How many parts it falls into that nothing connects.
  public let componentCount: Int
  /// How many entities the largest part has.
  public let largestComponent: Int
  /// Are partners of a partner partners: the share of paths of two ties whose ends are tied.
  public let transitivity: Double
}

extension Network {
  /// The shape of the network of all its ties.
  public func shape() throws(NetworkError) -> NetworkShape {
    let graph = try projection(ProjectionOptions(ties: .all)).graph
    let parts = graph.components(.weak)
    let count = Double(graph.vertexCount)
    do {
      return NetworkShape(
        pairCount: graph.edgeCount,
        density: count > 1 ? Double(graph.edgeCount) / (count * (count - 1) / 2) : 0,
        componentCount: parts.count, largestComponent: parts.sizes.first ?? 0,
        transitivity: try graph.transitivity())
    } catch {
      throw NetworkError(error)
    }
  }
}
