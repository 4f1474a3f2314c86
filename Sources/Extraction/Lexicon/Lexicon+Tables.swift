import PartnerModel

extension Lexicon {
  /// Reads the tables built into the binary. The program does so whenever it starts: names go from
  /// the bytes of the tables into the trie without becoming strings.
  mutating func loadTables() {
    var loader = NameLoader()
    loadCountries(&loader)
    loadOrganisations(&loader)
    Table(named: "persons").forEachRow("name", "aliases", "country") { row in
      let sense = NameSense.person(persons.count)
      persons.append(Person(name: row.text(0), country: countryByCode[row.text(2)]))
      loader.add(row[0], sense, to: &names)
      row.forEachPart(1) { loader.add($0, sense, to: &names) }
    }
    Table(named: "places").forEachRow("name") { loader.add($0[0], .place, to: &names) }
    Table(named: "products").forEachRow("name") { loader.add($0[0], .product, to: &names) }
    Table(named: "given-names").forEachRow("name") { givenNames.insertKey(of: $0[0]) }
    Table(named: "name-variants").forEachRow("canonical", "variants") { row in
      let canonical = Folding.key(row.text(0))
      row.forEachPart(1) { part in
        let variant = Folding.key(String(decoding: part, as: UTF8.self))
        spellings[variant] = canonical
        givenNames.insert(variant)
      }
    }
    titles = Titles(Table(named: "titles"))
    organisationWords.reserveCapacity(1024)
    var name = FoldedName()
    Table(named: "organisation-words").forEachRow("word", "position", "type") { row in
      let key =
        name.read(row[0]) ? name.joined : Folding.keys(ofName: row.text(0)).joined(separator: " ")
      organisationWords[key] = OrganisationWord(
        position: .init(rawValue: row.text(1)) ?? .any, type: row.text(2))
    }
    triggers = Triggers(Table(named: "triggers"))
    ambiguous.reserveCapacity(512)
    Table(named: "ambiguous").forEachRow("name", "readings", "default") { row in
      ambiguous[row.text(0)] = Ambiguity(readings: row.list(1), default: row.text(2))
    }
  }

  private mutating func loadCountries(_ loader: inout NameLoader) {
    Table(named: "countries").forEachRow(
      "code", "name", "aliases", "adjectives", "people", "capitals", "seats"
    ) { row in
      let index = countries.count
      let country = Country(code: row.text(0), name: row.text(1))
      countries.append(country)
      countryByCode[country.code] = index
      loader.add(row[1], .country(index), to: &names)
      row.forEachPart(2) { loader.add($0, .country(index), to: &names) }
      row.forEachPart(3) { loader.add($0, .nationality(index), to: &names) }
      row.forEachPart(4) { loader.add($0, .people(index), to: &names) }
      row.forEachPart(5) { loader.add($0, .government(index), to: &names) }
      row.forEachPart(6) { loader.add($0, .government(index), to: &names) }
    }
  }

  private mutating func loadOrganisations(_ loader: inout NameLoader) {
    organisations.reserveCapacity(4096)
    Table(named: "organisations").forEachRow("name", "type", "country", "aliases") { row in
      let sense = NameSense.organisation(organisations.count)
      organisations.append(
        Organisation(
          name: row.text(0), type: row.text(1), country: countryByCode[row.text(2)]))
      loader.add(row[0], sense, to: &names)
      row.forEachPart(3) { loader.add($0, sense, to: &names) }
    }
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

/// Puts names into a trie as ``Lexicon/add(_:_:)`` does, those of usual letters without strings.
private struct NameLoader: ~Copyable {
  private var words = FoldedName()

  mutating func add(_ name: Table.Bytes, _ sense: NameSense, to names: inout WordTrie) {
    let bare = Self.hasArticle(name) ? Table.Bytes(rebasing: name[4...]) : name
    guard words.read(bare) else {
      let text = String(decoding: name, as: UTF8.self)
      return names.insert(Lexicon.keys(of: text), Lexicon.form(of: text, sense))
    }
    guard words.count > 0 else { return }
    names.insert(words, Self.form(of: bare, sense))
  }

  private static func hasArticle(_ name: Table.Bytes) -> Bool {
    name.count > 4 && name[0] | 0x20 == UInt8(ascii: "t") && name[1] == UInt8(ascii: "h")
      && name[2] == UInt8(ascii: "e") && name[3] == 0x20
  }

  private static func form(of name: Table.Bytes, _ sense: NameSense) -> WordTrie.Name {
    var letters = 0
    var capitals = 0
    var isFirstCapital = false
    for byte in name {
      // Long names and those of several words may be written in any way.
      if byte == 0x20 || letters > 6 {
        return WordTrie.Name(sense: sense, isAcronym: false, spelling: nil)
      }
      guard byte < 0x80 else {
        return Lexicon.form(of: String(decoding: name, as: UTF8.self), sense)
      }
      guard byte | 0x20 &- 0x61 < 26 else { continue }
      letters += 1
      guard byte &- 0x41 < 26 else { continue }
      capitals += 1
      if letters == 1 { isFirstCapital = true }
    }
    if letters > 6 { return WordTrie.Name(sense: sense, isAcronym: false, spelling: nil) }
    let isAcronym = letters == capitals
    let isMixed = !isAcronym && capitals > (isFirstCapital ? 1 : 0)
    return WordTrie.Name(
      sense: sense, isAcronym: isAcronym,
      spelling: isMixed ? String(decoding: name, as: UTF8.self) : nil)
  }
}
