import Language

/// Recognises companies whose names hold no telling word, by what stands beside them.
///
/// "the shipbuilder Damen", "Naviris, a joint company", "Rosneft and Pertamina".
struct CompanyNames {
  let lexicon: Lexicon
  let sentence: SentenceView
  let known: [NameCandidate]

  /// Nouns that introduce or describe a company.
  static let nouns: Set<String> = [
    "company", "firm", "group", "maker", "manufacturer", "shipbuilder", "producer", "giant",
    "conglomerate", "corporation", "concern", "exporter", "contractor", "supplier", "planemaker",
    "enterprise", "shipyard", "builder", "designer", "holding", "monopoly", "developer", "startup",
    "business", "airline", "operator", "carmaker", "intermediary", "subsidiary", "yard",
    "consortium", "broker", "carrier", "lessor", "startup", "integrator", "gunmaker",
    "missilemaker", "competitor", "bidder",
  ]

  /// Whether a word says what kind of company something is: "boatbuilder", "dronemaker".
  static func isNoun(_ lemma: String) -> Bool {
    nouns.contains(lemma) || lemma.hasSuffix("builder") || lemma.hasSuffix("maker")
  }

  private static let notCompanies: Set<String> = [
    "republic", "kingdom", "government", "gulf", "strait", "straits", "bay", "sea", "port", "city",
    "state", "bank", "embassy", "people", "union", "federation", "emirate", "emirates", "house",
    "parliament", "north", "south", "east", "west", "coast", "university", "court", "battle",
    "treaty", "invasion", "army", "navy", "cape", "isle", "province", "region",
    "governments", "forces", "ministers", "ministries", "states", "nations", "partners", "allies",
    "authorities", "officials", "members", "representatives", "presidents", "leaders",
  ]

  /// "Terma of Denmark", "Terma (Denmark)".
  private func isOfCountry(_ span: Range<Int>) -> Bool {
    let of = span.upperBound
    guard of + 1 < sentence.count, sentence.keys[of] == "of" || sentence.forms[of] == "(",
      // "the GDP of China"
      sentence.tokens[span.lowerBound].tag != .noun,
      !Self.notCompanies.contains(sentence.keys[of - 1]),
      span.lowerBound > 0 || sentence.forms[of] == "(",
      lexicon.organisationWords[sentence.keys[of - 1]] == nil
    else { return false }
    return known.contains { name in
      name.tokens.lowerBound == of + 1
        && name.readings.contains {
          if case .country(_, .name) = $0 { return true }
          return false
        }
    }
  }

  /// `known` with the companies found added.
  func merged() -> [NameCandidate] {
    var result = known
    for first in 0..<sentence.count where isUnknownName(first) {
      var start = first
      if start > 0, isUnknownName(start - 1) { continue }
      var end = start + 1
      while end < sentence.count, isUnknownName(end) || goesOn(at: end) { end += 1 }
      // "Qingdao Hailong Valves", "Turkey's Anadolu Kanat": a place may open the name.
      var opening = start
      while let place = known.first(where: { $0.tokens.upperBound == opening }),
        place.readings == [.other], end - place.tokens.lowerBound <= 4
      {
        opening = place.tokens.lowerBound
      }
      guard end - start <= 4, isCompany(start..<end) || opening < start && isCompany(opening..<end)
      else { continue }
      result.removeAll { $0.tokens.lowerBound >= opening && $0.tokens.upperBound <= start }
      start = opening
      guard !result.contains(where: { $0.tokens.overlaps(start..<end) }) else { continue }
      result.append(
        NameCandidate(
          tokens: start..<end, readings: [.newOrganisation(type: "company", country: nil)]))
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "Larsen & Toubro", "Garni-Mek".
  private func goesOn(at token: Int) -> Bool {
    guard token + 1 < sentence.count else { return false }
    return sentence.forms[token] == "&" && isUnknownName(token + 1)
      || sentence.forms[token] == "-" && sentence.isJoined(token - 1, token)
        && sentence.isJoined(token, token + 1) && sentence.isCapitalised(token + 1)
  }

  private func isUnknownName(_ token: Int) -> Bool {
    guard sentence.isCapitalised(token), sentence.isWord(token),
      sentence.forms[token].utf8.count > 2
    else { return false }
    let key = sentence.keys[token]
    return !known.contains { $0.tokens.contains(token) }
      && !lexicon.givenNames.contains(key) && !EventDates.isCalendarWord(key)
      && lexicon.titles.match(sentence.keys, at: token) == nil
      && ([.propn, .x].contains(sentence.tokens[token].tag)
        || token > 0 && sentence.tokens[token].tag == .noun)
  }

  private func isCompany(_ span: Range<Int>) -> Bool {
    let before = span.lowerBound - 1
    if before >= 0, Self.isNoun(sentence.lemmas[before]), sentence.tokens[before].fineTag == .nn {
      return true
    }
    // "its Brazilian subsidiary, Ares."
    if before > 1, sentence.forms[before] == ",", Self.isNoun(sentence.lemmas[before - 1]),
      sentence.tokens[before - 1].fineTag == .nn,
      span.upperBound >= sentence.count || sentence.tokens[span.upperBound].tag == .punct
    {
      return true
    }
    if isOfCountry(span) || isSeller(span) || isDealtWith(span) { return true }
    return isDescribed(after: span.upperBound) || isBesideCompany(span) || isPossessed(span)
  }

  private static let trades: Set<String> = [
    "supply", "deliver", "manufacture", "bid", "outbid", "export", "unveil", "subcontract",
    "refurbish", "produce", "build", "make", "acquire", "own", "assemble", "develop", "sell",
    "market", "hire",
  ]
  /// What is done with companies: "ordered from X", "a contract with X", "built by X".
  private static let dealings: [String: Set<String>] = [
    "from": [
      "order", "buy", "purchase", "acquire", "procure", "lease", "import", "contract", "licence",
      "license", "fighter", "radar", "missile", "drone", "vessel", "boat", "ship", "frigate",
      "corvette", "submarine", "helicopter", "aircraft", "engine", "vehicle", "tank", "rifle",
      "system", "bid", "offer", "proposal", "delivery", "supply",
    ],
    "with": [
      "contract", "venture", "partnership", "deal", "agreement", "memorandum", "team", "partner",
      "compete", "merge", "co-produce",
    ],
    "by": [
      "build", "make", "supply", "manufacture", "produce", "deliver", "design", "develop", "own",
      "assemble", "refurbish", "operate", "bid", "offer", "overhaul", "refit",
    ],
    "to": ["award", "subcontract"],
    "against": ["bid", "compete"],
  ]

  private func isDealtWith(_ span: Range<Int>) -> Bool {
    guard sentence.tokens[span.lowerBound].tag != .noun else { return false }
    for token in span where !span.contains(sentence.tokens[token].head) {
      let head = sentence.tokens[token].head
      guard head >= 0, let marker = sentence.marker(of: token),
        Self.dealings[marker]?.contains(sentence.lemmas[head]) == true
      else { continue }
      return true
    }
    return false
  }

  /// "Kongsvik will deliver": what trades is a company.
  private func isSeller(_ span: Range<Int>) -> Bool {
    guard span.lowerBound > 0 || span.count > 1, sentence.tokens[span.lowerBound].tag != .noun
    else { return false }
    return span.contains { token in
      let head = sentence.tokens[token].head
      return sentence.tokens[token].dependency == .nsubj && head >= span.upperBound
        && Self.trades.contains(sentence.lemmas[head]) && sentence.tokens[head].tag == .verb
    }
  }

  /// "South Korea's Hanil Aerosystems signed": a name that a country owns and that stands alone.
  private func isPossessed(_ span: Range<Int>) -> Bool {
    let before = span.lowerBound - 1
    guard before > 0, sentence.isPossessive(before),
      known.contains(where: { name in
        name.tokens.upperBound == before
          && name.readings.contains {
            if case .country(_, .name) = $0 { return true }
            return false
          }
      })
    else { return false }
    let after = span.upperBound
    return after >= sentence.count
      || [.adp, .verb, .aux, .punct, .cconj, .sconj, .part].contains(sentence.tokens[after].tag)
  }

  /// "X, a Canadian maker of simulators".
  private func isDescribed(after end: Int) -> Bool {
    guard end + 2 < sentence.count, sentence.forms[end] == ",",
      ["a", "an", "the"].contains(sentence.keys[end + 1])
    else { return false }
    for token in end + 2..<min(end + 8, sentence.count) {
      if Self.isNoun(sentence.lemmas[token]) { return true }
      guard
        [.adj, .noun, .propn, .adv, .num].contains(sentence.tokens[token].tag)
          || sentence.forms[token] == "-" || sentence.keys[token].hasSuffix("ing")
      else { return false }
    }
    return false
  }

  /// "Rosneft and Pertamina", "Naval Group, Saab and Damen".
  private func isBesideCompany(_ span: Range<Int>) -> Bool {
    let before = span.lowerBound - 1
    if before > 0, sentence.keys[before] == "and" || sentence.keys[before] == "or",
      let name = known.first(where: {
        $0.tokens.upperBound == before
          || $0.tokens.upperBound == before - 1 && sentence.forms[before - 1] == ","
      }), isCompany(name)
    {
      return true
    }
    let after = span.upperBound
    if after + 1 < sentence.count, sentence.keys[after] == "and",
      let name = known.first(where: { $0.tokens.lowerBound == after + 1 }), isCompany(name)
    {
      return true
    }
    return false
  }

  private func isCompany(_ name: NameCandidate) -> Bool {
    name.readings.contains { reading in
      switch reading {
      case .organisation(let row): lexicon.organisations[row].type == "company"
      case .newOrganisation(let type, _): type == "company"
      default: false
      }
    }
  }
}
