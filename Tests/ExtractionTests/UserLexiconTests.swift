import Extraction
import PartnerModel
import Testing

/// What a user tells the reader changes what it reads, and mistakes are told with their line.
@Suite struct UserLexiconTests {
  private func read(_ text: String, _ yaml: String, document: String = "test.txt") throws -> Reading
  {
    let lexicon = try Lexicon(extendedBy: UserLexicon(yaml: yaml, file: "my.yml"))
    return try Reading(text, document: document, extractor: Extractor(lexicon: lexicon))
  }

  @Test func anAliasLeadsToItsPartner() throws {
    let text = "Vardekraft will deliver radars to Kenya."
    #expect(try !Reading(text).statements.contains("Kongsberg transfer Kenya"))
    let reading = try read(text, "aliases:\n  organisation/kongsberg: Vardekraft\n")
    let statement = try #require(reading.document.statements.first)
    #expect(statement.source == "organisation/kongsberg")
    #expect(statement.target == "country/KE")
  }

  @Test func newPartnersAreFoundByAnyOfTheirNames() throws {
    let reading = try read(
      "VKR will deliver radars to Kenya. Tveit said that Vardekraft was pleased.",
      """
      organisations:
        - name: Vardekraft
          type: company
          country: NO
          aliases: [VKR]
      persons:
        - name: Ola Tveit
          aliases: Tveit
      """)
    #expect(
      Set(reading.document.entities.map(\.entity.id)) == [
        "organisation/vardekraft", "country/KE", "person/ola-tveit",
      ])
  }

  @Test func norwayIsACountryAndNoTruthValue() throws {
    let yaml = "organisations:\n  - {name: Vardekraft, type: company, country: NO}\n"
    let lexicon = try UserLexicon(yaml: yaml)
    #expect(lexicon.partners.map(\.country) == ["NO"])
  }

  @Test func placesAndProductsAreNoPartners() throws {
    let text = "General Kestrel met Peru."
    #expect(try Reading(text).entities.contains("Kestrel/person"))
    for section in ["places", "products"] {
      let reading = try read(
        "The Kestrel Group met Peru in Lima.", "\(section): [The Kestrel Group]")
      #expect(reading.entities.isSuperset(of: ["Peru/country"]))
    }
  }

  @Test func mergedIdentifiersAreOnePartner() throws {
    let text = "Rosoboronexport met Peru. Hong Ha Shipyard met Chile."
    let before = try Set(Reading(text).document.entities.map(\.entity.id))
    #expect(
      before.isSuperset(of: ["organisation/rosoboronexport", "organisation/hong-ha-shipyard"]))
    let reading = try read(
      text,
      """
      merges:
        - ids: [organisation/rosoboronexport, organisation/hong-ha-shipyard]
          into: organisation/rostec
          reason: only groups are of interest
      """)
    #expect(
      Set(reading.document.entities.map(\.entity.id))
        == ["organisation/rostec", "country/PE", "country/CL"])
  }

  @Test func mergedCountriesTakeTheirAdjectivesAndCapitalsAlong() throws {
    let reading = try read(
      "Belgian officials met Peru. Belgium sold radars to Chile.",
      """
      merges:
        - {ids: country/BE, into: country/NL, reason: one market}
      """)
    #expect(
      reading.document.statements.map(\.source).filter { $0 == "country/BE" }.isEmpty)
    #expect(reading.document.statements.contains { $0.source == "country/NL" })
  }

  @Test func aNameThatIsNeverAPartnerIsNoneInTheDocumentsNamed() throws {
    let text = "Saab met Peru."
    let yaml = """
      never:
        - name: Saab
          documents: ["cars-*.txt"]
          reason: the car maker, which is another company
      """
    #expect(try read(text, yaml, document: "news/cars-1.txt").entities == ["Peru/country"])
    #expect(
      try read(text, yaml, document: "news/jets-1.txt").entities
        == ["Peru/country", "Saab/organisation"])
  }

  @Test func aSplitGivesANameAnotherMeaningInTheDocumentsNamed() throws {
    let yaml = """
      persons:
        - name: Lars Holm (Kenya)
      splits:
        - name: Lars Holm
          is: person/lars-holm-kenya
          documents: nairobi.txt
          reason: another man of that name
      """
    let text = "General Lars Holm met Peru."
    #expect(
      try read(text, yaml, document: "nairobi.txt").document.entities.map(\.entity.id).contains(
        "person/lars-holm-kenya"))
    #expect(
      try read(text, yaml, document: "oslo.txt").document.entities.map(\.entity.id).contains(
        "person/lars-holm"))
  }

  @Test(arguments: [
    ("aliases:\n  organisation/no-such-firm: [X1]\n", ExtractionError.Code.unknownID, 2),
    ("aliases:\n  saab: [X1]\n", .unknownID, 2),
    ("aliases:\n  organisation/kongsberg: [Saab]\n", .duplicate, 2),
    ("aliases:\n  country/NO: [Norge Rike]\n  country/SE: [Norge Rike]\n", .duplicate, 3),
    ("organisations:\n  - name: Saab\n", .duplicate, 2),
    ("organisations:\n  - name: Ny\n    country: NOR\n", .unknownID, 2),
    ("organisations:\n  - name: Ny\n    type: firm\n", .wrongKind, 3),
    ("organisations:\n  - country: NO\n", .incomplete, 2),
    ("places: [Saab]\n", .duplicate, 1),
    (
      "merges:\n  - ids: [person/vladimir-putin]\n    into: country/RU\n    reason: x\n",
      .wrongKind,
      2
    ),
    ("merges:\n  - ids: [country/RU]\n    into: country/BY\n", .incomplete, 2),
    ("merges:\n  - {ids: country/RU, into: country/RU, reason: x}\n", .duplicate, 2),
    ("never:\n  - name: Saab\n", .incomplete, 2),
    ("never:\n  - {name: Saab, reason: x}\n  - {name: saab, reason: y}\n", .duplicate, 3),
    ("splits:\n  - {name: Saab, is: organisation/nobody, reason: x}\n", .unknownID, 2),
    ("nevers:\n  - name: Saab\n", .unknownKey, 2),
    ("organisations:\n  name: Saab\n", .malformed, 2),
    ("aliases: {a: [b\n", .malformed, 2),
    ("places: [A]\nplaces: [B]\n", .duplicate, 1),
    ("just words\n", .malformed, 1),
  ])
  func mistakesAreToldWithFileLineAndRemedy(
    _ yaml: String, _ code: ExtractionError.Code, _ line: Int
  ) throws {
    do {
      _ = try Lexicon(extendedBy: UserLexicon(yaml: yaml, file: "my.yml"))
      Issue.record("no error: \(yaml)")
    } catch {
      #expect(error.code == code, "\(error)")
      #expect(error.description.hasPrefix("my.yml:\(line): "), "\(yaml): \(error)")
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func nothingIsALexiconThatAddsNothing() throws {
    for yaml in ["", "# nothing yet\n", "aliases:\nmerges: []\n"] {
      #expect(try UserLexicon(yaml: yaml) == UserLexicon())
    }
  }

  @Test func hostileTextsAreErrors() throws {
    for yaml in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 50_000), "&a [*a]",
      "\u{0}\u{1}", "a: *b", "? [x]\n: y",
    ] {
      #expect(throws: ExtractionError.self) { try UserLexicon(yaml: yaml) }
    }
  }
}

/// The example of docs/tables.md.
@Suite struct LexiconExampleTests {
  @Test func theExampleOfThePageIsALexicon() throws {
    let page = try Page("docs/tables.md")
    let example = try #require(page.blocks(of: "yaml").first)
    let user = try UserLexicon(yaml: example, file: "my.yml")
    _ = try Lexicon(extendedBy: user)
    #expect(user.aliases.count == 2 && user.partners.count == 3 && user.things.count == 2)
    #expect(user.merges.count == 1 && user.rulings.count == 2)
    let reading = try Reading(
      "General Lars Holm met VKR.", document: "kenya-2.txt",
      extractor: Extractor(lexicon: Lexicon(extendedBy: user)))
    #expect(
      Set(reading.document.entities.map(\.entity.id))
        == ["person/lars-holm-kenya", "organisation/vardekraft"])
  }
}
