import PartnerModel
import PartnerNetwork
import Testing

struct SourceDependenceTests {
  /// By strength: hub 6, a 3, b 2, c 1. The Wire alone knows of a; the Daily of b and c, and of c
  /// so does a report without outlet.
  private var evidence: EvidenceSet {
    var writer = EvidenceWriter()
    let wire = writer.document("wire", source: "Wire")
    let daily = writer.document("daily", source: "Daily")
    let again = writer.document("daily again", source: "Daily")
    writer.document("echo says nothing", source: "Echo")
    writer.observe("a", "transfer", "hub", weight: 3, in: wire)
    writer.observe("b", "transfer", "hub", weight: 2, in: daily)
    writer.observe("c", "transfer", "hub", weight: 0.5, in: again)
    writer.observe("c", "transfer", "hub", weight: 0.5, in: writer.document("nameless"))
    return writer.evidence
  }

  @Test func ranksThatHangOnOneOutletAreFound() throws {
    let found = try SourceDependence(of: evidence, by: [.strength, .degree])
    #expect(found.sources.map(\.name) == ["Daily", "Wire"])
    #expect(found.rows.map(\.entity.id) == ["hub", "a", "b", "c"])
    let strength = found.rows.map { $0.dependences[0] }
    #expect(strength.map(\.rank) == [1, 2, 3, 4])
    // Without the Daily: hub 3.5, a 3, c 0.5, b gone. Without the Wire: hub 3, b 2, c 1, a gone.
    #expect(strength.map(\.ranksWithout) == [[1, 1], [2, 4], [4, 2], [3, 3]])
    #expect(strength.map(\.source) == [nil, 1, 0, 0])
    #expect(strength.map(\.fall) == [0, 2, 1, -1])
    #expect(strength.map(\.rankWithout) == [1, 4, 4, 3])
    #expect(found.rows.map(\.onlySource) == [nil, 1, 0, nil])
    #expect(found.greatestChange(by: 0) == [1, 2])
    // By degree all but the hub are second; who is gone comes after two others.
    #expect(found.rows.map { $0.dependences[1].fall } == [0, 2, 2, 0])
  }

  /// Two outlets tell one story: without either it is still told.
  @Test func whatAnotherOutletReportsStays() throws {
    var writer = EvidenceWriter()
    for source in ["Wire", "Daily"] {
      writer.observe("a", "transfer", "b", in: writer.document(source, source: source, story: 1))
    }
    writer.observe("a", "transfer", "c", weight: 0.5)
    let found = try SourceDependence(of: writer.evidence, by: [.strength])
    #expect(found.sources.map(\.name) == ["Daily", "Wire"])
    #expect(found.rows.allSatisfy { $0.dependences[0].source == nil && $0.onlySource == nil })
  }

  @Test func onlyTheSelectionCounts() throws {
    var evidence = evidence
    for place in evidence.observations.indices {
      evidence.observations[place].date = PartialDate(year: place == 0 ? 2012 : 2014)
    }
    let selection = Selection(period: Period("2014"))
    let found = try SourceDependence(of: evidence, selection: selection, by: [.strength])
    #expect(found.sources.map(\.name) == ["Daily"])
    #expect(found.rows.map(\.entity.id) == ["hub", "b", "c"])
  }

  /// The cycle hangs on the Wire, and so does the meaning of the measure.
  @Test func whatLosesItsMeaningSaysNothing() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b", in: writer.document("daily", source: "Daily"))
    writer.observe("a", "transfer", "b")
    writer.observe("b", "transfer", "a", in: writer.document("wire", source: "Wire"))
    let options = RankingOptions(projection: ProjectionOptions(direction: .incoming))
    let found = try SourceDependence(of: writer.evidence, by: [.eigenvector], options: options)
    #expect(found.rows.map(\.entity.id) == ["b", "a"])
    #expect(found.rows.map { $0.dependences[0].ranksWithout } == [[1, nil], [1, nil]])
  }

  @Test(arguments: 1...4) func threadsAndOrderMakeNoDifference(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let evidence = EvidenceSet.random(&random)
    let shuffled = evidence.shuffled(&random)
    let one = try SourceDependence(of: evidence, by: [.pagerank])
    var options = RankingOptions(threads: 3)
    var other = try SourceDependence(of: shuffled, by: [.pagerank], options: options)
    #expect(one.rows == other.rows)
    #expect(one.sources == other.sources)
    options.bootstrap = -1
    #expect(throws: NetworkError.self) {
      other = try SourceDependence(of: evidence, by: [.pagerank], options: options)
    }
  }

  @Test func withoutOutletsNothingHangsOnAny() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b")
    let found = try SourceDependence(of: writer.evidence, by: [.pagerank])
    #expect(found.sources.isEmpty)
    #expect(found.rows.map { $0.dependences[0].fall } == [0, 0])
    #expect(try SourceDependence(of: EvidenceSet(), by: [.pagerank]).rows.isEmpty)
  }
}
