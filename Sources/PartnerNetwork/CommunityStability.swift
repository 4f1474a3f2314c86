/// How often members stay with their community when it is looked for again.
struct CommunityStability {
  /// How often each entity of the network stayed, by place.
  private var stays: [Int]
  private var runCount = 0
  private var agreements: [PartitionAgreement] = []
  private let communityOf: [Int?]
  private let communities: [[Int]]

  /// - Parameter communityOf: By place in the network: the community that was found.
  init(of communityOf: [Int?]) {
    self.communityOf = communityOf
    stays = communityOf.map { _ in 0 }
    var communities: [[Int]] = []
    for (place, community) in communityOf.enumerated() {
      guard let community else { continue }
      while communities.count <= community { communities.append([]) }
      communities[community].append(place)
    }
    self.communities = communities
  }

  /// What another division says.
  struct Comparison: Sendable {
    /// By place: whether the entity stays.
    fileprivate var stays: [Bool]
    fileprivate var agreement: PartitionAgreement?
  }

  /// Finds who stays in another division: who is in the community of it that holds most of its own
  /// community's members (of several such, the one with the lowest number). Who is not divided
  /// there does not stay.
  func compare(with other: [Int?]) throws(NetworkError) -> Comparison {
    var comparison = Comparison(
      stays: communityOf.map { _ in false },
      agreement: try PartitionAgreement(communityOf, other))
    var shared = Array(repeating: 0, count: (other.compactMap(\.self).max() ?? -1) + 1)
    for members in communities {
      let labels = members.map { other[$0] }
      var home: Int?
      for label in labels.compactMap(\.self) { shared[label] += 1 }
      for label in labels.compactMap(\.self) {
        if home.map({ (shared[label], $0) > (shared[$0], label) }) ?? true { home = label }
      }
      for (member, label) in zip(members, labels) where label != nil && label == home {
        comparison.stays[member] = true
      }
      for label in labels.compactMap(\.self) { shared[label] = 0 }
    }
    return comparison
  }

  /// Counts another division.
  mutating func count(_ comparison: Comparison) {
    runCount += 1
    if let agreement = comparison.agreement { agreements.append(agreement) }
    for (place, isStaying) in comparison.stays.enumerated() where isStaying { stays[place] += 1 }
  }

  /// By place: the share of the other divisions in which the entity stays; 1 if there were none.
  var shares: [Double] {
    stays.map { runCount == 0 ? 1 : Double($0) / Double(runCount) }
  }

  /// How alike the other divisions are to this one on average; `nil` if there were none.
  var agreement: PartitionAgreement? { PartitionAgreement(mean: agreements) }
}
