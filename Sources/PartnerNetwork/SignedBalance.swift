import GraphAnalytics
import PartnerModel

/// Who is on whose side, and where the sides do not hold: the balance of triangles of friends and
/// foes, and the pairs that a division into sides does not fit.
///
/// A pair that has friendly and hostile ties is what the stronger of them makes it; equally strong
/// ones make it neither. Cooperative and structural ties are friendly.
public struct SignedBalance: Hashable, Sendable {
  /// A pair that the division does not fit.
  public struct Pair: Hashable, Sendable {
    /// Place in ``Network/entities`` of the first.
    public let first: Int
    /// Place of the second, which is greater.
    public let second: Int
    /// The sum of the weights of its friendly ties.
    public let friendly: Double
    /// The sum of the weights of its hostile ties.
    public let hostile: Double
    /// Whether both are in one community: foes on one side. Otherwise friends on two.
    public let isWithin: Bool
  }

  /// How many triangles have 0, 1, 2 and 3 hostile pairs.
  public let triangles: [Int]
  /// Triangles in which everyone agrees who is whose friend: three friends, or two against one.
  public let balancedCount: Int
  /// Triangles in which someone would have to choose: between two friends who are foes, or among
  /// three foes.
  public let unbalancedCount: Int
  /// Those who are in unbalanced triangles, as places in ``Network/entities``, and in how many,
  /// those in most first.
  public let torn: [Torn]
  /// Foes within a community and friends in two, the strongest first.
  public let misfits: [Pair]

  /// One who is in unbalanced triangles.
  public struct Torn: Hashable, Sendable {
    /// Place in ``Network/entities``.
    public let entity: Int
    /// In how many unbalanced triangles it is.
    public let count: Int
  }

  /// The share of triangles that are balanced; `nil` if there are none.
  public var balancedShare: Double? {
    let all = balancedCount + unbalancedCount
    return all > 0 ? Double(balancedCount) / Double(all) : nil
  }
}

extension SignedBalance {
  init?(
    _ network: Network, _ search: CommunitySearch, _ partition: Partition
  ) throws(NetworkError) {
    guard let hostility = search.hostility else { return nil }
    // Weights or not, as the communities were found.
    let isWeighted = search.detection.weights == .strength
    func plain(_ graph: Graph) -> Graph {
      guard !isWeighted else { return graph }
      let edges = graph.edges.map { Edge(source: $0.source, target: $0.target) }
      return (try? Graph(vertexCount: graph.vertexCount, edges: edges, isDirected: false)) ?? graph
    }
    let (friends, foes) = (plain(search.projection.graph), plain(hostility.graph))
    let balance: TriangleBalance
    do {
      balance = try friends.triangleBalance(hostile: foes)
    } catch {
      throw NetworkError(error)
    }
    let places = search.projection.places
    triangles = balance.counts
    balancedCount = balance.balanced
    unbalancedCount = balance.unbalanced
    torn = balance.unbalancedOf.enumerated().filter { $0.element > 0 }
      .map { Torn(entity: places[$0.offset], count: $0.element) }
      .sorted { ($1.count, $0.entity) < ($0.count, $1.entity) }
    misfits = SignedBalance.misfits(friends, foes, partition, places)
  }

  private static func misfits(
    _ friends: Graph, _ foes: Graph, _ partition: Partition, _ places: [Int]
  ) -> [Pair] {
    let all =
      friends.edges.map { ($0.source, $0.target, $0.weight, 0.0) }
      + foes.edges.map { ($0.source, $0.target, 0.0, $0.weight) }
    let sorted = all.sorted { ($0.0, $0.1, $0.3) < ($1.0, $1.1, $1.3) }
    var pairs: [Pair] = []
    var next = 0
    while next < sorted.count {
      let (first, second, _, _) = sorted[next]
      var (friendly, hostile) = (0.0, 0.0)
      while next < sorted.count, sorted[next].0 == first, sorted[next].1 == second {
        friendly += sorted[next].2
        hostile += sorted[next].3
        next += 1
      }
      let isWithin = partition.communityOf[first] == partition.communityOf[second]
      guard isWithin ? hostile > friendly : friendly > hostile else { continue }
      pairs.append(
        Pair(
          first: places[first], second: places[second], friendly: friendly, hostile: hostile,
          isWithin: isWithin))
    }
    func excess(_ pair: Pair) -> Double { abs(pair.friendly - pair.hostile) }
    return pairs.sorted {
      excess($0) != excess($1)
        ? excess($0) > excess($1) : ($0.first, $0.second) < ($1.first, $1.second)
    }
  }
}
