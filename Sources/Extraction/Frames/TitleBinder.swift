import Language
import PartnerModel

/// Binds titles to their holders and to what they head.
///
/// "Russian President Vladimir Putin", "Rostec chief Sergei Chemezov", "Knud Bartels, chairman of
/// the Military Committee", "Nelson Jobim, who was then Brazil's defence minister". A title without
/// a name ("the Rosoboronexport's director") becomes a mention of whoever holds it.
struct TitleBinder {
  private struct Occurrence {
    var sentence: Int
    var tokens: Range<Int>
    /// From the first word of the noun phrase ("the", "Russian") to its last.
    var phrase: Range<Int>
    var title: Titles.Title
    var owner: Int?
    var person: Int?
    var isFormer: Bool
    var isDefinite: Bool
  }

  static let past: Set<String> = [
    "former", "ex", "ex-", "then", "previous", "late", "past", "onetime", "erstwhile", "ousted",
    "outgoing", "retired", "formerly",
  ]
  private static let adjectives: Set<String> = [
    "new", "current", "visiting", "incoming", "newly", "elected", "appointed", "first", "acting",
    "veteran", "long", "serving", "state", "federal", "-",
  ]
  static let linkVerbs: Set<String> = [
    "be", "become", "name", "appoint", "serve", "as", "elect", "remain", "who", "then", "now",
    "currently", "been", "previously", "make", "also", "formerly", "until", "resign", "retire",
    "quit",
  ]
  /// What says between a name and a title that he holds it no more.
  private static let leaving: Set<String> = ["until", "resign", "retire", "quit", "step"]

  /// Adds the claims of leadership and the mentions by title.
  static func bind(_ analysis: inout Analysis) {
    var occurrences: [Occurrence] = []
    for sentence in analysis.sentences.indices {
      occurrences += find(in: sentence, analysis)
    }
    var holders = TitleHolders()
    for occurrence in occurrences {
      guard let person = occurrence.person else { continue }
      let words = Array(analysis.sentences[occurrence.sentence].keys[occurrence.tokens])
      // The title stands for its holder wherever the tree hangs the phrase on it.
      analysis.add(
        Mention(
          tokens: occurrence.tokens, head: occurrence.tokens.upperBound - 1, entities: [person],
          form: .description),
        in: occurrence.sentence)
      if let owner = occurrence.owner {
        if let country = analysis.entities[owner].country {
          analysis.entities.setCountry(country, of: person)
        }
        if occurrence.title.leads, owner != person {
          analysis.add(
            Claim(
              source: person, relation: .leads, target: owner,
              status: occurrence.isFormer ? .historical : .asserted,
              sentence: occurrence.sentence, rule: "title", confidence: 0.9))
        }
      }
      holders.add(person, rank: occurrence.title.rank, words: words, owner: occurrence.owner)
    }
    for place in occurrences.indices {
      guard let (owner, person) = namedLater(occurrences[place], analysis) else { continue }
      let occurrence = occurrences[place]
      let words = Array(analysis.sentences[occurrence.sentence].keys[occurrence.tokens])
      guard !holders.has(rank: occurrence.title.rank, of: owner) else { continue }
      holders.add(person, rank: occurrence.title.rank, words: words, owner: owner)
      analysis.add(
        Claim(
          source: person, relation: .leads, target: owner,
          status: occurrence.isFormer ? .historical : .asserted, sentence: occurrence.sentence,
          rule: "title, named later", confidence: 0.6))
    }
    // "The visiting minister" is the one named last; who is named only later comes second.
    var named = TitleHolders()
    for occurrence in occurrences {
      let words = Array(analysis.sentences[occurrence.sentence].keys[occurrence.tokens])
      if let person = occurrence.person {
        named.add(
          person, rank: occurrence.title.rank, words: words, owner: occurrence.owner,
          country: analysis.entities[person].country)
        continue
      }
      guard occurrence.isDefinite,
        let holder = visitor(occurrence, among: named, analysis)
          ?? named.holder(of: occurrence.owner, occurrence.title, words: words)
          ?? holders.holder(of: occurrence.owner, occurrence.title, words: words)
      else { continue }
      let head = occurrence.tokens.upperBound - 1
      analysis.add(
        Mention(
          tokens: occurrence.tokens, head: head, entities: [holder], form: .description),
        in: occurrence.sentence)
    }
  }

  /// "The visiting minister was received by President Nguyen": the minister of another country than
  /// that of whoever else the sentence names.
  private static func visitor(
    _ visitor: Occurrence, among named: TitleHolders, _ analysis: Analysis
  ) -> Int? {
    let view = analysis.sentences[visitor.sentence]
    guard visitor.owner == nil, view.keys[visitor.phrase].contains("visiting"),
      let title = view.keys[visitor.tokens].last
    else { return nil }
    var hosts: Set<Int> = []
    for mention in analysis.mentions[visitor.sentence] {
      for entity in mention.entities {
        if let country = analysis.entities[entity].country { hosts.insert(country) }
      }
    }
    return hosts.isEmpty ? nil : named.holder(lastWord: title, notOf: hosts)
  }

  /// "…, the head of Rostec said. … , Sergei Chemezov said": who is introduced by title alone and
  /// quoted is named by the next sentence that quotes somebody.
  private static func namedLater(
    _ occurrence: Occurrence, _ analysis: Analysis
  ) -> (owner: Int, person: Int)? {
    guard occurrence.person == nil, occurrence.isDefinite, occurrence.title.leads,
      let owner = occurrence.owner,
      isSpeaking(occurrence.tokens.lowerBound, occurrence.sentence, analysis)
    else { return nil }
    for sentence in occurrence.sentence + 1..<min(occurrence.sentence + 3, analysis.sentences.count)
    {
      for mention in analysis.mentions[sentence] where mention.form == .name {
        guard let person = mention.entities.first, analysis.kind(of: person) == .person,
          isSpeaking(mention.head, sentence, analysis)
        else { continue }
        return analysis.led(by: person).isEmpty ? (owner, person) : nil
      }
    }
    return nil
  }

  private static func isSpeaking(_ token: Int, _ sentence: Int, _ analysis: Analysis) -> Bool {
    let view = analysis.sentences[sentence]
    var head = token
    for _ in 0..<4 {
      let dependency = view.tokens[head].dependency
      head = view.tokens[head].head
      guard head >= 0 else { return false }
      if Coreference.speechVerbs.contains(view.lemmas[head]) {
        return dependency == .nsubj
      }
    }
    return false
  }

  private static func find(in sentence: Int, _ analysis: Analysis) -> [Occurrence] {
    let view = analysis.sentences[sentence]
    var found: [Occurrence] = []
    var token = 0
    while token < view.count {
      guard analysis.mention(at: token, in: sentence)?.form != .name,
        let match = analysis.lexicon.titles.match(view.keys, at: token)
      else {
        token += 1
        continue
      }
      // "president and chief executive officer"
      let end =
        match.end < view.count && view.keys[match.end] == "officer" ? match.end + 1 : match.end
      if var occurrence = occurrence(token..<end, match.title, sentence, analysis) {
        if occurrence.title.rank == "honorific" { occurrence.isDefinite = false }
        found.append(occurrence)
      }
      token = end
    }
    // "chairman of the Military Committee General, Knud Bartels": the nearer title found the name.
    for index in found.indices.dropLast() where found[index].person == nil {
      let next = found[index + 1]
      if let person = next.person, next.owner == nil,
        next.tokens.lowerBound <= found[index].phrase.upperBound + 1
      {
        found[index].person = person
      }
    }
    return found
  }

  private static func occurrence(
    _ tokens: Range<Int>, _ title: Titles.Title, _ sentence: Int, _ analysis: Analysis
  ) -> Occurrence? {
    let view = analysis.sentences[sentence]
    var isFormer = false
    var isDefinite = false
    var owner: Int?
    // To the left: "the former Russian", "Rostec's", "its".
    var left = tokens.lowerBound
    while left > 0 {
      let before = left - 1
      let key = view.keys[before]
      if let mention = analysis.mention(at: before, in: sentence), owner == nil,
        let entity = mention.entities.first, analysis.kind(of: entity) != .person
      {
        owner = entity
        left = mention.tokens.lowerBound
        isDefinite = true
      } else if let mention = analysis.mention(at: before, in: sentence), owner == nil,
        mention.form == .pronoun, ["my", "his", "her"].contains(key),
        let person = mention.entities.first, let side = analysis.side(of: person)
      {
        // "my Defence Minister"
        owner = side
        left = before
        isDefinite = true
      } else if ["'s", "’s", "s", "'", "’"].contains(view.forms[before]),
        analysis.mention(at: before - 1, in: sentence) != nil
      {
        left = before
      } else if past.contains(key) {
        isFormer = true
        left = before
      } else if adjectives.contains(key) {
        left = before
      } else if ["the", "its", "his", "her", "their", "our", "whose"].contains(key) {
        isDefinite = true
        left = before
        if key == "whose" { owner = owner ?? antecedent(before: before, sentence, analysis) }
        break
      } else if ["a", "an"].contains(key) {
        left = before
        break
      } else {
        break
      }
    }
    // "president and chief executive of X": both titles are the phrase.
    if left > 1, view.keys[left - 1] == "and" {
      for start in max(0, left - 5)..<left - 1 {
        if let other = analysis.lexicon.titles.match(view.keys, at: start), other.end == left - 1 {
          left = start
          break
        }
      }
    }
    // To the right: "of the Italian group Leonardo", then perhaps the name.
    var right = tokens.upperBound
    if right < view.count, ["of", "at", "for"].contains(view.keys[right]),
      let (entity, end) = ownerPhrase(from: right + 1, sentence, analysis)
    {
      owner = entity
      right = end
      isDefinite = true
    }
    var person = personMention(from: right, sentence, analysis)
    // "President Daniel Noboa of Ecuador"
    if owner == nil, let named = person {
      owner = ownerAfter(named, from: right, sentence, analysis)
    }
    if person == nil { person = personBefore(left, sentence, analysis) }
    if person == nil, owner == nil,
      let named = appointment(before: left, sentence, analysis)
    {
      (person, owner) = named
    }
    if left > 0, view.keys[left - 1] == "then" || past.contains(view.keys[left - 1]) {
      isFormer = true
    }
    if owner != nil, person != nil,
      (max(0, left - 5)..<left).contains(where: {
        leaving.contains(view.lemmas[$0]) && analysis.mention(at: $0, in: sentence) == nil
      }), personBefore(left, sentence, analysis) == person
    {
      isFormer = true
    }
    if let was = precedingVerb(left, view), was.lemma == "be", was.form == "was",
      left > 1, view.keys[was.token..<left].contains("then")
    {
      isFormer = true
    }
    return Occurrence(
      sentence: sentence, tokens: tokens, phrase: left..<right, title: title, owner: owner,
      person: person, isFormer: isFormer, isDefinite: isDefinite)
  }
}
