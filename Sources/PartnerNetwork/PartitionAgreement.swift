import GraphAnalytics

/// How alike two divisions into communities are, over the entities that both divide.
public struct PartitionAgreement: Hashable, Sendable {
  /// How many entities both divide; of several agreements the mean, rounded down.
  public let entityCount: Int
  /// Mutual information, divided by the mean entropy: 1 if equal, 0 if one says nothing of the
  /// other.
  public let normalisedMutualInformation: Double
  /// The share of pairs on which they agree, corrected for chance: 1 if equal, about 0 if random.
  public let adjustedRandIndex: Double
  /// What each leaves unsaid of the other, in nats: 0 if equal.
  public let variationOfInformation: Double
}

extension PartitionAgreement {
  /// Of labels by entity, `nil` for those who are not divided; `nil` if none is in both.
  init?(_ one: [Int?], _ other: [Int?]) throws(NetworkError) {
    let common = zip(one, other).compactMap { pair in
      if let first = pair.0, let second = pair.1 { (first, second) } else { nil }
    }
    guard !common.isEmpty else { return nil }
    let partitions = [Partition(labels: common.map(\.0)), Partition(labels: common.map(\.1))]
      // Not even rounding depends on which is first.
      .sorted { $0.communityOf.lexicographicallyPrecedes($1.communityOf) }
    let (a, b) = (partitions[0], partitions[1])
    do {
      self.init(
        entityCount: common.count,
        normalisedMutualInformation: try a.normalisedMutualInformation(with: b),
        adjustedRandIndex: try a.adjustedRandIndex(with: b),
        variationOfInformation: try a.variationOfInformation(from: b))
    } catch {
      throw NetworkError(error)
    }
  }

  /// The mean of several; `nil` of none.
  init?(mean all: [PartitionAgreement]) {
    guard !all.isEmpty else { return nil }
    func mean(_ value: (PartitionAgreement) -> Double) -> Double {
      all.reduce(0) { $0 + value($1) } / Double(all.count)
    }
    self.init(
      entityCount: all.reduce(0) { $0 + $1.entityCount } / all.count,
      normalisedMutualInformation: mean(\.normalisedMutualInformation),
      adjustedRandIndex: mean(\.adjustedRandIndex),
      variationOfInformation: mean(\.variationOfInformation))
  }
}
