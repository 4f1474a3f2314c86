import Language
import PartnerModel

/// Finds what pronouns and definite descriptions stand for, and adds them as mentions.
struct Coreference {
  private var analysis: Analysis
  /// Where each entity was last mentioned, as an ever growing number; 0 for not yet.
  private var lastSeen: [Int] = []
  private var counts: [Int] = []
  private var clock = 1
  /// The subjects of the sentences so far, latest last.
  private var subjects: [(entity: Int, sentence: Int)] = []
  private var groups: [(entities: [Int], sentence: Int)] = []
  private var speaker: Int?

  private static let companyNouns: Set<String> = [
    "company", "firm", "group", "corporation", "maker", "manufacturer", "shipbuilder", "shipyard",
    "concern", "conglomerate", "supplier", "exporter", "contractor", "holding", "planemaker",
    "enterprise", "producer",
  ]
  private static let allianceNouns: Set<String> = [
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
    lastSeen = Array(repeating: 0, count: analysis.entities.entities.count)
    counts = lastSeen
  }

  private mutating func read(_ sentence: Int) {
    let view = analysis.sentences[sentence]
    if let named = analysis.settings[sentence].speaker {
      speaker = named
    } else if let found = speakerNamed(in: sentence) {
      speaker = found
    }
    var token = 0
    while token < view.count {
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
        token = span.upperBound
      } else {
        token += 1
      }
    }
    noteGroups(sentence)
  }

  private mutating func see(_ mention: Mention, _ sentence: Int) {
    let view = analysis.sentences[sentence]
    for entity in mention.entities {
      clock += 1
      lastSeen[entity] = clock
      counts[entity] += 1
    }
    let dependency = view.tokens[mention.head].dependency
    // "it" is never several: coordinated subjects are groups, not candidates.
    let isSeveral = !view.dependents(of: mention.head, by: .conj).isEmpty
    if dependency == .nsubj || dependency == .nsubjPass, !isSeveral,
      let entity = mention.entities.first
    {
      subjects.append((entity, sentence))
    }
  }

  /// Two or more partners named side by side can be "the two countries" later.
  private mutating func noteGroups(_ sentence: Int) {
    let view = analysis.sentences[sentence]
    for mention in analysis.mentions[sentence] {
      var group = mention.entities
      for child in view.dependents(of: mention.head, by: .conj) {
        if let other = analysis.mention(at: child, in: sentence) { group += other.entities }
      }
      if group.count > 1 { groups.append((group, sentence)) }
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
    switch key {
    case "he", "she", "him", "his", "her":
      return person(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "it", "its":
      return thing(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "they", "their":
      guard let group = groups.last, sentence - group.sentence <= 1 else { return nil }
      return (token..<token + 1, group.entities, .pronoun)
    case "i", "my", "me":
      guard let speaker, analysis.settings[sentence].speaker != nil else { return nil }
      return (token..<token + 1, [speaker], .pronoun)
    case "we", "our", "us", "ours":
      return speaker.flatMap(analysis.side).map { (token..<token + 1, [$0], .pronoun) }
    case "your", "you":
      return addressee(in: sentence).map { (token..<token + 1, [$0], .pronoun) }
    case "the"
    where token + 2 < view.count && view.keys[token + 1] == "two"
      && [.verb, .aux].contains(view.tokens[token + 2].tag):
      guard let group = groups.last, group.entities.count == 2 else { return nil }
      return (token..<token + 2, group.entities, .pronoun)
    case "the", "both", "these", "that", "this", "two":
      return description(at: token, in: sentence)
    default: return nil
    }
  }

  private func description(
    at token: Int, in sentence: Int
  ) -> (Range<Int>, [Int], Mention.Form)? {
    let view = analysis.sentences[sentence]
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
      if Self.companyNouns.contains(lemma), let pair = pair(of: .organisation) {
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
        latest { $0.kind == .organisation && ($0.type == "company" || $0.type.isEmpty) }
        ?? (lemma == "group" ? latest { Self.isAlliance($0) } : nil)
    } else if Self.allianceNouns.contains(lemma) {
      found = latest { Self.isAlliance($0) }
    } else if Self.bodyNouns.contains(lemma) {
      found = latest { $0.kind == .organisation && $0.words.contains(lemma) }
    } else if Self.countryNouns.contains(lemma) {
      found = latest { $0.kind == .country }
    } else {
      found = nil
    }
    return found.map { (span, [$0], .description) }
  }

  private static func isAlliance(_ entity: DocumentEntity) -> Bool {
    entity.kind == .organisation && (entity.type == "bloc" || entity.type == "intergovernmental")
  }

  private func latest(where matches: (DocumentEntity) -> Bool) -> Int? {
    analysis.entities.entities.indices
      .filter { lastSeen[$0] > 0 && matches(analysis.entities[$0]) }
      .max { lastSeen[$0] < lastSeen[$1] }
  }

  /// The two entities of a kind that the text has been about: named side by side last, or most.
  private func pair(of kind: EntityKind) -> [Int]? {
    if let group = groups.last(where: { group in
      group.entities.count == 2 && group.entities.allSatisfy { analysis.kind(of: $0) == kind }
    }) {
      return group.entities
    }
    let ranked = analysis.entities.entities.indices
      .filter { analysis.kind(of: $0) == kind && counts[$0] > 0 }
      .sorted { (counts[$0], lastSeen[$0]) > (counts[$1], lastSeen[$1]) }
    return ranked.count >= 2 ? Array(ranked.prefix(2)) : nil
  }

  private func person(in sentence: Int) -> Int? {
    if let subject = subjects.last(where: { analysis.kind(of: $0.entity) == .person }),
      sentence - subject.sentence <= 2
    {
      return subject.entity
    }
    return latest { $0.kind == .person }
  }

  private func thing(in sentence: Int) -> Int? {
    guard let subject = subjects.last(where: { analysis.kind(of: $0.entity) != .person }),
      sentence - subject.sentence <= 1
    else { return nil }
    return subject.entity
  }

  /// Whom a speaker addresses: the side of the other speaker of a dialogue between two.
  private func addressee(in sentence: Int) -> Int? {
    guard let current = analysis.settings[sentence].speaker else { return nil }
    var others: [Int] = []
    for setting in analysis.settings {
      if let other = setting.speaker, other != current, !others.contains(other) {
        others.append(other)
      }
    }
    return others.count == 1 ? analysis.side(of: others[0]) : nil
  }
}
