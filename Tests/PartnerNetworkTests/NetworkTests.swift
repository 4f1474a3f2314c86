import PartnerModel
import PartnerNetwork
import Testing

/// Weights computed by hand from the design's rules: asserted 1, historical 1, planned 0.5,
/// negated 0, a story once.
struct NetworkTests {
  @Test func statusScalesWeight() {
    var writer = EvidenceWriter()
    for (target, status) in zip(["b", "c", "d", "e"], Status.allCases) {
      writer.observe("a", "transfer", target, status)
    }
    writer.observe("a", "transfer", "b", .planned)
    let network = Network(writer.evidence)
    #expect(
      network.lines == [
        "a transfer b 1.5", "a transfer c 0.5", "a transfer d 0.0", "a transfer e 1.0",
      ])
    #expect(network.ties[0].statementCount == 2)
    #expect(network.ties[0].rows == [1, 5])
  }

  @Test func statusScalesTheWeightOfARow() {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b", weight: 3)
    writer.observe("a", "transfer", "b", .planned, weight: 5)
    #expect(Network(writer.evidence).ties.map(\.weight) == [5.5])
  }

  @Test func undirectedTiesAreOneForBothOrders() {
    var writer = EvidenceWriter()
    writer.observe("b", "consult", "a")
    writer.observe("a", "consult", "b")
    writer.observe("b", "transfer", "a")
    writer.observe("a", "transfer", "b")
    #expect(
      Network(writer.evidence).lines == [
        "a consult b 2.0", "a transfer b 1.0", "b transfer a 1.0",
      ])
  }

  @Test func aStoryCountsOnceAndCorroborates() {
    var writer = EvidenceWriter()
    let agency = writer.document("agency", story: 7)
    let daily = writer.document("daily", story: 7)
    let weekly = writer.document("weekly", story: 8)
    writer.observe("a", "agree", "b", .planned, in: agency)
    writer.observe("a", "agree", "b", .asserted, in: daily)
    writer.observe("b", "agree", "a", .asserted, in: weekly)
    let tie = Network(writer.evidence).ties[0]
    #expect(tie.weight == 2)
    #expect(tie.documentCount == 3)
    #expect(tie.statementCount == 3)
  }

  @Test func tellingAStoryAgainNeverLowersAWeight() {
    var writer = EvidenceWriter()
    let long = writer.document("long", story: 7)
    for _ in 0..<3 { writer.observe("a", "agree", "b", in: long) }
    #expect(Network(writer.evidence).ties[0].weight == 3)
    let short = writer.document("short", story: 7)
    writer.observe("a", "agree", "b", in: short)
    #expect(Network(writer.evidence).ties[0].weight == 3)
  }

  @Test func rowsWithoutDocumentCountEach() {
    var writer = EvidenceWriter()
    for _ in 0..<4 { writer.observe("a", "agree", "b") }
    let tie = Network(writer.evidence).ties[0]
    #expect(tie.weight == 4)
    #expect(tie.documentCount == 0)
  }

  @Test func periodsSliceAndUndatedIsReported() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b", on: "2012-03-01")
    writer.observe("a", "transfer", "b", on: "2012")
    writer.observe("a", "transfer", "b", on: "2013-01-01")
    writer.observe("a", "transfer", "c")
    var selection = Selection(period: Period("2012"))
    let network = Network(writer.evidence, selection: selection)
    #expect(network.lines == ["a transfer b 2.0"])
    #expect(network.undatedObservationCount == 1)
    #expect(network.ties[0].first?.description == "2012")
    #expect(network.ties[0].last?.description == "2012")
    #expect(network.ties[0].rows == [1, 2])
    selection.includesUndated = true
    let wider = Network(writer.evidence, selection: selection)
    #expect(wider.lines == ["a transfer b 2.0", "a transfer c 1.0"])
    #expect(wider.undatedObservationCount == 0)
    #expect(Network(writer.evidence).ties.map(\.weight) == [3, 1])
  }

  @Test func datesAreThoseOfStatementsThatCount() {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b", on: "2012-03-01")
    writer.observe("a", "transfer", "b", .negated, on: "2010-03-01")
    writer.observe("a", "transfer", "b", on: "2013-05")
    writer.observe("a", "transfer", "c", .negated, on: "2009")
    let ties = Network(writer.evidence).ties
    #expect(ties[0].first?.description == "2012-03-01")
    #expect(ties[0].last?.description == "2013-05")
    #expect(ties[1].first?.description == "2009")
  }

  @Test func kindsRelationsAndFamiliesSelect() {
    var writer = EvidenceWriter()
    _ = writer.entity("p", kind: .person)
    writer.observe("p", "leads", "a")
    writer.observe("a", "transfer", "b")
    writer.observe("a", "threaten", "b")
    writer.observe("a", "is cousin of", "b")
    func lines(_ selection: Selection) -> [String] {
      Network(writer.evidence, selection: selection).lines
    }
    #expect(
      lines(Selection()) == [
        "a transfer b 1.0", "a threaten b 1.0", "a is cousin of b 1.0", "p leads a 1.0",
      ])
    #expect(lines(Selection(kinds: [.country])).count == 3)
    #expect(lines(Selection(relations: ["threaten", "leads"])).count == 2)
    #expect(lines(Selection(ties: .hostile)) == ["a threaten b 1.0"])
    #expect(lines(Selection(ties: .structural)) == ["p leads a 1.0"])
    #expect(lines(Selection(ties: .partner)).count == 3)
    #expect(lines(Selection(ties: .cooperative)).count == 2)
  }

  @Test func coverageCountsDocumentsOfThePeriod() throws {
    var writer = EvidenceWriter()
    let old = writer.document("old", source: "Wire", date: "2012-01-05")
    let new = writer.document("new", source: "Daily", date: "2014-01-05")
    writer.document("silent", source: "Daily", date: "2012-07-01")
    writer.document("undated")
    writer.observe("a", "transfer", "b", in: old)
    writer.observe("a", "transfer", "b", .historical, on: "2012", in: new)
    writer.observe("c", "threaten", "d", in: new)
    let period = Period("2012")
    let network = Network(
      writer.evidence, selection: Selection(period: period, ties: .cooperative))
    // `new` looks back on 2012; `silent` was published then; `undated` may be of any time.
    #expect(network.coverage.documentCount == 3)
    #expect(network.coverage.sources.map(\.name) == ["Daily", "Wire"])
    #expect(network.coverage.sources.map(\.documentCount) == [2, 1])
    #expect(network.documents.map(\.name) == ["new", "old"])
    #expect(network.documents(ofTieAt: 0) == [0, 1])
    #expect(network.mentions("a"))
    #expect(!network.mentions("c"))
  }
}
