import PartnerModel

/// Everything that the tables know of names and words.
public struct Lexicon: Sendable {
  struct Country {
    var code: String
    var name: String
    var aliases: [String]
    var id: EntityID { .country(code) }
  }

  struct Organisation {
    var name: String
    var type: String
    /// Place in `countries`.
    var country: Int?
    var parent: String
    var aliases: [String]
    var id: EntityID { .named(name, kind: .organisation) }
    /// Outlets and exhibitions publish and host; they are no partners.
    var isPartner: Bool { type != "media" && type != "exhibition" }
  }

  struct Person {
    var name: String
    var aliases: [String]
    var country: Int?
    var id: EntityID { .named(name, kind: .person) }
  }

  var countries: [Country] = []
  var organisations: [Organisation] = []
  var persons: [Person] = []
  var names = WordTrie()
  var givenNames: Set<String> = []
  /// Spelling variants of a given name to the one that identifiers use.
  var spellings: [String: String] = [:]
  var titles = Titles()
  var organisationWords: [String: OrganisationWord] = [:]
  var triggers = Triggers()
  var countryByCode: [String: Int] = [:]
  /// Ministries, agencies and forces of the tables by what their names come down to.
  var bodies: [EntityID: Int] = [:]
  /// Names with several meanings, as they are printed.
  var ambiguous: [String: Ambiguity] = [:]
  /// What the user says of identifiers that documents bring up and of single names.
  var rulings = LexiconRulings()

  /// A word that tells that a capitalised name is an organisation's.
  struct OrganisationWord {
    enum Position: String { case first, last, any }
    var position: Position
    var type: String
  }

  /// The tables built into the binary.
  public static let standard = Lexicon()

  init() {
    loadCountries()
    loadOrganisations()
    loadPersons()
    for table in ["places", "products"] {
      let rows = Table(named: table)
      let sense = table == "places" ? NameSense.place : .product
      for row in rows.rows { add(rows.cell(row, "name"), sense) }
    }
    let given = Table(named: "given-names")
    for row in given.rows { givenNames.insert(Folding.key(given.cell(row, "name"))) }
    let variants = Table(named: "name-variants")
    for row in variants.rows {
      let canonical = Folding.key(variants.cell(row, "canonical"))
      for variant in variants.list(row, "variants") {
        spellings[Folding.key(variant)] = canonical
        givenNames.insert(Folding.key(variant))
      }
    }
    titles = Titles(Table(named: "titles"))
    let words = Table(named: "organisation-words")
    for row in words.rows {
      let keys = Folding.keys(ofName: words.cell(row, "word"))
      organisationWords[keys.joined(separator: " ")] = OrganisationWord(
        position: .init(rawValue: words.cell(row, "position")) ?? .any,
        type: words.cell(row, "type"))
    }
    triggers = Triggers(Table(named: "triggers"))
    let ambiguities = Table(named: "ambiguous")
    for row in ambiguities.rows {
      ambiguous[ambiguities.cell(row, "name")] = Ambiguity(
        readings: ambiguities.list(row, "readings"), default: ambiguities.cell(row, "default"))
    }
  }

  private mutating func loadCountries() {
    let table = Table(named: "countries")
    for row in table.rows {
      let index = countries.count
      let country = Country(
        code: table.cell(row, "code"), name: table.cell(row, "name"),
        aliases: table.list(row, "aliases"))
      countries.append(country)
      countryByCode[country.code] = index
      for name in [country.name] + country.aliases { add(name, .country(index)) }
      for name in table.list(row, "adjectives") { add(name, .nationality(index)) }
      for name in table.list(row, "people") { add(name, .people(index)) }
      for name in table.list(row, "capitals") + table.list(row, "seats") {
        add(name, .government(index))
      }
    }
  }

  private mutating func loadOrganisations() {
    let table = Table(named: "organisations")
    for row in table.rows {
      append(
        Organisation(
          name: table.cell(row, "name"), type: table.cell(row, "type"),
          country: countryByCode[table.cell(row, "country")],
          parent: table.cell(row, "parent"), aliases: table.list(row, "aliases")))
    }
  }

  mutating func append(_ organisation: Organisation) {
    organisations.append(organisation)
    for name in [organisation.name] + organisation.aliases {
      addName(name, ofOrganisation: organisations.count - 1)
    }
  }

  mutating func addName(_ name: String, ofOrganisation row: Int) {
    add(name, .organisation(row))
    guard name.contains(" "), let country = organisations[row].country,
      ["ministry", "agency", "force"].contains(organisations[row].type)
    else { return }
    let id = bodyID(words: Folding.keys(ofName: name), country: country)
    if bodies[id] == nil { bodies[id] = row }
  }

  /// What the name of a ministry or force of a country comes down to, without nationality.
  func bodyID(words: [String], country: Int) -> EntityID {
    let bare = words.filter { word in
      !names.senses(of: [word]).contains { $0 == .nationality(country) || $0 == .country(country) }
    }
    return BodyIdentity.id(words: bare, country: countries[country].name)
  }

  private mutating func loadPersons() {
    let table = Table(named: "persons")
    for row in table.rows {
      append(
        Person(
          name: table.cell(row, "name"), aliases: table.list(row, "aliases"),
          country: countryByCode[table.cell(row, "country")]))
    }
  }

  mutating func append(_ person: Person) {
    persons.append(person)
    for name in [person.name] + person.aliases { add(name, .person(persons.count - 1)) }
  }

  mutating func add(_ name: String, _ sense: NameSense) {
    names.insert(Self.keys(of: name), Self.form(of: name, sense))
  }

  /// The words by which a name is found.
  static func keys(of name: String) -> [String] { Folding.keys(ofName: bare(name)) }

  private static func bare(_ name: String) -> String {
    for article in ["the ", "The "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }

  /// How the text must write a name for it to have a sense.
  static func form(of name: String, _ sense: NameSense) -> WordTrie.Name {
    let bare = bare(name)
    let letters = bare.unicodeScalars.filter { $0.properties.isAlphabetic }
    let isAcronym =
      letters.count <= 6 && !bare.contains(" ")
      && letters.allSatisfy { $0.properties.isUppercase }
    let isMixed =
      !isAcronym && letters.count <= 6 && !bare.contains(" ")
      && letters.dropFirst().contains { $0.properties.isUppercase }
    return WordTrie.Name(sense: sense, isAcronym: isAcronym, spelling: isMixed ? bare : nil)
  }
}
