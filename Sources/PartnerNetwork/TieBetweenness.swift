import GraphAnalytics
import PartnerModel

/// Which pairs hold a network together: on how many of the shortest paths their tie lies (edge
/// betweenness; Girvan and Newman 2002).
public struct TieBetweenness: Hashable, Sendable {
  /// A pair that has a tie.
  public struct Row: Hashable, Sendable {
    /// Place in ``Network/entities`` of the one the tie leads from; of an undirected pair, the
    /// lower place.
    public let source: Int
    /// Place of the other.
    public let target: Int
    /// The sum of the weights of their ties.
    public let strength: Double
    /// The share of the shortest paths between two entities that lead over the tie.
    public let betweenness: Double
    /// Its rank, from 1; equals share a rank.
    public let rank: Int
  }

  /// How ties were looked at.
  public let options: ProjectionOptions
  /// The pairs by rank, then by place.
  public let rows: [Row]
}

extension Network {
  /// The pairs that hold the network together.
  ///
  /// - Parameters:
  ///   - options: How the network becomes a simple graph; the distance of two is 1/strength.
  ///   - threads: How many threads may work; the result is the same for any number.
  /// - Complexity: O(entities · pairs), times log entities where strength counts.
  public func tieBetweenness(
    _ options: ProjectionOptions = ProjectionOptions(), threads: Int = 1
  ) throws(NetworkError) -> TieBetweenness {
    let projection = try self.projection(options)
    let scores: [Double]
    do {
      scores = try projection.graph.edgeBetweenness(
        weighted: options.weights == .strength, threads: threads)
    } catch {
      throw NetworkError(error)
    }
    let isTurned = options.direction == .outgoing
    let ranks = competitionRanks(scores)
    let rows = projection.graph.edges.enumerated().map { number, edge in
      let ends = (projection.places[edge.source], projection.places[edge.target])
      return TieBetweenness.Row(
        source: isTurned ? ends.1 : ends.0, target: isTurned ? ends.0 : ends.1,
        strength: edge.weight, betweenness: scores[number], rank: ranks[number])
    }
    return TieBetweenness(
      options: options,
      rows: rows.sorted { ($0.rank, $0.source, $0.target) < ($1.rank, $1.source, $1.target) })
  }
}
