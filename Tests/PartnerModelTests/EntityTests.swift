import PartnerModel
import Testing

@Suite struct EntityTests {
  @Test func identifiersAreReadable() {
    #expect(EntityID.named("Sergei Chemezov", kind: .person) == "person/sergei-chemezov")
    #expect(EntityID.named("Larsen & Toubro", kind: .organisation) == "organisation/larsen-toubro")
    #expect(EntityID.named("U.S. Navy", kind: .organisation) == "organisation/us-navy")
    #expect(EntityID.country("RU").rawValue == "country/RU")
  }

  @Test func everyRelationHasAFamilyAndOnlySymmetricOnesAreUndirected() {
    #expect(Relation.allCases.filter(\.isUndirected) == [.agree, .consult, .cooperate, .compete])
    #expect(Relation.transfer.group == .cooperative)
    #expect(Relation.compete.group == .hostile)
    #expect(Relation.leads.group == .structural)
  }
}
