import PartnerModel
import PartnerNetwork
import Testing

struct RankExplanationTests {
  private static let sums = Measure.allCases.filter(\.isSumOverPartners)

  /// Who supplies a hub: 3 from b, 1 from c, and the hub supplies d.
  private var hub: Network {
    var writer = EvidenceWriter()
    writer.observe("b", "transfer", "a", weight: 2)
    writer.observe("b", "agree", "a", weight: 1)
    writer.observe("c", "transfer", "a")
    writer.observe("a", "transfer", "d", weight: 4)
    writer.observe("a", "accuse", "e", weight: 9)
    return Network(writer.evidence)
  }

  @Test func strengthIsSharedOutExactly() throws {
    let found = try hub.explanation(of: "a", by: [.strength])
    #expect(found.scores == [8] && found.ranks == [1] && found.remainders == [0])
    #expect(found.partners.map { hub.entities[$0.place].id } == ["d", "b", "c"])
    #expect(found.partners.map(\.contributions) == [[4], [3], [1]])
    #expect(found.partners.map { $0.ties.count } == [1, 2, 1])
    // Without d, a keeps 4 of 8 and leads before b with 3; without b, d has 4 of its 5.
    #expect(found.partners.map(\.scoresWithout) == [[4], [5], [7]])
    #expect(found.partners.map(\.ranksWithout) == [[1], [1], [1]])
    let incoming = try hub.explanation(
      of: "a", by: [.strength],
      options: RankingOptions(projection: ProjectionOptions(direction: .incoming)))
    #expect(incoming.scores == [4])
    #expect(incoming.partners.map { hub.entities[$0.place].id } == ["b", "c", "d"])
    #expect(incoming.partners.map(\.contributions) == [[3], [1], [0]])
  }

  /// A walker reaches b from a only: 0.85 of a's score, which all goes there, and its jumps.
  @Test func pageRankComesFromWhereTheWalkerComes() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b")
    writer.observe("b", "transfer", "a")
    let found = try Network(writer.evidence).explanation(
      of: "b", by: [.pagerank],
      options: RankingOptions(projection: ProjectionOptions(direction: .incoming)))
    #expect(abs(found.scores[0] - 0.5) < 1e-9)
    #expect(abs(found.partners[0].contributions[0] - 0.85 * 0.5) < 1e-9)
    #expect(abs(try #require(found.remainders[0]) - 0.15 / 2) < 1e-9)
    // Nobody else is left to rank before it.
    #expect(found.partners[0].ranksWithout == [1])
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>) func contributionsAddUp(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let network = Network(EvidenceSet.random(&random))
    for direction in ProjectionDirection.allCases {
      for weights in WeightRule.allCases {
        let options = RankingOptions(
          projection: ProjectionOptions(weights: weights, direction: direction))
        let ranking = try Ranking(of: network, by: Self.sums, options: options)
        for row in ranking.rows {
          let found = try network.explanation(of: row.entity.id, by: Self.sums, options: options)
          #expect(found.scores == row.scores && found.ranks == row.ranks)
          for (number, measure) in Self.sums.enumerated() {
            let sum = found.partners.reduce(0) { $0 + $1.contributions[number] }
            let rest = try #require(found.remainders[number])
            #expect(abs(sum + rest - row.scores[number]) < 1e-9)
            #expect(rest >= -1e-9 && found.partners.allSatisfy { $0.contributions[number] >= 0 })
            if measure != .pagerank { #expect(abs(rest) < 1e-9, "\(measure)") }
          }
        }
      }
    }
  }

  /// What is said to be the score without a partner is the score in a network without its ties.
  @Test func withoutIsAsIfItWereNotThere() throws {
    var random = Numbers(state: 11)
    let evidence = EvidenceSet.random(&random)
    let measures: [Measure] = [.betweenness, .harmonic, .pagerank, .constraint]
    let network = Network(evidence)
    let entity = network.entities[3]
    let found = try network.explanation(of: entity.id, by: measures)
    #expect(found.partners.count > 3)
    for partner in found.partners {
      let rows = Set(partner.ties.flatMap { network.ties[$0].rows })
      var rest = evidence
      rest.observations.removeAll { rows.contains($0.row) }
      let ranking = try Ranking(of: Network(rest), by: measures)
      let row = try #require(ranking.rows.first { $0.entity.id == entity.id })
      for number in measures.indices {
        let score = try #require(partner.scoresWithout[number])
        #expect(abs(score - row.scores[number]) < 1e-12)
        #expect(partner.ranksWithout[number] == row.ranks[number])
        if !measures[number].isSumOverPartners {
          #expect(partner.contributions[number] == found.scores[number] - score)
        }
      }
    }
  }

  @Test func whoHasNoTieIsTold() {
    let error = #expect(throws: NetworkError.self) {
      try hub.explanation(of: "e", by: [.strength])
    }
    #expect(error?.code == .unknownEntity)
  }

  @Test func manySamplesAreExactAndFewAreSaidToBeRough() throws {
    var random = Numbers(state: 2)
    let network = Network(EvidenceSet.random(&random))
    let exact = try Ranking(of: network, by: [.betweenness])
    let all = try Ranking(of: network, by: [.betweenness], options: RankingOptions(samples: 1000))
    #expect(exact.samplingError == nil && all.samplingError == 0)
    for (a, b) in zip(exact.rows, all.rows) { #expect(abs(a.scores[0] - b.scores[0]) < 1e-12) }
    let few = try Ranking(of: network, by: [.betweenness], options: RankingOptions(samples: 5))
    let error = try #require(few.samplingError)
    let scores = Dictionary(uniqueKeysWithValues: exact.rows.map { ($0.place, $0.scores[0]) })
    for row in few.rows { #expect(abs(row.scores[0] - (scores[row.place] ?? 0)) <= error) }
    #expect(throws: NetworkError.self) {
      try Ranking(of: network, by: [.degree], options: RankingOptions(samples: 0))
    }
  }

  /// On the path a – b – c – d, the tie in the middle lies on 4 of the 6 paths, the others on 3.
  @Test func tiesThatHoldThePathTogether() throws {
    var writer = EvidenceWriter()
    for (one, other) in [("a", "b"), ("b", "c"), ("c", "d")] {
      writer.observe(one, "transfer", other)
    }
    let network = Network(writer.evidence)
    let found = try network.tieBetweenness().rows
    #expect(found.map { network.entities[$0.source].id } == ["b", "a", "c"])
    let expected: [Double] = [4.0 / 6, 0.5, 0.5]
    #expect(found.map(\.betweenness) == expected)
    #expect(found.map(\.rank) == [1, 2, 2])
    let turned = try network.tieBetweenness(ProjectionOptions(direction: .outgoing)).rows
    #expect(turned.map { network.entities[$0.source].id } == ["b", "a", "c"])
    #expect(turned.map { network.entities[$0.target].id } == ["c", "b", "d"])
  }

  @Test func theShapeOfATriangleAndAPair() throws {
    var writer = EvidenceWriter()
    for (one, other) in [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y")] {
      writer.observe(one, "accuse", other)
    }
    let shape = try Network(writer.evidence).shape()
    #expect(shape.pairCount == 4 && shape.componentCount == 2 && shape.largestComponent == 3)
    #expect(shape.density == 0.4 && shape.transitivity == 1)
    #expect(try Network(EvidenceSet()).shape().density == 0)
  }
}
