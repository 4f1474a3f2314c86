import PartnerModel
import PartnerNetwork
import Testing

/// Damaged evidence costs what is damaged and nothing else.
struct HostileEvidenceTests {
  @Test func nothingMakesAnEmptyNetwork() throws {
    let network = Network(EvidenceSet())
    #expect(network.ties.isEmpty)
    #expect(try Ranking(of: network, by: Measure.allCases).rows.isEmpty)
    #expect(
      try Ranking(of: network, by: [.degree], options: RankingOptions(bootstrap: 3)).rows.isEmpty)
    for method in CommunityMethod.allCases {
      let found = try CommunityDetection(method: method).communities(of: network)
      #expect(found.communities.isEmpty)
      #expect(found.quality == 0)
    }
    let diff = try NetworkDiff(before: network, after: network)
    #expect(diff.ties.isEmpty)
    #expect(diff.distance == 0)
    #expect(PeriodSeries.periods(of: EvidenceSet()).isEmpty)
    #expect(PeriodSeries.proposal(for: EvidenceSet()).isEmpty)
    #expect(EvidenceIndex(EvidenceSet()).observations(about: 0).isEmpty)
  }

  @Test func placesThatDoNotExistAreProblems() {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b")
    var evidence = writer.evidence
    let good = evidence.observations[0]
    for value in [Int32.min, -1, 2, .max] {
      var bad = good
      bad.row = Int64(value)
      bad.source = value
      evidence.observations.append(bad)
      bad = good
      bad.target = value
      evidence.observations.append(bad)
      bad = good
      bad.relation = value
      evidence.observations.append(bad)
      bad = good
      bad.document = value
      evidence.observations.append(bad)
    }
    let network = Network(evidence)
    // The four with a document that does not exist still count; -1 is no document.
    #expect(network.lines == ["a transfer b 5.0"])
    #expect(
      network.problems.map(\.kind) == [.unknownEntity, .unknownRelation, .unknownDocument])
    #expect(network.problems.map(\.count) == [8, 4, 3])
    #expect(network.problems[0].firstRow == Int64(Int32.min))
    #expect(EvidenceIndex(evidence).observations(about: 0).count == 5)
    #expect(EvidenceIndex(evidence).observations(about: -1).isEmpty)
    #expect(EvidenceIndex(evidence).observations(about: 99, and: -5).isEmpty)
  }

  @Test func weightsThatAreNoneAreProblems() throws {
    var writer = EvidenceWriter()
    let bad = [
      Double.nan, .infinity, -.infinity, -1, 1e300, .leastNonzeroMagnitude,
      .signalingNaN,
    ]
    for weight in bad { writer.observe("a", "transfer", "b", weight: weight) }
    writer.observe("a", "transfer", "b", weight: 0)
    writer.observe("a", "transfer", "c", weight: 1e90)
    writer.observe("c", "transfer", "d", weight: 1e-90)
    let network = Network(writer.evidence)
    #expect(network.lines == ["a transfer b 0.0", "a transfer c 1e+90", "c transfer d 1e-90"])
    #expect(network.problems.map(\.count) == [bad.count])
    let ranking = try Ranking(of: network, by: Measure.allCases)
    #expect(ranking.rows.allSatisfy { $0.scores.allSatisfy(\.isFinite) })
  }

  @Test func loopsAreEvidenceButNoTieToAnyone() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "assault", "a")
    writer.observe("a", "agree", "a")
    writer.observe("a", "agree", "b")
    let network = Network(writer.evidence)
    #expect(network.ties.count == 3)
    let ranking = try Ranking(of: network, by: [.strength])
    #expect(ranking.rows.map { $0.scores[0] } == [1, 1])
    let diff = try NetworkDiff(before: network, after: Network(EvidenceSet()))
    #expect(diff.entities.map(\.strengthBefore) == [1, 1])
    #expect(EvidenceIndex(writer.evidence).observations(about: 0, and: 0).count == 2)
  }

  @Test func oneEntityListedTwiceIsOne() {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    writer.observe("b", "agree", "x")
    writer.evidence.entities[2].id = "a"
    #expect(Network(writer.evidence).lines == ["a agree b 2.0"])
  }

  @Test func typesOfOneNameAreOne() {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    writer.observe("a", "odd", "b")
    writer.evidence.relations[1] = writer.evidence.relations[0]
    #expect(Network(writer.evidence).lines == ["a agree b 2.0"])
  }

  @Test func extremeDatesFallSomewhere() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    let ends = [Day(number: .min), Day(number: .max)]
    writer.evidence.observations[0].date = PartialDate(from: ends[0], to: ends[1])
    for end in ends {
      var observation = writer.evidence.observations[0]
      observation.date = PartialDate(end)
      writer.evidence.observations.append(observation)
    }
    let selection = Selection(period: Period("2012.."))
    #expect(Network(writer.evidence, selection: selection).ties.map(\.weight) == [1])
    // No calendar year holds them.
    #expect(PeriodSeries.periods(of: writer.evidence).isEmpty)
  }
}
