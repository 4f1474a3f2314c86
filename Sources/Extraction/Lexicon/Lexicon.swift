import PartnerModel

/// Everything that the tables know of names and words.
public struct Lexicon: Sendable {
  struct Country {
    var code: String
    var name: String
    var id: EntityID { .country(code) }
  }

  struct Organisation {
    var name: String
    var type: String
    /// Place in `countries`.
    var country: Int?
    var id: EntityID { .named(name, kind: .organisation) }
    /// Outlets and exhibitions publish and host; they are no partners.
    var isPartner: Bool { type != "media" && type != "exhibition" }
    /// Whether it is one of a country's, by whatever name.
    var isBody: Bool { ["ministry", "agency", "force"].contains(type) }
  }

  struct Person {
    var name: String
    var country: Int?
    var id: EntityID { .named(name, kind: .person) }
  }

  var countries: [Country] = []
  var organisations: [Organisation] = []
  var persons: [Person] = []
  var names = WordTrie(capacity: 1 << 15)
  var givenNames = KeySet(capacity: 1 << 13)
  /// Spelling variants of a given name to the one that identifiers use.
  var spellings: [String: String] = [:]
  var titles = Titles()
  var organisationWords: [String: OrganisationWord] = [:]
  var triggers = Triggers()
  var countryByCode: [String: Int] = [:]
  /// Names with several meanings, as they are printed.
  var ambiguous: [String: Ambiguity] = [:]
  /// What the user says of identifiers that documents bring up and of single names.
  var rulings = LexiconRulings()
  private var ownBodies: [EntityID: Int]?

  /// A word that tells that a capitalised name is an organisation's.
  struct OrganisationWord {
    enum Position: String { case first, last, any }
    var position: Position
    var type: String
  }

  /// The tables built into the binary.
  public static let standard = {
    var lexicon = Lexicon()
    lexicon.loadTables()
    return lexicon
  }()

  private static let standardBodies = standard.bodiesOfTables()

  /// Ministries, agencies and forces of the tables by what their names come down to; worked out
  /// when they are first asked for.
  var bodies: [EntityID: Int] {
    get { ownBodies ?? Self.standardBodies }
    set { ownBodies = newValue }
  }

  /// Adds an organisation that the tables do not have.
  mutating func append(_ organisation: Organisation, names: [String]) {
    organisations.append(organisation)
    for name in names { addName(name, ofOrganisation: organisations.count - 1) }
  }

  mutating func addName(_ name: String, ofOrganisation row: Int) {
    add(name, .organisation(row))
    guard let id = bodyID(ofName: name, row) else { return }
    if bodies[id] == nil { bodies[id] = row }
  }

  /// What the name of an organisation comes down to if that tells which it is.
  private func bodyID(ofName name: String, _ row: Int) -> EntityID? {
    guard name.contains(" "), let country = organisations[row].country, organisations[row].isBody
    else { return nil }
    return bodyID(words: Folding.keys(ofName: name), country: country)
  }

  /// What the name of a ministry or force of a country comes down to, without nationality.
  func bodyID(words: [String], country: Int) -> EntityID {
    let bare = words.filter { word in
      !names.senses(of: [word]).contains { $0 == .nationality(country) || $0 == .country(country) }
    }
    return BodyIdentity.id(words: bare, country: countries[country].name)
  }

  private func bodiesOfTables() -> [EntityID: Int] {
    var bodies: [EntityID: Int] = [:]
    var row = -1
    Table(named: "organisations").forEachRow("name", "aliases") { cells in
      row += 1
      guard organisations[row].isBody else { return }
      for name in [cells.text(0)] + cells.list(1) {
        guard let id = bodyID(ofName: name, row), bodies[id] == nil else { continue }
        bodies[id] = row
      }
    }
    return bodies
  }

  mutating func append(_ person: Person, names: [String]) {
    persons.append(person)
    for name in names { add(name, .person(persons.count - 1)) }
  }
}
