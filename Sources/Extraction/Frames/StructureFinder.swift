import Language
import PartnerModel

/// Finds who belongs where: `basedIn`, `partOf` and `memberOf`, from the shape of noun phrases.
struct StructureFinder {
  let analysis: Analysis
  let sentence: Int
  let view: SentenceView

  init(_ analysis: Analysis, sentence: Int) {
    self.analysis = analysis
    self.sentence = sentence
    view = analysis.sentences[sentence]
  }

  private static let partNouns: Set<String> = [
    "subsidiary", "unit", "division", "arm", "branch", "affiliate", "part", "department",
    "offshoot",
    "body", "wing", "section",
  ]
  private static let bodyNouns: Set<String> = [
    "agency", "ministry", "specialist", "bureau", "organisation", "organization", "rival", "bank",
    "authority", "institute", "university", "academy", "regulator", "directorate", "fund",
    "foundation", "arsenal", "office",
  ]

  private static func isBodyNoun(_ lemma: String) -> Bool {
    CompanyNames.isNoun(lemma) || bodyNouns.contains(lemma)
  }

  func claims() -> [Claim] {
    var claims: [Claim] = []
    for mention in analysis.mentions[sentence] where mention.form == .name {
      guard let entity = mention.entities.first, analysis.kind(of: entity) == .organisation else {
        continue
      }
      if analysis.isAlliance(entity) {
        claims += members(of: entity, mention)
      } else {
        claims += home(of: entity, mention)
        claims += parent(of: entity, mention)
      }
    }
    return claims
  }

  func claim(_ source: Int, _ relation: Relation, _ target: Int, _ rule: String) -> Claim {
    Claim(
      source: source, relation: relation, target: target, status: .asserted, sentence: sentence,
      rule: rule, confidence: 0.85)
  }

  // MARK: basedIn

  private func home(of entity: Int, _ mention: Mention) -> [Claim] {
    let organisation = analysis.entities[entity]
    var found: Int?
    if let stated = countryInBrackets(mention) {
      return [claim(entity, .basedIn, stated, "nationality")]
    }
    guard organisation.type != "force", organisation.type != "armedgroup",
      organisation.type != "parliament"
    else { return [] }
    if let inside = nationalityInside(mention, organisation) {
      found = inside
    } else if let before = nationalityBefore(mention) {
      found = before
    } else if let after = nationalityAfter(mention) {
      found = after
    } else if organisation.type == "company" || organisation.type.isEmpty {
      found = countryAfter(mention)
    } else if ["ministry", "agency"].contains(organisation.type), let row = organisation.country {
      // "Ministry of Defence of the Republic of Armenia".
      let last = view.keys[mention.tokens.upperBound - 1]
      if analysis.lexicon.names.senses(of: [last]).contains(.country(row)) {
        found = analysis.entities.knownCountry(row)
      }
    }
    guard let country = found else { return [] }
    // What the tables know for certain, the text overrules only where it names an owner: "Canada's
    // General Dynamics Land Systems".
    if let row = organisation.country, analysis.entities[country].country != row,
      !isPossessed(mention, by: country)
    {
      return []
    }
    return [claim(entity, .basedIn, country, "nationality")]
  }

  private func isPossessed(_ mention: Mention, by country: Int) -> Bool {
    let owner = mention.tokens.lowerBound - 1
    guard owner > 0, view.isPossessive(owner) else { return false }
    return analysis.mention(at: owner - 1, in: sentence)?.entities == [country]
  }

  /// "Terma (Denmark)".
  private func countryInBrackets(_ mention: Mention) -> Int? {
    let open = mention.tokens.upperBound
    guard open + 1 < view.count, view.forms[open] == "(",
      let other = analysis.mention(at: open + 1, in: sentence), isCountry(other),
      other.tokens.upperBound < view.count, view.forms[other.tokens.upperBound] == ")"
    else { return nil }
    return other.entities[0]
  }

  /// "Terma of Denmark", "Colt of the United States", "EDGE of Abu Dhabi".
  private func countryAfter(_ mention: Mention) -> Int? {
    let of = mention.tokens.upperBound
    guard of + 2 < view.count, view.keys[of] == "of" else { return nil }
    let start = view.keys[of + 1] == "the" ? of + 2 : of + 1
    guard let other = analysis.mention(at: start, in: sentence),
      isCountry(other) || other.form == .government
    else { return nil }
    return other.entities[0]
  }

  /// "UK Ministry of Defence", "Greek armaments directorate": nationality inside the name.
  private func nationalityInside(_ mention: Mention, _ organisation: DocumentEntity) -> Int? {
    guard let row = organisation.country,
      ["ministry", "agency", ""].contains(organisation.type),
      analysis.lexicon.names.senses(of: [view.keys[mention.tokens.lowerBound]]).contains(
        .nationality(row)),
      !["navy", "army", "force", "forces", "guard", "corps"].contains(
        view.keys[mention.tokens.upperBound - 1])
    else { return nil }
    return analysis.entities.knownCountry(row)
  }

  /// "Russian weapons exporting company Rostec", "Brazil's Embraer".
  private func nationalityBefore(_ mention: Mention) -> Int? {
    var token = mention.tokens.lowerBound - 1
    var steps = 0
    while token >= 0, steps < 7 {
      if let other = analysis.mention(at: token, in: sentence) {
        guard let country = other.entities.first, analysis.kind(of: country) == .country,
          other.form == .adjective || other.form == .name
        else { return nil }
        if other.form == .name {
          let next = other.tokens.upperBound
          // "UK firm X" and "Brazil's X" name a home, "in Brazil X" does not.
          guard next < view.count,
            view.isPossessive(next) || isAdjectival(other) && steps > 0
          else { return nil }
        }
        return country
      }
      let isFiller: Bool
      switch view.tokens[token].tag {
      case .noun, .adj, .part: isFiller = true
      case .propn: isFiller = !view.isCapitalised(token)
      case .verb:
        // "arms export agency": nouns that are verbs elsewhere.
        isFiller =
          view.keys[token].hasSuffix("ing") || view.tokens[token].fineTag == .vbn
          || ["export", "import", "trade"].contains(view.keys[token])
      case .punct: isFiller = view.forms[token] == "-"
      default: isFiller = false
      }
      // "a South Korean rival from Daewoo Shipbuilding".
      let isFrom = view.keys[token] == "from" && steps == 0
      guard isFiller || isFrom else { return nil }
      // "Russian president" leads on to a person: only nouns for bodies carry nationality over.
      if steps == 0, !isFrom, view.tokens[token].tag == .noun,
        !Self.isBodyNoun(view.lemmas[token])
      {
        return nil
      }
      token -= 1
      steps += 1
    }
    return nil
  }

  private func isAdjectival(_ mention: Mention) -> Bool {
    [.compound, .amod, .nmodPoss].contains(view.tokens[mention.head].dependency)
  }

  /// "Elbit Systems, an Israeli defence electronics company".
  private func nationalityAfter(_ mention: Mention) -> Int? {
    var token = mention.tokens.upperBound
    guard token < view.count, view.forms[token] == "," || view.forms[token] == "(" else {
      return nil
    }
    token += 1
    guard token < view.count else { return nil }
    var country: Int?
    let start = token
    while token < view.count, token - start < 9 {
      if let other = analysis.mention(at: token, in: sentence), other.form != .description {
        guard let entity = other.entities.first, analysis.kind(of: entity) == .country,
          country == nil
        else { return nil }
        guard token - start <= 2 else { return nil }
        country = entity
        token = other.tokens.upperBound
        continue
      }
      let key = view.keys[token]
      if Self.isBodyNoun(view.lemmas[token]) {
        // The head noun: what follows is no longer the noun phrase.
        let next = token + 1
        let goesOn =
          next < view.count && [.noun, .propn].contains(view.tokens[next].tag)
          && view.tokens[next].dependency != .appos
        if !goesOn { return country }
      }
      guard
        ["a", "an", "the", "'s", "’s", "-", "state", "own"].contains(key)
          || view.forms[token] == "'s" || view.forms[token] == "’s"
          || [.noun, .adj, .propn, .adv, .num].contains(view.tokens[token].tag)
          || key.hasSuffix("ing")
      else { return nil }
      token += 1
    }
    return nil
  }

  // MARK: partOf

  /// "X, a subsidiary of Y", "SIBAT, the export arm of the ministry", "Y's subsidiary X".
  private func parent(of entity: Int, _ mention: Mention) -> [Claim] {
    var token = mention.tokens.upperBound
    if token + 2 < view.count, view.forms[token] == "," {
      token += 1
      let start = token
      while token < view.count, token - start < 6 {
        if Self.partNouns.contains(view.lemmas[token]), token + 1 < view.count,
          view.keys[token + 1] == "of"
        {
          var owner = token + 2
          while owner < view.count, owner - token < 6 {
            if let other = analysis.mention(at: owner, in: sentence) {
              guard let parent = other.entities.first, parent != entity else { return [] }
              switch analysis.kind(of: parent) {
              case .organisation: return [claim(entity, .partOf, parent, "part of")]
              case .person: return []
              case .country:
                if other.form == .adjective || other.form == .name,
                  other.tokens.upperBound < view.count,
                  analysis.mention(at: other.tokens.upperBound, in: sentence) != nil
                    || view.tokens[other.tokens.upperBound].tag == .propn
                    || view.isPossessive(other.tokens.upperBound)
                {
                  owner = other.tokens.upperBound
                  continue
                }
                return []
              }
            }
            owner += 1
          }
          return []
        }
        guard analysis.mention(at: token, in: sentence) == nil,
          [.det, .noun, .adj, .propn, .punct].contains(view.tokens[token].tag),
          view.forms[token] != ","
        else { return [] }
        token += 1
      }
    }
    // "AVIC's subsidiary X", "MAN subsidiary X".
    let before = mention.tokens.lowerBound - 1
    if before > 0, ["subsidiary", "unit", "division", "affiliate"].contains(view.lemmas[before]) {
      var owner = before - 1
      if view.isPossessive(owner) { owner -= 1 }
      if owner >= 0, let other = analysis.mention(at: owner, in: sentence), other.form == .name,
        let parent = other.entities.first, parent != entity,
        analysis.kind(of: parent) == .organisation
      {
        return [claim(entity, .partOf, parent, "part of")]
      }
    }
    return []
  }
}
