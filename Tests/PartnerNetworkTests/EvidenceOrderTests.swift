import PartnerModel
import PartnerNetwork
import Testing

/// The order of the evidence is no part of it: a network of shuffled evidence is the same to the
/// last bit, and so is what is computed from it.
struct EvidenceOrderTests {
  @Test(arguments: 1...12) func orderMakesNoDifference(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let evidence = EvidenceSet.random(&random)
    let shuffled = evidence.shuffled(&random)
    #expect(evidence.observations != shuffled.observations)
    let network = Network(evidence)
    #expect(network == Network(shuffled))
  }

  @Test(arguments: 1...3) func orderMakesNoDifferenceToResults(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let evidence = EvidenceSet.random(&random)
    let network = Network(evidence)
    let shuffled = Network(evidence.shuffled(&random))
    let options = RankingOptions(bootstrap: 3, seed: 3)
    #expect(
      try Ranking(of: network, by: Measure.allCases, options: options)
        == Ranking(of: shuffled, by: Measure.allCases, options: options))
    for method in CommunityMethod.allCases {
      let detection = CommunityDetection(method: method, stabilityRuns: 2)
      #expect(try detection.communities(of: network) == detection.communities(of: shuffled))
    }
  }

  /// Against the definition, written down naively: a dictionary per tie, story and document.
  @Test(arguments: 1...12) func weightsFollowTheDefinition(seed: UInt64) {
    var random = Numbers(state: seed)
    let evidence = EvidenceSet.random(&random)
    var sums: [[String]: [Int: [Int32: Double]]] = [:]
    for observation in evidence.observations {
      let type = evidence.relations[Int(observation.relation)]
      var ends = [observation.source, observation.target].map { evidence.entities[Int($0)].id }
      if type.isUndirected { ends.sort() }
      let isLoose = observation.document < 0
      let story =
        isLoose
        ? -Int(observation.row) : evidence.documents[Int(observation.document)].story
      let weight = observation.weight * observation.status.weight
      let key = ends.map(\.rawValue) + [type.name]
      sums[key, default: [:]][story, default: [:]][observation.document, default: 0] += weight
    }
    let network = Network(evidence)
    #expect(network.ties.count == sums.count)
    for tie in network.ties {
      let key = [
        network.entities[tie.source].id.rawValue, network.entities[tie.target].id.rawValue,
        network.types[tie.type].name,
      ]
      let expected = sums[key]?.values.reduce(0) { $0 + ($1.values.max() ?? 0) } ?? .nan
      #expect(abs(tie.weight - expected) <= 1e-12 * expected)
    }
  }
}

/// A linear congruential generator (Knuth's MMIX): tests are the same on every run.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 32) | (state << 32)
  }
}

extension EvidenceSet {
  /// Evidence of every sort: stories, rows without document, every status, odd weights.
  static func random(_ random: inout Numbers) -> EvidenceSet {
    var writer = EvidenceWriter()
    let names = (0..<15).map { "country/\($0)" }
    for number in 0..<12 {
      writer.document(
        "document \(number)", source: "source \(number % 4)", date: "\(2010 + number % 4)",
        story: number / 2)
    }
    for _ in 0..<150 {
      writer.observe(
        names.randomElement(using: &random) ?? "",
        Relation.allCases.randomElement(using: &random)?.rawValue ?? "",
        names.randomElement(using: &random) ?? "",
        Status.allCases.randomElement(using: &random) ?? .asserted,
        weight: Double.random(in: 0.1...3, using: &random),
        in: Int32.random(in: -1...11, using: &random))
    }
    return writer.evidence
  }

  /// The same evidence in another order throughout.
  func shuffled(_ random: inout Numbers) -> EvidenceSet {
    func order(_ count: Int) -> (old: [Int], new: [Int32]) {
      let old = Array(0..<count).shuffled(using: &random)
      var new = Array(repeating: Int32(0), count: count)
      for (place, original) in old.enumerated() { new[original] = Int32(place) }
      return (old, new)
    }
    let (entityOrder, newEntity) = order(entities.count)
    let (typeOrder, newType) = order(relations.count)
    let (documentOrder, newDocument) = order(documents.count)
    let moved = observations.map {
      var observation = $0
      observation.source = newEntity[Int($0.source)]
      observation.target = newEntity[Int($0.target)]
      observation.relation = newType[Int($0.relation)]
      if $0.document >= 0 { observation.document = newDocument[Int($0.document)] }
      return observation
    }
    return EvidenceSet(
      entities: entityOrder.map { entities[$0] }, relations: typeOrder.map { relations[$0] },
      documents: documentOrder.map { documents[$0] }, observations: moved.shuffled(using: &random))
  }
}
