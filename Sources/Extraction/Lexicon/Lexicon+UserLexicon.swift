import PartnerModel

extension Lexicon {
  /// The built-in tables with what a user adds to them.
  ///
  /// - Parameter user: names, partners, merges and rulings.
  /// - Throws: an ``ExtractionError`` that names the line, if an identifier is unknown, a name is
  ///   taken, or a kind is wrong.
  public init(extendedBy user: UserLexicon) throws(ExtractionError) {
    self = .standard
    var extension_ = LexiconExtension(self, file: user.file)
    for partner in user.partners { try extension_.add(partner) }
    for thing in user.things { try extension_.add(thing) }
    for aliases in user.aliases { try extension_.add(aliases) }
    try extension_.merge(user.merges)
    for ruling in user.rulings { try extension_.add(ruling) }
    self = extension_.lexicon
  }
}

/// A lexicon under extension, with what is needed to tell what is known and what is said twice.
private struct LexiconExtension {
  private(set) var lexicon: Lexicon
  private let file: String?
  /// The partner that an identifier names.
  private var senses: [EntityID: NameSense] = [:]
  /// Lines of the file that say something of a name or an identifier.
  private var lines: [String: Int?] = [:]

  init(_ lexicon: Lexicon, file: String?) {
    self.lexicon = lexicon
    self.file = file
    for row in lexicon.countries.indices { senses[lexicon.countries[row].id] = .country(row) }
    for row in lexicon.organisations.indices {
      senses[lexicon.organisations[row].id] = .organisation(row)
    }
    for row in lexicon.persons.indices { senses[lexicon.persons[row].id] = .person(row) }
  }

  // MARK: Additions

  mutating func add(_ partner: UserLexicon.Partner) throws(ExtractionError) {
    let id = EntityID.named(partner.name, kind: partner.kind)
    guard partner.kind != .country else {
      throw error(
        .wrongKind, partner.line, "'\(partner.name)' cannot be added as a country",
        "add it as an organisation, or its name to a country's aliases")
    }
    if senses[id] != nil {
      throw error(
        .duplicate, partner.line, "\(id) is known already",
        "remove this entry, or put its names under aliases")
    }
    var country: Int?
    if let code = partner.country {
      country = lexicon.countryByCode[code]
      if country == nil {
        throw error(
          .unknownID, partner.line, "there is no country '\(code)'",
          "write its code of two capitals (ISO 3166-1 alpha-2), such as NO")
      }
    }
    for name in [partner.name] + partner.aliases {
      try claim(name, for: id, partner.line)
    }
    switch partner.kind {
    case .person:
      senses[id] = .person(lexicon.persons.count)
      lexicon.append(
        Lexicon.Person(name: partner.name, country: country),
        names: [partner.name] + partner.aliases)
    default:
      senses[id] = .organisation(lexicon.organisations.count)
      lexicon.append(
        Lexicon.Organisation(name: partner.name, type: partner.type, country: country),
        names: [partner.name] + partner.aliases)
    }
  }

  mutating func add(_ thing: UserLexicon.Thing) throws(ExtractionError) {
    let sense: NameSense = thing.kind == .place ? .place : .product
    let keys = try words(of: thing.name, thing.line)
    if let owner = partner(named: keys) {
      throw error(
        .duplicate, thing.line, "'\(thing.name)' is a name of \(owner)",
        "if it is a \(thing.kind.rawValue) all the same, put it under never")
    }
    try note("\(keys.joined(separator: " "))", thing.name, thing.line)
    lexicon.add(thing.name, sense)
  }

  mutating func add(_ aliases: UserLexicon.Aliases) throws(ExtractionError) {
    let sense = try known(aliases.id, aliases.line)
    for name in aliases.names {
      try claim(name, for: aliases.id, aliases.line)
      if case .organisation(let row) = sense {
        lexicon.addName(name, ofOrganisation: row)
      } else {
        lexicon.add(name, sense)
      }
    }
  }

  /// Checks that a name is free for a partner.
  private mutating func claim(
    _ name: String, for id: EntityID, _ line: Int?
  ) throws(ExtractionError) {
    let keys = try words(of: name, line)
    try note(keys.joined(separator: " "), name, line)
    if let owner = partner(named: keys), owner != id {
      throw error(
        .duplicate, line, "'\(name)' is a name of \(owner)",
        "if it means \(id) in your documents, say so under splits")
    }
  }

  // MARK: Merges

  mutating func merge(_ merges: [UserLexicon.Merge]) throws(ExtractionError) {
    var moved: [NameSense: NameSense] = [:]
    for merge in merges {
      let target = try known(merge.into, merge.line)
      for id in merge.ids {
        try note("merge \(id)", id.rawValue, merge.line)
        guard id != merge.into else {
          throw error(
            .duplicate, merge.line, "\(id) is merged into itself", "name another identifier")
        }
        guard let kind = kind(of: id), kind == self.kind(of: merge.into) else {
          throw error(
            .wrongKind, merge.line, "\(id) and \(merge.into) are not of one kind",
            "merge countries with countries, organisations with organisations, persons with persons"
          )
        }
        lexicon.rulings.merges[id] = target
        if let sense = senses[id] { moved[sense] = target }
      }
    }
    for merge in merges where lexicon.rulings.merges[merge.into] != nil {
      throw error(
        .duplicate, merge.line, "\(merge.into) is itself merged into another",
        "name the one that stays in the end")
    }
    guard !moved.isEmpty else { return }
    for (id, sense) in senses { senses[id] = moved[sense] ?? sense }
    redirect(moved)
  }

  private mutating func redirect(_ moved: [NameSense: NameSense]) {
    func country(_ row: Int) -> Int {
      if case .country(let target)? = moved[.country(row)] { return target }
      return row
    }
    lexicon.names.mapSenses { sense in
      switch sense {
      case .nationality(let row): .nationality(country(row))
      case .people(let row): .people(country(row))
      case .government(let row): .government(country(row))
      default: moved[sense] ?? sense
      }
    }
    for row in lexicon.organisations.indices {
      lexicon.organisations[row].country = lexicon.organisations[row].country.map(country)
    }
    for row in lexicon.persons.indices {
      lexicon.persons[row].country = lexicon.persons[row].country.map(country)
    }
    for (id, row) in lexicon.bodies {
      if case .organisation(let target)? = moved[.organisation(row)] { lexicon.bodies[id] = target }
    }
  }

  // MARK: Rulings

  mutating func add(_ ruling: UserLexicon.Ruling) throws(ExtractionError) {
    let keys = try words(of: ruling.name, ruling.line)
    let name = keys.joined(separator: " ")
    let documents = ruling.documents.isEmpty ? [""] : ruling.documents
    for document in documents { try note("ruling \(document) \(name)", ruling.name, ruling.line) }
    var sense = NameSense.nothing
    if let meaning = ruling.meaning { sense = try known(meaning, ruling.line) }
    lexicon.rule(
      LexiconRulings.Ruling(words: keys, form: Lexicon.form(of: ruling.name, sense)),
      in: ruling.documents)
  }

  // MARK: What is known

  private func known(_ id: EntityID, _ line: Int?) throws(ExtractionError) -> NameSense {
    if let sense = senses[id] { return sense }
    guard kind(of: id) != nil else {
      throw error(
        .unknownID, line, "'\(id)' is no identifier",
        "write country/NO, organisation/… or person/…, as `partnernet extract` prints them")
    }
    throw error(
      .unknownID, line, "\(id) is unknown",
      id.rawValue.hasPrefix("country/")
        ? "write its code of two capitals (ISO 3166-1 alpha-2), such as country/NO"
        : "check it against what `partnernet extract` prints, or add it to this file first")
  }

  private func kind(of id: EntityID) -> EntityKind? {
    EntityKind.allCases.first { id.rawValue.hasPrefix($0.rawValue + "/") }
  }

  /// The partner that a name leads to.
  private func partner(named keys: [String]) -> EntityID? {
    for sense in lexicon.names.senses(of: keys) {
      switch sense {
      case .country(let row), .nationality(let row), .people(let row), .government(let row):
        return lexicon.countries[row].id
      case .organisation(let row): return lexicon.organisations[row].id
      case .person(let row): return lexicon.persons[row].id
      case .place, .product, .nothing: continue
      }
    }
    return nil
  }

  private func words(of name: String, _ line: Int?) throws(ExtractionError) -> [String] {
    let words = Lexicon.keys(of: name)
    guard words.isEmpty else { return words }
    throw error(.incomplete, line, "'\(name)' is no name", "write a name with letters or digits")
  }

  /// Remembers what the file says, which it may say once.
  private mutating func note(
    _ key: String, _ name: String, _ line: Int?
  ) throws(ExtractionError) {
    if let earlier = lines[key] {
      let place = earlier.map { " on line \($0)" } ?? ""
      throw error(
        .duplicate, line, "'\(name)' stands in this file already\(place)", "remove one of the two")
    }
    lines[key] = .some(line)
  }

  private func error(
    _ code: ExtractionError.Code, _ line: Int?, _ detail: String, _ remedy: String
  ) -> ExtractionError {
    ExtractionError(code, file: file, line: line, detail: detail, remedy: remedy)
  }
}
