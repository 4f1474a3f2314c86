import PartnerModel

/// The entities of one document: every mention resolved to one of them.
struct DocumentEntities {
  let lexicon: Lexicon
  private(set) var entities: [DocumentEntity] = []
  private var countryEntity: [Int: Int] = [:]
  private var organisationEntity: [Int: Int] = [:]
  private var byID: [EntityID: Int] = [:]
  /// The last word (and, of names written surname first, the first) of a person's name.
  private(set) var surnames: [String: Int] = [:]
  /// Acronyms and short forms that this document uses for an organisation.
  private(set) var shortNames: [String: Int] = [:]

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  subscript(entity: Int) -> DocumentEntity { entities[entity] }

  mutating func note(_ entity: Int, surface: String, words: [String]) {
    entities[entity].add(surface: surface, words: words)
  }

  /// The entity of a country.
  mutating func country(_ row: Int) -> Int {
    if let known = countryEntity[row] { return known }
    let country = lexicon.countries[row]
    let entity = add(
      DocumentEntity(id: country.id, kind: .country, name: country.name, country: row))
    countryEntity[row] = entity
    return entity
  }

  /// The entity of a country if the document has named it.
  func knownCountry(_ row: Int) -> Int? { countryEntity[row] }

  /// The entity of an organisation of the tables.
  mutating func organisation(_ row: Int) -> Int {
    if let known = organisationEntity[row] { return known }
    let organisation = lexicon.organisations[row]
    let entity = add(
      DocumentEntity(
        id: organisation.id, kind: .organisation, name: organisation.name,
        country: organisation.country, type: organisation.type))
    organisationEntity[row] = entity
    return entity
  }

  /// The entity that a name means by the user's word, if any.
  mutating func entity(_ meaning: NameSense) -> Int? {
    switch meaning {
    case .country(let row), .nationality(let row), .people(let row), .government(let row):
      country(row)
    case .organisation(let row): organisation(row)
    case .person(let row):
      person(
        surface: lexicon.persons[row].name,
        words: Folding.keys(ofName: lexicon.persons[row].name), row: row)
    case .place, .product, .nothing: nil
    }
  }

  /// The entity of an organisation that only this text names.
  mutating func newOrganisation(
    surface: String, words: [String], type: String, country: Int?
  ) -> Int {
    let senses = lexicon.names.senses(of: words)
    for case .organisation(let row) in senses { return organisation(row) }
    let isBody = type == "ministry" || type == "force" || type.isEmpty || type == "agency"
    let country = country ?? (isBody ? self.country(named: words) : nil)
    let id: EntityID
    if isBody, let country {
      id = lexicon.bodyID(words: words, country: country)
      if let row = lexicon.bodies[id] { return organisation(row) }
    } else {
      id = .named(surface, kind: .organisation)
    }
    if case .organisation(let row)? = lexicon.rulings.merges[id] { return organisation(row) }
    if let known = byID[id] { return known }
    return add(
      DocumentEntity(
        id: id, kind: .organisation, name: surface, country: country, type: type))
  }

  /// The country that a name holds: "Ministry of Defence of Bulgaria".
  private func country(named words: [String]) -> Int? {
    for start in words.indices {
      for end in stride(from: min(words.count, start + 3), to: start, by: -1) {
        for sense in lexicon.names.senses(of: Array(words[start..<end])) {
          switch sense {
          case .country(let row), .nationality(let row): return row
          default: continue
          }
        }
      }
    }
    return nil
  }

  /// The entity of a person named in full or by surname.
  mutating func person(surface: String, words: [String], row: Int? = nil) -> Int {
    guard let last = words.last else {
      return add(DocumentEntity(id: .named(surface, kind: .person), kind: .person, name: surface))
    }
    if words.count == 1, let known = surnames[last] { return known }
    var row = row
    if row == nil {
      for case .person(let found) in lexicon.names.senses(of: words) { row = found }
    }
    let id: EntityID
    let name: String
    if let row {
      id = lexicon.persons[row].id
      name = lexicon.persons[row].name
    } else {
      let spelled = words.enumerated().map { index, word in
        index < words.count - 1 ? lexicon.spellings[word] ?? word : word
      }
      id = .named(spelled.joined(separator: " "), kind: .person)
      name = surface
    }
    if row == nil, case .person(let merged)? = lexicon.rulings.merges[id] {
      return person(surface: surface, words: words, row: merged)
    }
    if let known = byID[id] { return known }
    // "Shoigu" first, "Sergei Shoigu" later: one person.
    if words.count > 1, let known = surnames[last], entities[known].words.count == 1 {
      byID[entities[known].id] = known
      entities[known].id = id
      entities[known].name = name
      byID[id] = known
      return known
    }
    let country = row.flatMap { lexicon.persons[$0].country }
    let entity = add(DocumentEntity(id: id, kind: .person, name: name, country: country))
    if surnames[last] == nil { surnames[last] = entity }
    if let first = words.first, words.count > 1,
      !lexicon.givenNames.contains(first)
        || words.count == 3 && Self.surnamesInFront.contains(first),
      surnames[first] == nil, first.utf8.count > 1
    {
      surnames[first] = entity
    }
    return entity
  }

  /// Surnames that stand in front and are given names elsewhere: "Lim Boon Keat".
  private static let surnamesInFront: Set<String> = [
    "lim", "lee", "kim", "tan", "wang", "li", "chen", "yang", "zhao", "huang", "wu", "zhou", "xu",
    "sun", "ma", "hu", "guo", "lin", "he", "gao", "luo", "liang", "song", "tang", "han", "cao",
    "deng", "xiao", "park", "choi", "jung", "kang", "cho", "yoon", "jang", "shin", "oh", "moon",
    "seo", "yoo", "nguyen", "tran", "pham", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ho",
    "ngo", "ong", "goh", "teo", "ng", "chan", "chua", "koh", "low", "sim", "yeo", "wong",
  ]

  /// Binds a short form to an organisation for the rest of the document.
  mutating func bind(shortName key: String, to entity: Int) {
    if shortNames[key] == nil { shortNames[key] = entity }
  }

  /// Sets what a later mention tells of an entity's country.
  mutating func setCountry(_ row: Int, of entity: Int) {
    if entities[entity].country == nil { entities[entity].country = row }
  }

  private mutating func add(_ entity: DocumentEntity) -> Int {
    byID[entity.id] = entities.count
    entities.append(entity)
    return entities.count - 1
  }
}
