import GraphAnalytics
import PartnerModel

/// Communities within communities: divisions at rising resolutions, each of which divides the
/// communities of the one before.
public struct CommunityHierarchy: Hashable, Sendable {
  /// The resolutions, rising.
  public let resolutions: [Double]
  /// The communities at each resolution.
  public let levels: [Communities]
  /// By level and community: the number of the community of the level before that it is a part of;
  /// 0 on the first level.
  public let parents: [[Int]]

  /// Where a community stands, as the numbers of those it is a part of and its own: its place among
  /// the parts of its parent, on each level; `[0, 2]` is the third part of the first community.
  public func path(level: Int, community: Int) -> [Int] {
    guard level > 0 else { return [community] }
    let parent = parents[level][community]
    let siblings = parents[level].indices.filter { parents[level][$0] == parent }
    return path(level: level - 1, community: parent)
      + [siblings.firstIndex(of: community) ?? 0]
  }

  /// The parts of a community on the next level; none on the last.
  public func parts(level: Int, community: Int) -> [Int] {
    guard levels.indices.contains(level + 1) else { return [] }
    return parents[level + 1].indices.filter { parents[level + 1][$0] == community }
  }
}

extension CommunityDetection {
  /// The communities of a network at several resolutions, from large to small: the first divides
  /// the network, each other one the communities of the one before, by the same quality in the
  /// whole network.
  ///
  /// - Parameters:
  ///   - network: Whose communities to look for.
  ///   - resolutions: At least one; several only for ``CommunityMethod/leiden`` and
  ///     ``CommunityMethod/leidenPotts``. ``resolution`` is not looked at.
  /// - Throws: A ``NetworkError`` if an option is out of range, the network is too large for the
  ///   method, or the selection leaves out ties that it needs.
  public func hierarchy(
    of network: Network, resolutions: [Double]
  ) throws(NetworkError) -> CommunityHierarchy {
    let rising = Set(resolutions).sorted()
    try check(rising)
    let chain = rising.map { resolution in
      var detection = self
      detection.resolution = resolution
      return detection
    }
    let searches = try chain.map { detection throws(NetworkError) in
      try CommunitySearch(detection, network)
    }
    let found = try CommunityDetection.partitions(searches, seed: seed)
    let labels = searches.indices.map { searches[$0].labels(of: found[$0], network) }
    let runs = method.isSeedless ? 0 : stabilityRuns
    let bySeed = try stability(of: labels, runs) { run throws(NetworkError) in
      let others = try CommunityDetection.partitions(searches, seed: seed &+ UInt64(run) &+ 1)
      return searches.indices.map { searches[$0].labels(of: others[$0], network) }
    }
    let byDocument = try stability(of: labels, bootstrap) { sample throws(NetworkError) in
      let weights = network.resampledWeights(seed: seed, sample: sample)
      let searches = try chain.map { detection throws(NetworkError) in
        try CommunitySearch(detection, network, tieWeights: weights)
      }
      let others = try CommunityDetection.partitions(searches, seed: seed)
      return searches.indices.map { searches[$0].labels(of: others[$0], network) }
    }
    return CommunityHierarchy(
      resolutions: rising,
      levels: try searches.indices.map { level throws(NetworkError) in
        Communities(
          network, searches[level], found[level],
          quality: try searches[level].quality(of: found[level]), bySeed: bySeed[level],
          byDocument: bootstrap > 0 ? byDocument[level] : nil,
          balance: method == .signed
            ? try SignedBalance(network, searches[level], found[level]) : nil)
      },
      parents: found.indices.map { level in
        found[level].members().map { level == 0 ? 0 : found[level - 1].communityOf[$0[0]] }
      })
  }

  /// By level: how often members stay with their community in other divisions, which are found on
  /// all threads.
  private func stability(
    of labels: [[Int?]], _ count: Int,
    _ others: @Sendable (Int) throws(NetworkError) -> [[Int?]]
  ) throws(NetworkError) -> [CommunityStability] {
    var stabilities = labels.map { CommunityStability(of: $0) }
    let unchanged = stabilities
    let comparisons = try inParallel(count, threads: threads) { number throws(NetworkError) in
      let others = try others(number)
      return try unchanged.indices.map { level throws(NetworkError) in
        try unchanged[level].compare(with: others[level])
      }
    }
    for levels in comparisons {
      for (level, comparison) in levels.enumerated() { stabilities[level].count(comparison) }
    }
    return stabilities
  }

  private static func partitions(
    _ searches: [CommunitySearch], seed: UInt64
  ) throws(NetworkError) -> [Partition] {
    var found: [Partition] = []
    for search in searches { found.append(try search.partition(seed: seed, within: found.last)) }
    return found
  }

  private func check(_ resolutions: [Double]) throws(NetworkError) {
    guard !resolutions.isEmpty else {
      throw NetworkError(
        .invalidOption, detail: "no resolution to look for communities at",
        remedy: "give a number above 0; 1 is usual")
    }
    for resolution in resolutions {
      var detection = self
      detection.resolution = resolution
      try detection.check()
    }
    guard resolutions.count == 1 || method == .leiden || method == .leidenPotts else {
      throw NetworkError(
        .invalidOption, detail: "\(method.rawValue) does not look for communities in communities",
        remedy: "use leiden or leiden-cpm, or give one resolution")
    }
  }
}
