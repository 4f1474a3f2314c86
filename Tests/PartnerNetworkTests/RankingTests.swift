import PartnerModel
import PartnerNetwork
import Testing

struct RankingTests {
  /// `a` supplies b, c and d; b supplies c twice over; e has no tie but hostile and denied ones.
  private var network: Network {
    var writer = EvidenceWriter()
    for target in ["b", "c", "d"] { writer.observe("a", "transfer", target) }
    writer.observe("b", "transfer", "c", weight: 2)
    writer.observe("e", "threaten", "a")
    writer.observe("e", "transfer", "b", .negated)
    return Network(writer.evidence)
  }

  private func scores(
    _ measure: Measure, _ projection: ProjectionOptions = ProjectionOptions()
  ) throws -> [String: Double] {
    let ranking = try Ranking(
      of: network, by: [measure], options: RankingOptions(projection: projection))
    return Dictionary(
      uniqueKeysWithValues: ranking.rows.map { ($0.entity.id.rawValue, $0.scores[0]) })
  }

  @Test func directionDecidesWhichTiesCount() throws {
    #expect(try scores(.degree) == ["a": 3, "b": 2, "c": 2, "d": 1])
    #expect(try scores(.strength) == ["a": 3, "b": 3, "c": 3, "d": 1])
    let incoming = ProjectionOptions(direction: .incoming)
    #expect(try scores(.degree, incoming) == ["a": 0, "b": 1, "c": 2, "d": 1])
    #expect(try scores(.strength, incoming) == ["a": 0, "b": 1, "c": 3, "d": 1])
    let outgoing = ProjectionOptions(direction: .outgoing)
    #expect(try scores(.strength, outgoing) == ["a": 3, "b": 2, "c": 0, "d": 0])
    // d is reached from a alone, at distance 1.
    #expect(try scores(.harmonic, incoming)["d"] == 1)
    #expect(try scores(.harmonic, outgoing)["d"] == 0)
  }

  @Test func weightsNoneForgetsStrength() throws {
    let none = ProjectionOptions(weights: .none)
    #expect(try scores(.strength, none) == ["a": 3, "b": 2, "c": 2, "d": 1])
    // From c: b at 1/2, a at 1, d at 2 by strength; b and a at 1, d at 2 without.
    #expect(try scores(.harmonic)["c"] == 2 + 1 + 0.5)
    #expect(try scores(.harmonic, none)["c"] == 1 + 1 + 0.5)
  }

  @Test func undirectedTiesPointBothWays() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b", weight: 3)
    writer.observe("a", "transfer", "b")
    let network = Network(writer.evidence)
    for (direction, expected) in [
      (ProjectionDirection.both, [4.0, 4]), (.incoming, [4, 3]), (.outgoing, [4, 3]),
    ] {
      let options = RankingOptions(projection: ProjectionOptions(direction: direction))
      let ranking = try Ranking(of: network, by: [.strength], options: options)
      #expect(ranking.rows.map { $0.scores[0] } == expected)
      #expect(ranking.rows[0].entity.id == (direction == .incoming ? "b" : "a"))
    }
  }

  @Test func hostileTiesCountOnlyWhenAskedFor() throws {
    #expect(try scores(.degree)["e"] == nil)
    #expect(try scores(.degree, ProjectionOptions(ties: .all))["e"] == 1)
    #expect(try scores(.degree, ProjectionOptions(ties: .hostile)) == ["a": 1, "e": 1])
    var writer = EvidenceWriter()
    writer.observe("e", "threaten", "a")
    for selection in [Selection(ties: .hostile), Selection(relations: ["threaten"])] {
      let network = Network(writer.evidence, selection: selection)
      #expect(try Ranking(of: network, by: [.degree]).rows.count == 2)
    }
  }

  @Test func equalScoresShareARank() throws {
    let ranking = try Ranking(of: network, by: [.strength, .degree, .strength])
    #expect(ranking.measures == [.strength, .degree])
    #expect(ranking.rows.map(\.entity.id) == ["a", "b", "c", "d"])
    #expect(ranking.rows.map { $0.ranks[0] } == [1, 1, 1, 4])
    #expect(ranking.rows.map { $0.ranks[1] } == [1, 2, 2, 4])
  }

  /// 0.1 summed ten times is not 1.
  @Test func roundingIsNoDifference() throws {
    var writer = EvidenceWriter()
    for _ in 0..<10 { writer.observe("a", "transfer", "hub", weight: 0.1) }
    writer.observe("b", "transfer", "hub")
    writer.observe("c", "transfer", "hub", weight: 1 - 1e-6)
    let ranking = try Ranking(of: Network(writer.evidence), by: [.strength])
    #expect(ranking.rows.map(\.entity.id) == ["hub", "a", "b", "c"])
    #expect(ranking.rows.map { $0.ranks[0] } == [1, 2, 2, 4])
    #expect(ranking.rows[1].scores != ranking.rows[2].scores)
  }

  @Test func unknownMeasureIsToldWhatItMayMean() {
    let error = #expect(throws: NetworkError.self) { try Measure(named: "PageRnak") }
    #expect(error?.code == .unknownMeasure)
    #expect(error?.remedy.hasPrefix("did you mean 'pagerank'?") ?? false)
    #expect((try? Measure(named: "PageRank")) == .pagerank)
    #expect(throws: NetworkError.self) { try Measure(named: "") }
    let hostile = String(repeating: "x\u{1B}[31m", count: 10_000)
    let long = #expect(throws: NetworkError.self) { try Measure(named: hostile) }
    #expect((long?.description.unicodeScalars.count ?? .max) < 400)
    #expect(!(long?.description.unicodeScalars.contains("\u{1B}") ?? true))
  }

  @Test func definitionsNameTheRuleForWeights() {
    for measure in [Measure.betweenness, .closeness, .harmonic] {
      #expect(measure.definition().contains("distance = 1/strength"))
      #expect(!measure.definition(ProjectionOptions(weights: .none)).contains("strength"))
    }
  }

  @Test func optionsOutOfRangeAreRefused() {
    for options in [
      RankingOptions(threads: 0), RankingOptions(bootstrap: -1), RankingOptions(bootstrap: .max),
    ] {
      let error = #expect(throws: NetworkError.self) {
        try Ranking(of: network, by: [.degree], options: options)
      }
      #expect(error?.code == .invalidOption)
    }
    #expect(throws: NetworkError.self) { try Ranking(of: network, by: []) }
  }

  @Test func phasesAreReported() throws {
    var phases: [String] = []
    _ = try Ranking(
      of: network, by: [.degree, .pagerank], options: RankingOptions(bootstrap: 2)
    ) { phase, _ in phases.append(phase) }
    #expect(phases == ["project", "degree", "pagerank", "bootstrap"])
  }
}
