import PartnerModel
import Testing

@testable import NetworkReports

/// Counted by hand; the years lie on both sides of 1970, where day numbers change their sign.
struct ObservationTalliesTests {
  @Test("Relations, statuses, years and the period are counted; a relation that is not is left out")
  func counts() throws {
    func observation(_ relation: Int32, _ status: Status, _ date: String?) -> Observation {
      Observation(
        source: 0, target: 0, relation: relation, status: status,
        date: date.flatMap { PartialDate($0) }, row: 1)
    }
    let tallies = ObservationTallies(
      EvidenceSet(
        relations: [TieType(.agree), TieType(name: "knows")],
        observations: [
          observation(1, .asserted, "1969"), observation(0, .planned, "1969-12-31"),
          observation(1, .asserted, nil), observation(7, .negated, "1972-02"),
          // The middle of the days it may be lies in 1971.
          observation(-1, .asserted, "1970-01-01/1973-06-01"),
        ]))
    #expect(tallies.relations.map(\.name) == ["agree", "knows"])
    #expect(tallies.relations.map(\.count) == [1, 2])
    let statuses = Dictionary(uniqueKeysWithValues: tallies.statuses.map { ($0.name, $0.count) })
    #expect(statuses == ["asserted": 3, "planned": 1, "negated": 1])
    let years = tallies.years.filter { $0.count > 0 }
    #expect(years.map(\.name) == ["1969", "1971", "1972"])
    #expect(years.map(\.count) == [2, 1, 1])
    #expect(tallies.undated == 1)
    #expect(tallies.period == Period("1969-01-01..1973-06-01"))
  }

  @Test("Without an observation there is no period and no year")
  func empty() {
    let tallies = ObservationTallies(EvidenceSet())
    #expect(tallies.period == nil)
    #expect(tallies.years.isEmpty)
    #expect(tallies.undated == 0)
  }
}
