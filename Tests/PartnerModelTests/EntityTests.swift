import PartnerModel
import Testing

@Suite struct EntityTests {
  @Test func identifiersAreReadable() {
    #expect(EntityID.named("Sergei Chemezov", kind: .person) == "person/sergei-chemezov")
    #expect(EntityID.named("Larsen & Toubro", kind: .organisation) == "organisation/larsen-toubro")
    #expect(EntityID.named("U.S. Navy", kind: .organisation) == "organisation/us-navy")
    #expect(EntityID.country("RU").rawValue == "country/RU")
  }

  /// Plain names are read by bytes, others by what Unicode says of their letters: "é" and "½" make a
  /// name one of the others without changing the letters beside it.
  @Test func identifiersOfPlainNamesAreThoseOfOthers() {
    for value in UInt8(1)..<128 {
      let name = "A \(UnicodeScalar(value))b"
      #expect(EntityID.slug(name) + "-é" == EntityID.slug(name + " É"), "\(value)")
    }
    #expect(EntityID.slug("") == "")
    #expect(EntityID.slug("--") == "")
  }

  @Test func everyRelationHasAFamilyAndOnlySymmetricOnesAreUndirected() {
    #expect(Relation.allCases.filter(\.isUndirected) == [.agree, .consult, .cooperate, .compete])
    #expect(Relation.transfer.group == .cooperative)
    #expect(Relation.compete.group == .hostile)
    #expect(Relation.leads.group == .structural)
  }
}
