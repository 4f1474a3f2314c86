import GraphAnalytics
import PartnerModel

/// How to look for communities.
public struct CommunityDetection: Hashable, Sendable {
  /// By which method.
  public var method: CommunityMethod
  /// Whether strength counts.
  public var weights: WeightRule
  /// Which families of ties count; `nil` as in ``ProjectionOptions/ties``.
  public var ties: TieFilter?
  /// How small communities should be: above 1 smaller, below 1 larger.
  public var resolution: Double
  /// The seed of the search.
  public var seed: UInt64
  /// How many further seeds to try in order to see how stable each membership is.
  public var stabilityRuns: Int

  /// Made of its parts.
  public init(
    method: CommunityMethod = .leiden, weights: WeightRule = .strength, ties: TieFilter? = nil,
    resolution: Double = 1, seed: UInt64 = 1, stabilityRuns: Int = 20
  ) {
    self.method = method
    self.weights = weights
    self.ties = ties
    self.resolution = resolution
    self.seed = seed
    self.stabilityRuns = stabilityRuns
  }

  /// The communities of a network.
  ///
  /// - Throws: A ``NetworkError`` if an option is out of range.
  public func communities(of network: Network) throws(NetworkError) -> Communities {
    try check()
    let projection = try network.projection(
      ProjectionOptions(
        weights: weights, direction: method == .strongComponents ? .incoming : .both, ties: ties))
    let graph = projection.graph
    let partition = try partition(graph, seed: seed)
    var others: [Partition] = []
    if !method.isSeedless {
      for run in 0..<stabilityRuns {
        others.append(try self.partition(graph, seed: seed &+ UInt64(run) &+ 1))
      }
    }
    let quality: Double
    do {
      quality =
        graph.vertexCount == 0
        ? 0
        : try graph.undirected().modularity(
          of: partition, resolution: resolution, weighted: weights == .strength)
    } catch {
      throw NetworkError(error)
    }
    return Communities(
      network, projection, partition, method: method, quality: quality,
      stability: stability(of: partition, in: others))
  }

  private func check() throws(NetworkError) {
    if !(resolution > 0 && resolution.isFinite) {
      throw NetworkError(
        .invalidOption, detail: "cannot look for communities at resolution \(resolution)",
        remedy: "give a number above 0; 1 is usual")
    }
    if !(0...100_000).contains(stabilityRuns) {
      throw NetworkError(
        .invalidOption, detail: "cannot try \(stabilityRuns) seeds",
        remedy: "give a number from 0 to 100000; 20 is usual")
    }
  }

  private func partition(_ graph: Graph, seed: UInt64) throws(NetworkError) -> Partition {
    let weighted = weights == .strength
    do {
      return switch method {
      case .components: graph.components(.weak)
      case .strongComponents: graph.components(.strong)
      case .louvain: try graph.louvain(resolution: resolution, seed: seed, weighted: weighted)
      case .leiden: try graph.leiden(resolution: resolution, seed: seed, weighted: weighted)
      }
    } catch {
      throw NetworkError(error)
    }
  }

  /// By vertex: in which share of the others it is in the community that holds most of its own
  /// community's members (of several such, the one with the lowest number).
  private func stability(of partition: Partition, in others: [Partition]) -> [Double] {
    var stays = Array(repeating: 0, count: partition.communityOf.count)
    guard !others.isEmpty else { return stays.map { _ in 1 } }
    let communities = partition.members()
    for other in others {
      var shared = Array(repeating: 0, count: other.count)
      for members in communities {
        for member in members { shared[other.communityOf[member]] += 1 }
        var home = members.first.map { other.communityOf[$0] } ?? 0
        for member in members {
          let community = other.communityOf[member]
          if (shared[community], home) > (shared[home], community) { home = community }
        }
        for member in members where other.communityOf[member] == home { stays[member] += 1 }
        for member in members { shared[other.communityOf[member]] = 0 }
      }
    }
    return stays.map { Double($0) / Double(others.count) }
  }
}

extension Communities {
  init(
    _ network: Network, _ projection: Projection, _ partition: Partition,
    method: CommunityMethod, quality: Double, stability: [Double]
  ) {
    self.method = method
    self.quality = quality
    var within = Array(repeating: 0.0, count: partition.count)
    var beyond = within
    for edge in projection.graph.edges {
      let (source, target) = (
        partition.communityOf[edge.source], partition.communityOf[edge.target]
      )
      if source == target {
        within[source] += edge.weight
      } else {
        beyond[source] += edge.weight
        beyond[target] += edge.weight
      }
    }
    let strength = projection.graph.strength(.both)
    communities = partition.members().enumerated().map { number, vertices in
      let members = vertices.map { vertex in
        Community.Member(
          entity: network.entities[projection.places[vertex]], place: projection.places[vertex],
          strength: strength[vertex], stability: stability[vertex])
      }
      let ranks = competitionRanks(members.map(\.strength))
      let centre = members.indices.min {
        (ranks[$0], members[$0].entity.name, $0) < (ranks[$1], members[$1].entity.name, $1)
      }
      return Community(
        id: number, members: members, internalWeight: within[number],
        externalWeight: beyond[number], centre: centre ?? 0)
    }
    var communityOf = [Int?](repeating: nil, count: network.entities.count)
    for (vertex, place) in projection.places.enumerated() {
      communityOf[place] = partition.communityOf[vertex]
    }
    self.communityOf = communityOf
  }
}
