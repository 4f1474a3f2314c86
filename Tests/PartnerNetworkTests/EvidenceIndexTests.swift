import PartnerModel
import PartnerNetwork
import Testing

struct EvidenceIndexTests {
  private var evidence: EvidenceSet {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b", on: "2014")
    writer.observe("b", "transfer", "a", on: "2012")
    writer.observe("c", "agree", "a")
    writer.observe("b", "threaten", "c", on: "2012-01-01")
    writer.observe("a", "leads", "a", on: "2013")
    return writer.evidence
  }

  @Test func findsWhatIsSaidOfOneAndOfTwo() {
    let index = EvidenceIndex(evidence)
    #expect(index.observations(about: 0).map(\.row) == [2, 5, 1, 3])
    #expect(index.observations(about: 1, and: 0).map(\.row) == [2, 1])
    #expect(index.observations(about: 0, and: 1).map(\.row) == [2, 1])
    #expect(index.observations(about: 1, and: 1).isEmpty)
  }

  @Test func selectsLikeANetwork() {
    let index = EvidenceIndex(evidence)
    for selection in [
      Selection(period: Period("2012")), Selection(period: Period("2012"), includesUndated: true),
      Selection(ties: .hostile), Selection(kinds: [.person]), Selection(relations: ["agree"]),
    ] {
      let network = Network(evidence, selection: selection)
      let rows = Set(
        (0..<3).flatMap { index.observations(about: $0, selection: selection) }.map(\.row))
      #expect(rows == Set(network.ties.flatMap(\.rows)))
    }
  }

  @Test func rowsLeadBackToObservations() {
    let index = EvidenceIndex(evidence)
    #expect(index.observations(rows: [4, 99, 1, -3]).map(\.row) == [4, 1])
  }
}
