import PartnerModel
import PartnerNetwork
import Testing

@Suite struct EvidenceAnchorTests {
  @Test func namesCanBeRead() {
    #expect(EvidenceAnchor.entity("country/RU") == "entity:country.RU")
    #expect(
      EvidenceAnchor.tie("country/RU", TieType(.transfer), "organisation/nato")
        == "tie:country.RU:transfer:organisation.nato")
  }

  @Test func undirectedTiesHaveOneName() {
    let (type, one, two) = (TieType(.agree), EntityID.country("RU"), EntityID.country("IN"))
    #expect(EvidenceAnchor.tie(one, type, two) == EvidenceAnchor.tie(two, type, one))
    #expect(
      EvidenceAnchor.tie(one, TieType(.transfer), two)
        != EvidenceAnchor.tie(two, TieType(.transfer), one))
  }

  /// Whatever ids are made of, names differ, and are made of what addresses hold as it is.
  @Test func namesDifferAndAreSafe() {
    let texts = [
      "", "a", "a/b", "a.b", "a:b", "a b", "a~20b", "a\u{0}", "путин", "шойгу", "<a>", "\"", "%20",
      String(repeating: "x", count: 500), String(repeating: "x", count: 501),
    ]
    let names = texts.map { EvidenceAnchor.entity(EntityID(rawValue: $0)) }
    #expect(Set(names).count == texts.count)
    for name in names {
      #expect(name.utf8.count < 160)
      #expect(
        name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~:".contains($0)) })
    }
  }
}
