import Language
import PartnerModel

/// Finds who belongs where: `basedIn`, `partOf` and `memberOf`, from the shape of noun phrases.
struct StructureFinder {
  let analysis: Analysis
  let sentence: Int
  private let view: SentenceView

  init(_ analysis: Analysis, sentence: Int) {
    self.analysis = analysis
    self.sentence = sentence
    view = analysis.sentences[sentence]
  }

  private static let membershipNouns: Set<String> = [
    "state", "member", "country", "nation", "ally", "group", "partner", "bloc",
  ]
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

  private func claim(_ source: Int, _ relation: Relation, _ target: Int, _ rule: String) -> Claim {
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

  // MARK: memberOf

  /// "NATO states, in particular, Greece and Turkey"; "BRICS Group – Brazil, India, China";
  /// "NATO member Turkey"; "Turkey, a member of NATO".
  private func members(of bloc: Int, _ mention: Mention) -> [Claim] {
    var token = mention.tokens.upperBound
    var sawNoun = false
    while token < view.count, token - mention.tokens.upperBound < 3,
      Self.membershipNouns.contains(view.lemmas[token]) || view.forms[token] == "'s"
    {
      if Self.membershipNouns.contains(view.lemmas[token]) { sawNoun = true }
      token += 1
    }
    // "As a NATO member, Turkey"; "members of ASEAN such as Vietnam"
    let start = mention.tokens.lowerBound
    var introduced =
      sawNoun && start > 1 && ["a", "an"].contains(view.keys[start - 1])
      && view.keys[start - 2] == "as"
    if let noun = (max(0, start - 3)..<start).first(where: { view.lemmas[$0] == "member" }),
      view.keys[noun..<start].contains("of")
    {
      sawNoun = true
      introduced =
        introduced
        || view.tokens[noun].fineTag == .nns && token < view.count
          && view.forms[token] == ","
    }
    var dash = false
    while token < view.count {
      let form = view.forms[token]
      let key = view.keys[token]
      if ["–", "—", ":", "(", "-", "--", "——"].contains(form) {
        dash = true
      } else if [",", "namely"].contains(form) {
      } else if ["including", "like", "particular", "such", "especially", "namely", "notably"]
        .contains(key)
      {
        introduced = true
      } else if !["in", "as"].contains(key) {
        break
      }
      token += 1
    }
    let gap = token - mention.tokens.upperBound
    if let first = analysis.mention(at: token, in: sentence), isCountry(first) {
      let isDirect =
        sawNoun && gap <= 2
        && ["member", "ally"].contains(view.lemmas[max(0, token - 1)])
      if isDirect || introduced && sawNoun || dash {
        let list = countries(from: token)
        if isDirect || introduced && (list.count > 1 || sawNoun) || list.count > 1 {
          return list.map { claim($0, .memberOf, bloc, "members listed") }
        }
      }
    }
    // "NATO has 32 members, among them Poland and Latvia"; "its members, including Poland"
    if let noun = (mention.tokens.upperBound..<min(mention.tokens.upperBound + 8, view.count))
      .first(
        where: { view.lemmas[$0] == "member" && view.tokens[$0].fineTag == .nns }),
      !view.tokens[mention.tokens.upperBound..<noun].contains(where: { $0.tag == .punct }),
      let opener = (noun + 1..<min(noun + 4, view.count)).first(where: {
        ["including", "among", "such", "include"].contains(view.keys[$0])
      }),
      let first = (opener + 1..<min(opener + 3, view.count)).first(where: {
        analysis.mention(at: $0, in: sentence) != nil
      })
    {
      return countries(from: first).map { claim($0, .memberOf, bloc, "members listed") }
    }
    // "the European Union, of which the UK remains a member"
    let comma = mention.tokens.upperBound
    if let which = (comma..<min(comma + 7, view.count)).first(where: {
      view.keys[$0] == "which" && view.keys[$0 - 1] == "of"
    }),
      let noun = (which..<min(which + 12, view.count)).first(where: {
        view.lemmas[$0] == "member"
      }),
      let country = (which..<noun).lazy.compactMap({
        analysis.mention(at: $0, in: sentence)
      }).first(where: isCountry)
    {
      return [claim(country.entities[0], .memberOf, bloc, "member of")]
    }
    // "Turkey, a member of NATO", "Greece and Turkey, both NATO members".
    let before = mention.tokens.lowerBound
    if before > 1, view.keys[before - 1] == "of" || view.keys[before - 1] == "the",
      let noun = (max(0, before - 3)..<before).first(where: { view.lemmas[$0] == "member" })
    {
      let participants = Participants(analysis, sentence: sentence)
      var found = [Int]()
      for child in view.dependents(of: noun, by: .nsubj) { found += participants.resolve(child) }
      if found.isEmpty, view.tokens[noun].dependency == .appos, view.tokens[noun].head >= 0 {
        found = participants.resolve(view.tokens[noun].head)
      }
      if found.isEmpty { found = countriesBefore(noun) }
      return found.filter { analysis.kind(of: $0) == .country }
        .map { claim($0, .memberOf, bloc, "member of") }
    }
    return []
  }

  /// "Brazil and Argentina, founding members of": the countries before the comma.
  private func countriesBefore(_ noun: Int) -> [Int] {
    guard let comma = (max(0, noun - 4)..<noun).last(where: { view.forms[$0] == "," }),
      comma > 0, var first = analysis.mention(at: comma - 1, in: sentence), isCountry(first)
    else { return [] }
    while first.tokens.lowerBound > 1,
      view.keys[first.tokens.lowerBound - 1] == "and"
        || view.forms[first.tokens.lowerBound - 1] == ",",
      let other = analysis.mention(at: first.tokens.lowerBound - 2, in: sentence), isCountry(other)
    {
      first = other
    }
    return countries(from: first.tokens.lowerBound)
  }

  private func isCountry(_ mention: Mention) -> Bool {
    mention.entities.count == 1 && analysis.kind(of: mention.entities[0]) == .country
      && mention.form == .name
  }

  /// A list of countries: "Brazil, India, China, and South Africa".
  private func countries(from start: Int) -> [Int] {
    var list: [Int] = []
    var token = start
    while token < view.count {
      if let mention = analysis.mention(at: token, in: sentence) {
        guard isCountry(mention) else { break }
        list.append(mention.entities[0])
        token = mention.tokens.upperBound
      } else if view.forms[token] == "," || view.keys[token] == "and" {
        token += 1
      } else {
        break
      }
    }
    return list
  }
}
