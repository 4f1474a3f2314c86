import GraphAnalytics
import PartnerModel

/// How far apart two networks are, by several definitions, each 0 for equal networks and at most 1.
///
/// All look at the ties that were selected, directions forgotten, and are the same whichever
/// network is first.
public struct GraphDistances: Hashable, Sendable {
  /// The entities times (entities and tied pairs) up to which the slower distances are computed.
  public static let workLimit = 100_000_000

  /// Tie by tie, relation by relation: 1 - sum of the lesser weights / sum of the greater weights.
  public let ties: Double
  /// The same pair by pair, whatever the relation: 1 - weighted Jaccard similarity. Less than
  /// ``ties`` where pairs stay together in other relations.
  public let pairs: Double
  /// How differently everyone is connected to everyone: 1 - DeltaCon similarity. A tie whose loss
  /// cuts the network apart counts for more than one among many. `nil` if the networks are too
  /// large for it.
  public let influence: Double?
  /// How differently the networks look from their members, whoever these are: portrait divergence,
  /// in which strength does not count. `nil` if the networks are too large for it.
  public let shape: Double?
}

extension NetworkDiffBuilder {
  /// How far apart the networks are.
  func distances(_ ties: [TieChange]) throws(NetworkError) -> GraphDistances {
    let count = aligned.entities.count
    func edges(_ weight: (TieChange) -> Double) -> [Edge] {
      let isCounted = options.ranking.projection.weights == .strength
      var edges = ties.compactMap { tie in
        weight(tie) > 0 && tie.source != tie.target
          ? Edge(
            source: min(tie.source, tie.target), target: max(tie.source, tie.target),
            weight: weight(tie)) : nil
      }
      guard !isCounted else { return edges }
      // Each pair counts 1, however many ties it has.
      let pairs = Set(edges.map { Edge(source: $0.source, target: $0.target) })
      edges = pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
      return edges
    }
    let (old, new) = (edges(\.weightBefore), edges(\.weightAfter))
    do {
      let one = try Graph(vertexCount: count, edges: old, isDirected: false)
      let two = try Graph(vertexCount: count, edges: new, isDirected: false)
      let work = count * (count + max(one.edgeCount, two.edgeCount))
      let isSmall = work <= GraphDistances.workLimit
      let threads = options.ranking.threads
      return GraphDistances(
        ties: weightedDistance(ties.lazy.map { ($0.weightBefore, $0.weightAfter) }),
        pairs: 1 - (try one.weightedJaccard(with: two)),
        influence: isSmall ? 1 - (try one.deltaCon(with: two, threads: threads)) : nil,
        shape: isSmall
          ? try ownGraph(old, \.before).portraitDivergence(from: ownGraph(new, \.after)) : nil)
    } catch {
      throw NetworkError(error)
    }
  }

  /// The graph of those only who are in one of the networks.
  private func ownGraph(
    _ edges: [Edge], _ side: ((before: Int?, after: Int?)) -> Int?
  ) throws(GraphError) -> Graph {
    var number = Array(repeating: 0, count: aligned.entities.count)
    var count = 0
    for (place, pair) in aligned.entities.enumerated() where side(pair) != nil {
      number[place] = count
      count += 1
    }
    return try Graph(
      vertexCount: count,
      edges: edges.map {
        Edge(source: number[$0.source], target: number[$0.target], weight: $0.weight)
      }, isDirected: false)
  }
}
