import PartnerModel
import PartnerNetwork
import Testing

struct MeasureTests {
  private func ranking(
    _ ties: [(String, String, String)], by measures: [Measure],
    _ options: RankingOptions = RankingOptions()
  ) throws -> [String: [Double]] {
    var writer = EvidenceWriter()
    for (source, relation, target) in ties { writer.observe(source, relation, target) }
    let rows = try Ranking(of: Network(writer.evidence), by: measures, options: options).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.entity.id.rawValue, $0.scores) })
  }

  private let star = ["x", "y", "z", "w"].map { ("hub", "agree", $0) }

  /// A centre of four leaves: constraint 4 · (1/4)², of a leaf 1; nothing is redundant, no two
  /// leaves are tied, and no part is denser than the star.
  @Test func starHasClosedForms() throws {
    let found = try ranking(star, by: [.constraint, .effectiveSize, .clustering, .core])
    #expect(found["hub"] == [0.25, 4, 0, 1])
    #expect(found["x"] == [1, 1, 0, 1])
  }

  @Test func cliqueHasClosedForms() throws {
    let ties = [("a", "agree", "b"), ("b", "agree", "c"), ("c", "agree", "a")]
    let found = try ranking(ties, by: [.clustering, .core, .effectiveSize, .katz, .constraint])
    // Two partners, of whom each is tied to the other: 2 - 1. Constraint 2 · (1/2 + 1/4)².
    for scores in [found["a"], found["b"], found["c"]] {
      for (score, expected) in zip(scores ?? [], [1, 2, 1, 1 / 3.0.squareRoot(), 1.125]) {
        #expect(abs(score - expected) < 1e-12)
      }
    }
  }

  /// A broker is little constrained, and comes first; who has no partner is no broker.
  @Test func lowConstraintRanksFirst() throws {
    var writer = EvidenceWriter()
    for (source, _, target) in star { writer.observe(source, "agree", target) }
    writer.observe("x", "agree", "y")
    writer.observe("alone", "agree", "alone")
    let ranking = try Ranking(of: Network(writer.evidence), by: [.constraint])
    #expect(ranking.rows.map(\.entity.id) == ["hub", "x", "y", "w", "z", "alone"])
    #expect(ranking.rows.map { $0.ranks[0] } == [1, 2, 2, 4, 4, 6])
    #expect(Measure.allCases.filter(\.ranksLowestFirst) == [.constraint])
  }

  /// Two suppliers, of whom one supplies both recipients, whatever direction is asked for.
  @Test(arguments: ProjectionDirection.allCases)
  func hubsSupplyAndAuthoritiesReceive(direction: ProjectionDirection) throws {
    let ties = [("s", "transfer", "r"), ("s", "transfer", "q"), ("t", "transfer", "r")]
    let options = RankingOptions(projection: ProjectionOptions(direction: direction))
    let found = try ranking(ties, by: [.hubs, .authorities], options)
    // Dominant vector of [[2, 1], [1, 1]]: 1 to the golden ratio less 1, summing to 1.
    let golden = (1 + 5.0.squareRoot()) / 2
    for (entity, expected) in [
      ("s", [1 / golden, 0]), ("t", [1 - 1 / golden, 0]), ("r", [0, 1 / golden]),
      ("q", [0, 1 - 1 / golden]),
    ] {
      for (score, value) in zip(found[entity] ?? [], expected) {
        #expect(abs(score - value) < 1e-9)
      }
    }
  }

  @Test func whatHasNoMeaningIsSaid() throws {
    let ties = [("s", "transfer", "r"), ("s", "transfer", "q"), ("t", "transfer", "r")]
    let options = RankingOptions(projection: ProjectionOptions(direction: .incoming))
    let error = #expect(throws: NetworkError.self) {
      try ranking(ties, by: [.eigenvector], options)
    }
    #expect(error?.code == .undefinedMeasure)
    #expect(error?.detail.hasPrefix("eigenvector: ") ?? false)
    #expect(error?.remedy.contains("katz") ?? false)
    #expect(try ranking(ties, by: [.katz], options)["r"] != nil)
  }

  /// A cycle that hangs on one document of four: some 32 % of the resamples have none, and say
  /// nothing rather than that the measure is undefined.
  @Test func resamplesWithoutMeaningSayNothing() throws {
    var writer = EvidenceWriter()
    let documents = (0..<4).map { writer.document("\($0)") }
    for document in documents { writer.observe("a", "transfer", "b", in: document) }
    writer.observe("b", "transfer", "a", in: documents[0])
    let options = RankingOptions(
      projection: ProjectionOptions(direction: .incoming), bootstrap: 50)
    let rows = try Ranking(
      of: Network(writer.evidence), by: [.eigenvector], options: options
    ).rows
    #expect(rows.map(\.intervals) == [[1...1], [2...2]])
  }

  /// A walker who always returns to d is at d and around it.
  @Test func preferredEntitiesDrawPageRank() throws {
    let ties = [
      ("a", "agree", "b"), ("b", "agree", "c"), ("c", "agree", "d"), ("a", "agree", "x"),
      ("a", "agree", "y"), ("a", "agree", "z"),
    ]
    let plain = try ranking(ties, by: [.pagerank])
    #expect(plain.max { $0.value[0] < $1.value[0] }?.key == "a")
    let options = RankingOptions(preferred: ["d"])
    let near = try ranking(ties, by: [.pagerank, .strength], options)
    #expect(near.sorted { $0.value[0] > $1.value[0] }.prefix(2).map(\.key) == ["c", "d"])
    #expect(abs(near.values.reduce(0) { $0 + $1[0] } - 1) < 1e-9)
    #expect(near["a"]?[1] == 4)
    #expect(options.definition(of: .pagerank).hasSuffix("seen from d"))
    #expect(options.definition(of: .strength) == Measure.strength.definition())
    let error = #expect(throws: NetworkError.self) {
      try ranking(ties, by: [.pagerank], RankingOptions(preferred: ["nobody"]))
    }
    #expect(error?.code == .undefinedMeasure)
  }

  @Test func everyMeasureIsFoundByNameAndDefined() throws {
    for measure in Measure.allCases {
      #expect(try Measure(named: measure.rawValue.uppercased()) == measure)
      let definitions = ProjectionDirection.allCases.map {
        measure.definition(ProjectionOptions(direction: $0))
      }
      #expect(definitions.allSatisfy { $0.count > 20 })
    }
    let error = #expect(throws: NetworkError.self) { try Measure(named: "effectivesize") }
    #expect(error?.remedy.hasPrefix("did you mean 'effective-size'?") ?? false)
  }
}
