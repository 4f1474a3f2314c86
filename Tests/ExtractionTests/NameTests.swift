import PartnerModel
import Testing

@Suite struct NameTests {
  @Test func tellsTheThreeKindsApart() throws {
    let reading = try Reading(
      "Norwegian Defence Minister Kari Solberg told reporters that Kongsberg would deliver the radars to Poland."
    )
    #expect(reading.entities.contains("Norway/country"))
    #expect(reading.entities.contains("Kari Solberg/person"))
    #expect(reading.entities.contains("Kongsberg/organisation"))
    #expect(reading.entities.contains("Poland/country"))
  }

  @Test func aCapitalIsAGovernmentOnlyWhereItActs() throws {
    #expect(try Reading("Ankara rejected the proposal.").entities == ["Turkey/country"])
    #expect(try Reading("The fair opened in Ankara on a rainy morning.").entities.isEmpty)
    #expect(
      try Reading("Talks between Cairo and Paris went on for years.").entities
        == ["Egypt/country", "France/country"])
  }

  @Test func spellingVariantsAreOnePerson() throws {
    let one = try Reading("Sergei Chemezov spoke first.").document.entities
    let other = try Reading("Sergey Chemezov spoke first.").document.entities
    #expect(one.map(\.entity.id) == other.map(\.entity.id))
    #expect(one.map(\.entity.kind) == [.person])
  }

  @Test func surnamesAndTitlesFindTheirPerson() throws {
    let reading = try Reading(
      """
      Admiral Jorge Almeida inspected the yard. Mr. Almeida praised the work. Almeida left at noon.
      """)
    let person = try #require(reading.document.entities.first { $0.entity.kind == .person })
    #expect(person.entity.id == "person/jorge-almeida")
    #expect(person.mentions.count == 3)
  }

  @Test func ministriesAndForcesOfOneCountryAreOneWhateverTheirName() throws {
    let names = [
      "The Bulgarian Defence Ministry published the figures.",
      "The Ministry of Defence of Bulgaria published the figures.",
      "Bulgaria's Ministry of Defense published the figures.",
    ]
    let ids = try names.map { name in
      try #require(
        Reading(name).document.entities.first { $0.entity.kind == .organisation }
      ).entity.id
    }
    #expect(Set(ids).count == 1, "\(ids)")
  }

  @Test func acronymsInParenthesesStandForTheNameBefore() throws {
    let reading = try Reading(
      "Harbour Craft Corporation (HCC) won the tender. HCC will build four boats for Peru.")
    let company = try #require(
      reading.document.entities.first { $0.surface == "Harbour Craft Corporation" })
    #expect(company.mentions.count == 3 || company.mentions.count == 2)
  }

  @Test(arguments: [
    "The S-400 and the Su-35 were on show.", "He posted it on Facebook.",
    "Reuters reported the sale.", "The MAKS show opened.",
  ])
  func weaponsOutletsAndExhibitionsAreNoPartners(_ text: String) throws {
    #expect(try Reading(text).entities.isEmpty)
  }

  @Test func mentionsAreWhereTheySay() throws {
    let text = "“We thank Türkiye,” said Mr Håkan Buskhe of Saab.\n\nBrazil’s navy\r\nagreed."
    let scalars = Array(text.unicodeScalars)
    for entity in try Reading(text).document.entities {
      for mention in entity.mentions {
        var word = ""
        word.unicodeScalars.append(contentsOf: scalars[mention.start..<mention.end])
        #expect(["Türkiye", "Håkan Buskhe", "Saab", "Brazil", "Brazil’s navy"].contains(word))
      }
    }
  }
}
