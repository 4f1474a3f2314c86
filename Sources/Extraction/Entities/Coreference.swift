import Language
import PartnerModel

/// Finds what pronouns and definite descriptions stand for, and adds them as mentions.
struct Coreference {
  private var analysis: Analysis
  private var recency = Recency(bodyNouns: Coreference.bodyNouns)
  /// The subjects named last, a person and another, with their sentences.
  private var personSubject: (entity: Int, sentence: Int)?
  private var thingSubject: (entity: Int, sentence: Int)?
  /// Partners named side by side last; by kind, the last pair of one kind.
  private var group: (entities: [Int], sentence: Int)?
  private var pairs: [EntityKind: [Int]] = [:]
  /// Everybody who speaks in a dialogue.
  private var speakers: [Int] = []
  private var speaker: Int?

  private static let companyNouns: Set<String> = [
    "company", "firm", "group", "corporation", "maker", "manufacturer", "shipbuilder", "shipyard",
    "concern", "conglomerate", "supplier", "exporter", "contractor", "holding", "planemaker",
    "enterprise", "producer",
  ]
  static let allianceNouns: Set<String> = [
    "alliance", "bloc", "organisation", "organization", "association", "union", "grouping", "group",
  ]
  private static let bodyNouns: Set<String> = [
    "ministry", "navy", "army", "agency", "commission", "council", "committee", "department",
    "directorate", "service", "pentagon", "force",
  ]
  private static let countryNouns: Set<String> = ["country", "kingdom", "republic", "nation"]
  private static let sideNouns: Set<String> = [
    "country", "side", "nation", "party", "government", "state", "capital", "neighbour", "neighbor",
    "ally", "partner", "people", "air", "navy", "army", "military", "force",
  ]
  private static let leaderNouns: Set<String> = [
    "leader", "president", "minister", "man", "woman", "official", "head", "premier", "general",
  ]
  /// Verbs of which the subject is quoted.
  static let speechVerbs: Set<String> = [
    "say", "tell", "note", "add", "explain", "stress", "emphasise", "emphasize", "state", "believe",
    "recall", "assure", "point", "remark", "declare", "announce", "confirm", "claim", "argue",
    "insist", "comment", "quote", "joke", "admit", "warn", "write", "underline", "cite", "conclude",
    "reiterate", "observe", "reply", "respond", "continue", "promise", "confess", "mention",
  ]

  /// Adds the mentions to an analysis.
  static func resolve(_ analysis: inout Analysis) {
    var coreference = Coreference(analysis: analysis)
    for sentence in analysis.sentences.indices { coreference.read(sentence) }
    analysis = coreference.analysis
  }

  private init(analysis: Analysis) {
    self.analysis = analysis
    var known: Set<Int> = []
    for setting in analysis.settings {
      if let speaker = setting.speaker, known.insert(speaker).inserted { speakers.append(speaker) }
    }
  }

  private mutating func read(_ sentence: Int) {
    let view = analysis.sentences[sentence]
    if analysis.settings[sentence].isTurn {
      speaker = analysis.settings[sentence].speaker
    } else if let found = speakerNamed(in: sentence) {
      speaker = found
    }
    var token = 0
    while token < view.count {
      noteAntecedent(token, sentence)
      if let mention = analysis.mention(at: token, in: sentence) {
        if mention.tokens.lowerBound == token { see(mention, sentence) }
        token += 1
        continue
      }
      if let (span, entities, form) = reference(at: token, in: sentence) {
        let mention = Mention(
          tokens: span, head: span.upperBound - 1, entities: entities, form: form)
        analysis.add(mention, in: sentence)
        see(mention, sentence)
        token = span.lowerBound > token ? token + 1 : span.upperBound
      } else {
        token += 1
      }
    }
    noteGroups(sentence)
  }

  /// "Raytheon, which had offered what it sold": the relative pronoun is a subject too.
  private mutating func noteAntecedent(_ token: Int, _ sentence: Int) {
    let view = analysis.sentences[sentence]
    let verb = view.tokens[token].head
    guard ["which", "that", "who"].contains(view.keys[token]), verb >= 0,
      view.tokens[token].dependency == .nsubj, view.tokens[verb].dependency == .aclRelcl,
      let entity = analysis.mention(at: view.tokens[verb].head, in: sentence)?.entities.first
    else { return }
    if analysis.kind(of: entity) == .person {
      personSubject = (entity, sentence)
    } else {
      thingSubject = (entity, sentence)
    }
  }

  private mutating func see(_ mention: Mention, _ sentence: Int) {
    let view = analysis.sentences[sentence]
    for entity in mention.entities { recency.see(entity, analysis.entities[entity]) }
    var dependency = view.tokens[mention.head].dependency
    // "The plant of Volhynia Motors kept …": who owns the subject acts through it.
    if dependency == .nmodPoss || dependency == .nmod && view.marker(of: mention.head) == "of",
      case let noun = view.tokens[mention.head].head, noun >= 0,
      Participants.isAgent(view.lemmas[noun]), analysis.mention(at: noun, in: sentence) == nil,
      view.tokens[noun].tag == .noun, mention.entities.allSatisfy(analysis.isCompany)
    {
      dependency = view.tokens[noun].dependency
    }
    // "it" is never several: coordinated subjects are groups, not candidates.
    let isSeveral = !view.dependents(of: mention.head, by: .conj).isEmpty
    if dependency == .nsubj || dependency == .nsubjPass, !isSeveral,
      !view.isInAside(mention.head), let entity = mention.entities.first
    {
      if analysis.kind(of: entity) == .person {
        personSubject = (entity, sentence)
      } else {
        thingSubject = (entity, sentence)
      }
    }
  }

  /// Two or more partners named side by side can be "the two countries" later.
  private mutating func noteGroups(_ sentence: Int) {
    let view = analysis.sentences[sentence]
    for mention in analysis.mentions[sentence] {
      var named = mention.entities
      for child in view.dependents(of: mention.head, by: .conj) {
        if let other = analysis.mention(at: child, in: sentence) { named += other.entities }
      }
      guard named.count > 1 else { continue }
      group = (named, sentence)
      let kind = analysis.kind(of: named[0])
      if named.count == 2, analysis.kind(of: named[1]) == kind { pairs[kind] = named }
    }
  }

  /// The person (or body) who is quoted in a sentence.
  private func speakerNamed(in sentence: Int) -> Int? {
    let view = analysis.sentences[sentence]
    for mention in analysis.mentions[sentence] {
      guard let entity = mention.entities.first,
        mention.form == .name || mention.form == .description,
        analysis.kind(of: entity) == .person
      else { continue }
      let token = view.tokens[mention.head]
      let before = mention.tokens.lowerBound - 1
      let isQuoted =
        token.head >= 0
        && (token.dependency == .nsubj || token.dependency == .nsubjPass)
        && Self.speechVerbs.contains(view.lemmas[token.head])
        || before >= 0 && Self.speechVerbs.contains(view.lemmas[before])
        || before > 0 && view.keys[before] == "to" && view.keys[before - 1] == "according"
        || mention.form == .description && before > 1
          && (max(0, before - 3)..<before).contains { Self.speechVerbs.contains(view.lemmas[$0]) }
      if isQuoted { return entity }
    }
    return nil
  }

  private func reference(
    at token: Int, in sentence: Int
  ) -> (Range<Int>, [Int], Mention.Form)? {
    let view = analysis.sentences[sentence]
    let key = view.keys[token]
    // "H.E." is not "he", "US" not "us".
    if view.tokens[token].tag == .propn || view.forms[token].contains(".") { return nil }
    switch key {
    case "he", "she", "him", "his", "her":
      if let (span, entity) = possession(at: token, in: sentence) {
        return (span, [entity], .description)
      }
      return person(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "it", "its":
      return (opener(before: token, in: sentence) ?? thing(in: sentence))
        .map { (token..<token + 1, [$0], .pronoun) }
    case "they", "their", "them":
      if let group, sentence - group.sentence <= 1 {
        return (token..<token + 1, group.entities, .pronoun)
      }
      // "Baghdad asked us. We negotiated with them."
      guard key != "them" || token > 0 && view.keys[token - 1] == "with" else { return nil }
      return thing(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "i", "my", "me":
      if key == "my", let (span, entity) = possession(at: token, in: sentence) {
        return (span, [entity], .description)
      }
      guard let speaker, analysis.settings[sentence].speaker != nil else { return nil }
      return (token..<token + 1, [speaker], .pronoun)
    case "we", "our", "us", "ours":
      return speaker.flatMap(analysis.side).map { (token..<token + 1, [$0], .pronoun) }
    case "your", "you":
      return addressee(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "the"
    where token + 2 < view.count && view.keys[token + 1] == "two"
      && [.verb, .aux].contains(view.tokens[token + 2].tag):
      guard let group, group.entities.count == 2 else { return nil }
      return (token..<token + 2, group.entities, .pronoun)
    case "the", "both", "these", "that", "this", "two":
      return description(at: token, in: sentence)
    default: return nil
    }
  }

  /// "Egypt, at odds with Ethiopia, said it": who opens a sentence and is said to say something.
  private func opener(before token: Int, in sentence: Int) -> Int? {
    let view = analysis.sentences[sentence]
    guard token > 1, view.keys[token] == "it",
      (max(1, token - 2)..<token).contains(where: {
        Self.speechVerbs.contains(view.lemmas[$0]) && view.tokens[$0].tag == .verb
          && view.dependents(of: $0, by: .nsubj).isEmpty
      }),
      let first = analysis.mention(at: 0, in: sentence) ?? analysis.mention(at: 1, in: sentence),
      first.form == .name || first.form == .government, first.tokens.upperBound < token,
      view.forms[first.tokens.upperBound] == ",", let entity = first.entities.first,
      analysis.kind(of: entity) != .person
    else { return nil }
    return entity
  }

  /// "His company", "her country": what the person heads or serves.
  private func possession(at token: Int, in sentence: Int) -> (Range<Int>, Int)? {
    let view = analysis.sentences[sentence]
    let owner =
      view.keys[token] == "my" ? analysis.settings[sentence].speaker : person(in: sentence)
    guard let owner, token + 1 < view.count,
      view.keys[token] != "him", analysis.mention(at: token + 1, in: sentence) == nil
    else { return nil }
    let lemma = view.lemmas[token + 1]
    let span = token..<token + 2
    if Self.companyNouns.contains(lemma) {
      return analysis.led(by: owner).first { analysis.kind(of: $0) == .organisation }
        .map { (span, $0) }
    }
    if Self.countryNouns.contains(lemma) || lemma == "government" {
      return analysis.side(of: owner).flatMap {
        analysis.kind(of: $0) == .country ? (span, $0) : nil
      }
    }
    return nil
  }

  private func description(
    at token: Int, in sentence: Int
  ) -> (Range<Int>, [Int], Mention.Form)? {
    let view = analysis.sentences[sentence]
    if let found = companyOfCountry(at: token, in: sentence) { return found }
    var noun = token + 1
    var isPair = view.keys[token] == "both" || view.keys[token] == "two"
    while noun < view.count, noun - token <= 3,
      ["two", "three", "neighbouring", "asian", "same", "of", "the", "these"].contains(
        view.keys[noun])
        || view.tokens[noun].tag == .adj && analysis.mention(at: noun, in: sentence) == nil
    {
      if view.keys[noun] == "two" { isPair = true }
      noun += 1
    }
    guard noun < view.count, analysis.mention(at: noun, in: sentence) == nil else { return nil }
    let lemma = view.lemmas[noun]
    let isPlural = view.tokens[noun].fineTag == .nns
    let span = token..<noun + 1
    if isPair || isPlural && ["side", "party", "government"].contains(lemma) {
      if Self.leaderNouns.contains(lemma), let pair = pair(of: .person) {
        return (span, pair, .description)
      }
      if Self.companyNouns.contains(lemma), let pair = companyPair() {
        return (span, pair, .description)
      }
      if Self.sideNouns.contains(lemma), let pair = pair(of: .country) {
        return (span, pair, .description)
      }
      return nil
    }
    guard !isPlural, view.keys[token] != "both", noun == token + 1 else { return nil }
    // "the company of", "the navy chief" go on to say which.
    if noun + 1 < view.count,
      ["of", "'s", "’s"].contains(view.keys[noun + 1]) && view.keys[noun + 1] == "of"
    {
      return nil
    }
    let found: Int?
    if Self.companyNouns.contains(lemma) {
      found =
        recency.latest(.company) ?? (lemma == "group" ? recency.latest(.alliance) : nil)
    } else if Self.allianceNouns.contains(lemma) {
      found = recency.latest(.alliance)
    } else if Self.bodyNouns.contains(lemma) {
      found = recency.latest(.body(lemma))
    } else if Self.countryNouns.contains(lemma) {
      found = recency.latest(.kind(.country))
    } else {
      found = nil
    }
    return found.map { (span, [$0], .description) }
  }

  /// "The Dutch group": the company of that country that was named last.
  private func companyOfCountry(
    at token: Int, in sentence: Int
  ) -> (Range<Int>, [Int], Mention.Form)? {
    let view = analysis.sentences[sentence]
    guard let nation = analysis.mention(at: token + 1, in: sentence), nation.form == .adjective,
      nation.tokens.lowerBound == token + 1, let country = nation.entities.first,
      let row = analysis.entities[country].country
    else { return nil }
    var noun = nation.tokens.upperBound
    while noun < view.count, noun - token < 5, [.adj, .noun].contains(view.tokens[noun].tag),
      !CompanyNames.isNoun(view.lemmas[noun])
    {
      noun += 1
    }
    guard noun < view.count, CompanyNames.isNoun(view.lemmas[noun]),
      view.tokens[noun].fineTag == .nn,
      analysis.mention(at: noun, in: sentence) == nil,
      noun + 1 >= view.count || analysis.mention(at: noun + 1, in: sentence)?.form != .name,
      noun + 1 >= view.count || view.tokens[noun + 1].tag != .propn,
      // "Otokar, the Turkish firm" says where Otokar is.
      token < 2 || view.forms[token - 1] != ","
        || analysis.mention(at: token - 2, in: sentence)?.form != .name,
      let company = recency.company(ofCountry: row)
    else { return nil }
    // The nationality stays a mention of its own; the noun stands for the company.
    return (noun..<noun + 1, [company], .description)
  }

  /// The two entities of a kind that the text has been about: named side by side last, or most.
  private func pair(of kind: EntityKind) -> [Int]? { pairs[kind] ?? recency.pair(of: kind) }

  private func companyPair() -> [Int]? {
    if let pair = pairs[.organisation],
      pair.allSatisfy(analysis.isCompany)
    {
      return pair
    }
    return recency.pairOfCompanies()
  }

  private func person(in sentence: Int) -> Int? {
    if let subject = personSubject, sentence - subject.sentence <= 2 { return subject.entity }
    return recency.latest(.kind(.person))
  }

  private func thing(in sentence: Int) -> Int? {
    guard let subject = thingSubject, sentence - subject.sentence <= 2 else { return nil }
    return subject.entity
  }

  /// Whom a speaker addresses: the side of the other speaker of a dialogue between two.
  private func addressee(in sentence: Int) -> Int? {
    guard let current = analysis.settings[sentence].speaker else { return nil }
    guard speakers.count == 2, let other = speakers.first(where: { $0 != current }) else {
      return nil
    }
    return analysis.side(of: other)
  }
}
