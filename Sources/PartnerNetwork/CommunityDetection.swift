import GraphAnalytics
import PartnerModel

/// How to look for communities.
public struct CommunityDetection: Hashable, Sendable {
  /// By which method.
  public var method: CommunityMethod
  /// Whether strength counts.
  public var weights: WeightRule
  /// Which families of ties count; `nil` as in ``ProjectionOptions/ties``, but for
  /// ``CommunityMethod/signed`` all that are selected.
  public var ties: TieFilter?
  /// Whether infomap's walker follows ties as they point, or against them; other methods forget
  /// directions, or are about them.
  public var direction: ProjectionDirection
  /// How small communities should be: above 1 smaller, below 1 larger.
  public var resolution: Double
  /// The seed of the search.
  public var seed: UInt64
  /// How many further seeds to try in order to see how stable each membership is.
  public var stabilityRuns: Int

  /// Made of its parts.
  public init(
    method: CommunityMethod = .leiden, weights: WeightRule = .strength, ties: TieFilter? = nil,
    direction: ProjectionDirection = .both, resolution: Double = 1, seed: UInt64 = 1,
    stabilityRuns: Int = 20
  ) {
    self.method = method
    self.weights = weights
    self.ties = ties
    self.direction = direction
    self.resolution = resolution
    self.seed = seed
    self.stabilityRuns = stabilityRuns
  }

  /// The communities of a network.
  ///
  /// - Throws: A ``NetworkError`` if an option is out of range, the network is too large for the
  ///   method, or the selection leaves out ties that it needs.
  public func communities(of network: Network) throws(NetworkError) -> Communities {
    try check()
    let search = try CommunitySearch(self, network)
    let partition = try search.partition(seed: seed)
    var others: [Partition] = []
    if !method.isSeedless {
      for run in 0..<stabilityRuns {
        others.append(try search.partition(seed: seed &+ UInt64(run) &+ 1))
      }
    }
    return Communities(
      network, search, partition, quality: try search.quality(of: partition),
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
