import NetworkStore
import PartnerModel
import Testing

@Suite struct EntityMergingTests {
  private func merged(_ spellings: [Entity]) throws -> [Entity] {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    for (number, entity) in spellings.enumerated() {
      try store.add(
        Samples.document("d\(number)", story: number, entities: [entity], statements: []))
    }
    return try store.evidence().entities
  }

  @Test func theFullestNameWinsInAnyOrder() throws {
    let id: EntityID = "person/sergei-chemezov"
    let spellings = ["Chemezov", "Sergei Chemezov", "Sergey Chemezov", id.rawValue].map {
      Entity(id: id, kind: .person, name: $0)
    }
    let expected = Entity(
      id: id, kind: .person, name: "Sergei Chemezov", aliases: ["Chemezov", "Sergey Chemezov"])
    #expect(try merged(spellings) == [expected])
    #expect(try merged(spellings.reversed()) == [expected])
    #expect(try merged([spellings[2], spellings[3], spellings[0], spellings[1]]) == [expected])
  }

  @Test func aliasesAddUpWithoutTheNameItself() throws {
    let id: EntityID = "organisation/rostec"
    let entities = try merged([
      Entity(id: id, kind: nil, name: "Rostec", aliases: ["Rostekh", "Rostec State Corporation"]),
      Entity(id: id, kind: .organisation, name: "Rostec State Corporation", aliases: ["RT"]),
    ])
    #expect(
      entities == [
        Entity(
          id: id, kind: .organisation, name: "Rostec State Corporation",
          aliases: ["RT", "Rostec", "Rostekh"])
      ])
  }

  @Test func aRunawayNameDoesNotReplaceAGoodOne() throws {
    let runaway = String(repeating: "very ", count: 4000)
    let entities = try merged([
      Entity(id: "organisation/x", kind: .organisation, name: "X Works"),
      Entity(id: "organisation/x", kind: .organisation, name: runaway),
    ])
    #expect(entities.map(\.name) == ["X Works"])
    #expect(entities.map(\.aliases) == [[runaway]])
  }

  @Test func anEntityThatOnlyAStatementNamesIsMade() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    try store.add(Samples.document("d1", entities: []))
    #expect(
      try store.evidence().entities == [
        Entity(id: "country/RU", kind: .country, name: "country/RU"),
        Entity(id: "country/TR", kind: .country, name: "country/TR"),
      ])
    try store.add(Samples.document("d2", story: 2))
    #expect(try store.evidence().entities == [Samples.russia, Samples.turkey])
  }
}
