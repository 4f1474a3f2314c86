import PartnerModel
import PartnerNetwork
import Testing

struct EntityLookupTests {
  private let entities = [
    Entity(id: "country/TR", kind: .country, name: "Turkey", aliases: ["Türkiye", "Ankara"]),
    Entity(id: "country/RU", kind: .country, name: "Russia", aliases: ["Russian Federation"]),
    Entity(id: "person/lukasz-nowak", kind: .person, name: "Łukasz Nowak"),
    Entity(id: "organisation/ru", kind: .organisation, name: "Rosoboronexport"),
    Entity(id: "n1", kind: nil, name: "Twin"),
    Entity(id: "n2", kind: nil, name: "twin"),
    Entity(id: "person/anna", kind: .person, name: "Anna van der Velde"),
    Entity(id: "organisation/new-velde", kind: .organisation, name: "New Velde"),
    Entity(id: "n3", kind: nil, name: "Минск Ёлка", aliases: ["Turkey"]),
  ]

  @Test(arguments: [
    ("country/TR", 0), ("COUNTRY/tr", 0), ("turkey", 0), ("Turkiye", 0), ("TÜRKİYE", 0),
    ("ankara", 0), ("TR", 0), ("russian  federation", 1), ("lukasz nowak", 2),
    ("LUKASZ-NOWAK", 2), ("Łukasz Nowak", 2), ("Twin", 4), ("twin", 5), ("минск елка", 8),
    // Only people have surnames, of one word or of several.
    ("nowak", 2), ("VELDE", 6), ("van der Velde", 6),
  ])
  func finds(name: String, place: Int) throws {
    #expect(try entities.place(named: name) == place)
  }

  @Test func namesOfSeveralAreRefused() {
    for name in ["TWIN", "RU"] {
      let error = #expect(throws: NetworkError.self) { try entities.place(named: name) }
      #expect(error?.code == .ambiguousEntity)
    }
    let error = #expect(throws: NetworkError.self) { try entities.place(named: "ru") }
    #expect(error?.remedy == "give the id of one: 'country/RU', 'organisation/ru'")
  }

  @Test func unknownNamesAreToldTheClosest() {
    func remedy(_ name: String) -> String? {
      #expect(throws: NetworkError.self) { try entities.place(named: name) }?.remedy
    }
    #expect(remedy("Rusia") == "did you mean 'Russia'?")
    #expect(remedy("Turkye") == "did you mean 'Turkey', 'Türkiye'?")
    #expect(remedy("federation") == "did you mean 'Russian Federation'?")
    #expect(remedy("Narnia and beyond")?.hasPrefix("give an id") ?? false)
    #expect(remedy("")?.hasPrefix("give an id") ?? false)
    #expect(remedy("\u{0}\u{301}") != nil)
    #expect(remedy(String(repeating: "é", count: 100_000)) != nil)
    let nothing = #expect(throws: NetworkError.self) { try [Entity]().place(named: "x") }
    #expect(nothing?.code == .unknownEntity)
  }

  @Test func aNetworkFindsItsOwn() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    #expect(try Network(writer.evidence).entity(named: "B").id == "b")
  }
}
