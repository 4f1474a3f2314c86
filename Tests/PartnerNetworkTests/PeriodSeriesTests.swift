import PartnerModel
import PartnerNetwork
import Testing

struct PeriodSeriesTests {
  private var evidence: EvidenceSet {
    var writer = EvidenceWriter()
    for (number, date) in ["2011-05", "2012-10-17", "2012-11", "2014-01-22/2014-02-07"].enumerated()
    {
      let document = writer.document("\(number)", date: date)
      writer.observe("a", "agree", "b", in: document)
      writer.observe("a", "agree", "c", .historical, on: "1979-01-01", in: document)
    }
    writer.document("says nothing", date: "2016")
    writer.observe("a", "agree", "c")
    return writer.evidence
  }

  @Test func periodsHoldObservations() {
    func periods(_ step: PeriodSeries.Step) -> [String] {
      PeriodSeries.periods(of: evidence, every: step).map(\.description)
    }
    #expect(periods(.year) == ["1979", "2011", "2012", "2014"])
    // What lies between 22 January and 7 February is in the month of the middle.
    #expect(periods(.month) == ["1979-01", "2011-05", "2012-10", "2012-11", "2014-01"])
    #expect(periods(.day) == ["1979-01-01", "2012-10-17"])
  }

  @Test func proposedPeriodsHaveDocuments() {
    func proposal(_ documents: Int) -> [String] {
      PeriodSeries.proposal(for: evidence, documents: documents).map(\.description)
    }
    #expect(proposal(1) == ["2011", "2012", "2014"])
    #expect(proposal(2) == ["2011..2014"])
    #expect(proposal(3) == ["2011..2014"])
    #expect(proposal(100) == ["2011..2014"])
  }

  @Test func rowsWithoutDocumentsAreCountedThemselves() {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b", on: "2012-01-01")
    writer.observe("a", "agree", "b", on: "2013")
    writer.observe("a", "agree", "b", on: "2010/2013")
    #expect(PeriodSeries.proposal(for: writer.evidence).map(\.description) == ["2012", "2013"])
  }
}
