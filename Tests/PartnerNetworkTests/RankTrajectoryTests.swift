import PartnerModel
import PartnerNetwork
import Testing

struct RankTrajectoryTests {
  private var evidence: EvidenceSet {
    var writer = EvidenceWriter()
    let wire = writer.document("wire", source: "Wire", date: "2012-05")
    writer.observe("a", "transfer", "b", weight: 3, in: wire)
    writer.observe("c", "transfer", "b", in: wire)
    writer.observe("a", "transfer", "b", on: "2013-02")
    writer.observe("c", "transfer", "b", weight: 2, on: "2013-03")
    writer.observe("d", "transfer", "c", weight: 0.5, on: "2013-03")
    writer.observe("d", "threaten", "b", on: "2014")
    return writer.evidence
  }

  private let years = ["2012", "2013", "2014"].compactMap { Period($0) }

  @Test func ranksGoUpAndDown() throws {
    let found = try RankTrajectory(of: evidence, over: years, by: [.strength, .degree])
    #expect(found.steps.map(\.period) == years)
    #expect(found.steps.map(\.entityCount) == [3, 4, 0])
    #expect(found.steps.map(\.coverage.documentCount) == [1, 0, 0])
    // 2012: b 4, a 3, c 1. 2013: b 3, c 2.5, a 1, d 0.5.
    #expect(found.rows.map(\.entity.id) == ["b", "a", "c", "d"])
    #expect(
      found.rows.map { $0.points[0].map { $0?.rank } }
        == [[1, 1, nil], [2, 3, nil], [3, 2, nil], [nil, 4, nil]])
    #expect(found.rows[2].points[0].map { $0?.score } == [1, 2.5, nil])
    #expect(found.rows[2].points[1].map { $0?.rank } == [2, 1, nil])
    #expect(found.rows.map(\.bestRank) == [1, 2, 2, 4])
  }

  /// Each period says what the ranking of that period says, intervals included.
  @Test func agreesWithTheRankingOfThePeriod() throws {
    var random = Numbers(state: 11)
    let evidence = EvidenceSet.random(&random)
    let periods = PeriodSeries.periods(of: evidence, every: .year)
    #expect(periods.count == 4)
    let options = RankingOptions(bootstrap: 10)
    let found = try RankTrajectory(
      of: evidence, over: periods, by: [.pagerank, .constraint], options: options)
    for (number, period) in periods.enumerated() {
      let network = Network(evidence, selection: Selection(period: period))
      let ranking = try Ranking(of: network, by: [.pagerank, .constraint], options: options)
      #expect(ranking.rows.count == found.steps[number].entityCount)
      for row in ranking.rows {
        let points = found.rows.first { $0.entity == row.entity }?.points.map { $0[number] }
        #expect(points?.map { $0?.score } == row.scores)
        #expect(points?.map { $0?.rank } == row.ranks)
        #expect(points?.map { $0?.interval } == row.intervals)
      }
    }
    let shuffled = try RankTrajectory(
      of: evidence.shuffled(&random), over: periods, by: [.pagerank, .constraint],
      options: options)
    #expect(shuffled == found)
  }

  /// In one year there is no cycle: that is a gap, not a failure.
  @Test func periodsWithoutMeaningAreGaps() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b", on: "2012")
    writer.observe("a", "agree", "b", on: "2013")
    let options = RankingOptions(projection: ProjectionOptions(direction: .incoming))
    let found = try RankTrajectory(
      of: writer.evidence, over: years, by: [.eigenvector, .degree], options: options)
    #expect(found.steps.map(\.undefinedMeasures) == [[0], [], []])
    #expect(found.rows.map { $0.points[0].map { $0?.rank } } == [[nil, 1, nil], [nil, 1, nil]])
    #expect(found.rows.map { $0.points[1].map { $0?.rank } } == [[2, 1, nil], [1, 1, nil]])
    let only = try RankTrajectory(
      of: writer.evidence, over: years, by: [.eigenvector], options: options)
    #expect(only.rows.count == 2)
  }

  @Test func noPeriodsAndNoMeasures() throws {
    #expect(try RankTrajectory(of: evidence, over: [], by: [.degree]).rows.isEmpty)
    let error = #expect(throws: NetworkError.self) {
      try RankTrajectory(of: evidence, over: years, by: [])
    }
    #expect(error?.code == .noMeasures)
  }
}
