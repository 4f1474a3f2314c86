import PartnerModel
import PartnerNetwork
import Testing

struct GraphDistanceTests {
  private func network(_ ties: [(String, String, String, Double)]) -> Network {
    var writer = EvidenceWriter()
    for (source, relation, target, weight) in ties {
      writer.observe(source, relation, target, weight: weight)
    }
    return Network(writer.evidence)
  }

  private func distances(
    _ before: Network, _ after: Network, _ weights: WeightRule = .strength
  ) throws -> GraphDistances {
    try NetworkDiff(
      before: before, after: after,
      options: DiffOptions(
        measures: [], ranking: RankingOptions(projection: ProjectionOptions(weights: weights)))
    ).distances
  }

  @Test func equalNetworksAreNotApart() throws {
    var random = Numbers(state: 4)
    let network = Network(EvidenceSet.random(&random))
    let found = try distances(network, network)
    #expect(found.ties == 0 && found.pairs == 0 && found.influence == 0 && found.shape == 0)
  }

  /// A pair that consulted and now trades is another tie, but the same pair of the same shape.
  @Test func anotherRelationIsTheSamePair() throws {
    let found = try distances(
      network([("a", "consult", "b", 2), ("b", "agree", "c", 1)]),
      network([("b", "transfer", "a", 2), ("b", "agree", "c", 1)]))
    #expect(abs(found.ties - 0.8) < 1e-12)
    #expect(found.pairs == 0 && found.influence == 0 && found.shape == 0)
  }

  /// Other names make other pairs, and the same shape.
  @Test func strangersMayLookAlike() throws {
    let found = try distances(
      network([("a", "agree", "b", 1), ("b", "agree", "c", 1)]),
      network([("x", "agree", "y", 5), ("y", "agree", "z", 5)]))
    #expect(found.ties == 1 && found.pairs == 1)
    #expect(try #require(found.influence) > 0)
    #expect(found.shape == 0)
  }

  /// Hand values. The star and the path of four have three ties, two of them in common.
  @Test func aPathIsNoStar() throws {
    let path = network([("a", "agree", "b", 1), ("b", "agree", "c", 1), ("c", "agree", "d", 1)])
    let star = network([("a", "agree", "b", 1), ("b", "agree", "c", 3), ("b", "agree", "d", 1)])
    let found = try distances(path, star)
    // In common 1 + 1 of 1 + 3 + 1 + 1.
    #expect(abs(found.pairs - (1 - 2.0 / 6)) < 1e-12)
    #expect(abs(try distances(path, star, .none).pairs - 0.5) < 1e-12)
    #expect(try #require(found.shape) > 0.05)
    #expect(try distances(star, path) == found)
  }

  /// The loss of a tie that cuts the network apart counts more than that of one among many.
  @Test func bridgesCountMore() throws {
    var whole: [(String, String, String, Double)] = [("c", "agree", "x", 1)]
    for group in [["a", "b", "c", "d"], ["x", "y", "z", "w"]] {
      for one in group {
        for other in group where one < other { whole.append((one, "agree", other, 1)) }
      }
    }
    func influence(without tie: (String, String)) throws -> Double {
      try #require(
        try distances(
          network(whole), network(whole.filter { ($0.0, $0.2) != tie })
        ).influence)
    }
    #expect(try influence(without: ("c", "x")) > influence(without: ("a", "b")))
  }

  @Test func communitiesOfBothAgreeOrDoNot() throws {
    let halves = network([("a", "agree", "b", 1), ("c", "agree", "d", 1)])
    let others = network([("a", "agree", "c", 1), ("b", "agree", "d", 1)])
    func agreement(_ before: Network, _ after: Network) throws -> PartitionAgreement? {
      try NetworkDiff(before: before, after: after, options: DiffOptions(measures: [])).agreement
    }
    let same = try #require(try agreement(halves, halves))
    #expect(same.entityCount == 4)
    #expect(same.normalisedMutualInformation == 1 && same.adjustedRandIndex == 1)
    #expect(same.variationOfInformation == 0)
    // Every pair that is together in one is apart in the other: 0 bits in common.
    let none = try #require(try agreement(halves, others))
    #expect(abs(none.normalisedMutualInformation) < 1e-12)
    #expect(abs(none.adjustedRandIndex + 0.5) < 1e-12)
    #expect(abs(none.variationOfInformation - 1.3862943611198906) < 1e-12)
    #expect(try agreement(halves, network([("y", "agree", "z", 1)])) == nil)
  }
}
