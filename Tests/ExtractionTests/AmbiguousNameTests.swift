import PartnerModel
import Testing

/// Names that are also words, months or names of something else, by what stands near them.
@Suite struct AmbiguousNameTests {
  @Test func aMonthIsNoPerson() throws {
    let reading = try Reading(
      "Prime Minister Theresa May met Peru. In May the two sides signed a contract. May said no more."
    )
    let person = try #require(reading.document.entities.first { $0.surface == "Theresa May" })
    #expect(person.mentions.count == 2)
  }

  @Test(arguments: [
    ("The ships sailed past Kronstadt.", false),
    ("Kronstadt delivered drones to Peru.", true),
    ("Pilots of Peru flew the Eurofighter over the base.", false),
    ("Eurofighter offered jets to Peru.", true),
  ])
  func placesAndProductsArePartnersOnlyWhereTheyAct(_ text: String, _ acts: Bool) throws {
    #expect(try Reading(text).entities.contains { $0.hasSuffix("/organisation") } == acts)
  }

  @Test func aSeatOfOthersIsItsCountryOnlyWhereItActs() throws {
    #expect(try !Reading("The talks were held at Vienna.").entities.contains("Austria/country"))
    #expect(try Reading("Vienna bought radars from Peru.").entities.contains("Austria/country"))
  }

  @Test func anOrdinaryWordThatOpensASentenceIsNoPartner() throws {
    #expect(try Reading("Trump cards were handed to Peru.").entities == ["Peru/country"])
    #expect(try Reading("Trump met Peru.").entities == ["Trump/person", "Peru/country"])
  }

  @Test func nationalityIsNoMatterOfChance() throws {
    #expect(
      try Reading("Polish officers and Saudi officials met.").entities
        == ["Poland/country", "Saudi Arabia/country"])
  }
}
