import Language
import PartnerModel

/// Resolves noun phrases to the partners they stand for.
///
/// The most specific one named: "Russian Defence Minister Sergei Shoigu" is the person, "Russian
/// officials" the country, "Turkey's aerospace companies" the country, "NATO states" the bloc.
struct Participants {
  let analysis: Analysis
  let sentence: Int
  private let lists: NameLists
  private var view: SentenceView { analysis.sentences[sentence] }

  init(_ analysis: Analysis, sentence: Int) {
    self.analysis = analysis
    self.sentence = sentence
    lists = NameLists(analysis, sentence: sentence)
  }

  /// Nouns that act for the country or organisation that owns them.
  private static let agents: Set<String> = [
    "government", "administration", "authority", "official", "minister", "ministry", "leader",
    "leadership", "president", "premier", "delegation", "military", "army", "navy", "force",
    "troop", "soldier", "expert", "specialist", "engineer", "industry", "company", "firm",
    "enterprise", "manufacturer", "maker", "producer", "shipbuilder", "side", "party", "partner",
    "officer", "pilot", "crew", "diplomat", "intelligence", "service", "spy", "agency",
    "parliament", "lawmaker", "embassy", "state", "country", "nation", "member", "ally", "bureau",
    "institution", "circle", "customer", "buyer", "business", "contractor", "supplier", "rival",
    "competitor", "gunmaker", "arms", "defence", "defense", "ambassador", "envoy", "president",
    "chief", "commander", "secretary", "shipyard", "authorities", "premier", "regime", "operator",
    "team", "air", "fleet", "marine", "guard", "command", "unit", "consortium", "capital",
    "group", "cadet", "student", "sailor", "submariner", "designer", "businessman", "exporter",
    "importer", "client", "representative", "negotiator", "executive", "boss", "owner", "worker",
    "yard", "plant", "counterpart", "cabinet", "friend", "colleague", "comrade", "frigate",
    "destroyer", "corvette", "warship", "submarine", "vessel", "ship", "jet", "bomber", "aircraft",
    "helicopter", "drone", "troops", "king", "queen", "prince", "emir", "sultan", "monarch",
    "chancellor", "chairman",
  ]

  static func isAgent(_ lemma: String) -> Bool { agents.contains(lemma) }

  /// Nouns that only count what stands behind "of".
  private static let measures: Set<String> = [
    "generation", "number", "hundred", "dozen", "thousand", "group", "part", "half", "series",
    "majority", "score", "handful", "batch", "couple", "some", "one", "most", "many", "several",
    "rest", "team", "delegation", "percent", "cent", "%", "quarter", "third", "stake", "share",
  ]

  /// The partners that the phrase headed by a token stands for, with those coordinated to it.
  func resolve(_ token: Int) -> [Int] {
    var result: [Int] = []
    collect(token, into: &result, depth: 0)
    return result
  }

  /// Whether a token can be a partner at all.
  private func collect(_ token: Int, into result: inout [Int], depth: Int) {
    guard depth < 12 else { return }
    let found = single(token, depth: depth)
    for entity in found where !result.contains(entity) { result.append(entity) }
    // "NATO states, in particular Greece and Turkey": those listed too.
    for entity in found where analysis.isAlliance(entity) {
      for member in analysis.membersListed[sentence] ?? [] where !result.contains(member) {
        result.append(member)
      }
    }
    if found.isEmpty, !Self.agents.contains(view.lemmas[token]) || depth == 0 {
      for entity in examples(of: token) where !result.contains(entity) { result.append(entity) }
    }
    for entity in lists.members(at: token) where !result.contains(entity) { result.append(entity) }
    for entity in beside(token) where !result.contains(entity) { result.append(entity) }
    for child in view.dependents(of: token, by: .conj) {
      // "signed … and delivered": a verb coordinated to a noun is a parse gone astray.
      if view.tokens[child].tag == .verb, analysis.mention(at: child, in: sentence) == nil {
        continue
      }
      // "to Poland and Lithuania; Denmark will follow"
      if child > token, view.forms[token..<child].contains(";") { continue }
      collect(child, into: &result, depth: depth + 1)
    }
  }

  private func single(_ token: Int, depth: Int) -> [Int] {
    if let mention = analysis.mention(at: token, in: sentence) {
      // A person named beside its title or country is more specific.
      if mention.form != .name, let person = personBeside(token) { return [person] }
      return mention.entities
    }
    // Relative pronouns stand for what the clause modifies.
    if ["who", "which", "that", "whom"].contains(view.keys[token]) {
      let verb = view.tokens[token].head
      if verb >= 0, view.tokens[verb].dependency == .aclRelcl, view.tokens[verb].head >= 0,
        view.tokens[verb].head < verb
      {
        let noun = view.tokens[verb].head
        let found = single(noun, depth: depth + 1)
        // "IGAD, the regional bloc to which both belong"
        if !found.isEmpty { return found }
        if view.tokens[noun].dependency == .appos, view.tokens[noun].head >= 0 {
          return single(view.tokens[noun].head, depth: depth + 1)
        }
      }
      return antecedent(of: token)
    }
    if let person = personBeside(token) { return [person] }
    // "the Emirati company Tawteen": the name, not the nationality.
    if CompanyNames.isNoun(view.lemmas[token]),
      let name = analysis.mention(at: token + 1, in: sentence), name.form == .name,
      let entity = name.entities.first, analysis.kind(of: entity) == .organisation
    {
      return [entity]
    }
    // "three generations of our officers": look at what is counted.
    if Self.measures.contains(view.lemmas[token]) {
      for child in view.dependents(of: token, by: .nmod) where view.marker(of: child) == "of" {
        return resolveOwner(child, depth: depth + 1)
      }
    }
    guard Self.agents.contains(view.lemmas[token]) || view.tokens[token].tag == .propn else {
      return []
    }
    // What owns the noun: "Russian …", "Turkey's …", "… of Vietnam".
    var owners: [Int] = []
    for child in view.dependents(of: token).map(Int.init) {
      switch view.tokens[child].dependency {
      case .amod, .compound, .nmodPoss, .nmodDesc, .flat, .appos:
        if let mention = analysis.mention(at: child, in: sentence) {
          owners += mention.entities
          for conjunct in view.dependents(of: child, by: .conj) {
            if let other = analysis.mention(at: conjunct, in: sentence) { owners += other.entities }
          }
        }
      case .nmod where ["of", "from", "in"].contains(view.marker(of: child) ?? ""):
        if analysis.mention(at: child, in: sentence) != nil {
          owners += resolveOwner(child, depth: depth + 1)
        } else if depth < 6 {
          owners += resolveOwner(child, depth: depth + 1)
        }
      default: break
      }
    }
    return owners
  }

  /// "Sarda, a subsidiary of Rheinmetall, which will not deliver": the name right before a relative
  /// pronoun, or the one that it is said about, where the tree hangs the clause elsewhere.
  private func antecedent(of pronoun: Int) -> [Int] {
    guard pronoun > 1, view.forms[pronoun - 1] == ",", view.keys[pronoun] != "that",
      let nearest = analysis.mention(at: pronoun - 2, in: sentence), nearest.form == .name
    else { return [] }
    let start = nearest.tokens.lowerBound
    if start > 1,
      let comma = (max(1, start - 6)..<start).last(where: { view.forms[$0] == "," }),
      ["a", "an", "the", "its"].contains(view.keys[comma + 1]),
      let named = analysis.mention(at: comma - 1, in: sentence), named.form == .name
    {
      return named.entities
    }
    return nearest.entities
  }

  /// "five companies, including Norinco and Poly Technologies": those named of many.
  private func examples(of noun: Int) -> [Int] {
    guard view.tokens[noun].fineTag == .nns,
      let opener = (noun + 1..<min(noun + 5, view.count))
        .first(where: {
          ["including", "among", "namely", "notably", "such"].contains(view.keys[$0])
        }),
      let first = (opener + 1..<min(opener + 5, view.count)).lazy.compactMap({
        analysis.mention(at: $0, in: sentence)
      }).first, first.form == .name
    else { return [] }
    let listed = lists.members(at: first.head)
    return listed.isEmpty ? first.entities : listed
  }

  private func resolveOwner(_ token: Int, depth: Int) -> [Int] {
    var result: [Int] = []
    collect(token, into: &result, depth: depth)
    return result
  }

  /// The name that "and" joins to this one where the tree hangs both on one verb instead:
  /// "Defence Minister Shoigu and Defence Secretary Hammond discussed".
  private func beside(_ token: Int) -> [Int] {
    let mentions = analysis.orderedMentions(in: sentence).filter { $0.form == .name }
    guard let entity = analysis.mention(at: token, in: sentence)?.entities.first,
      let place = mentions.firstIndex(where: {
        $0.entities.first == entity && abs($0.tokens.lowerBound - token) <= 4
      })
    else { return [] }
    var found: [Int] = []
    for neighbour in [place - 1, place + 1] where mentions.indices.contains(neighbour) {
      let first = mentions[min(place, neighbour)]
      let second = mentions[max(place, neighbour)]
      let gap = first.tokens.upperBound..<second.tokens.lowerBound
      guard gap.count >= 1, gap.count <= 6, view.keys[gap.lowerBound] == "and",
        let other = mentions[neighbour].entities.first,
        analysis.kind(of: other) == .person, analysis.kind(of: entity) == .person,
        gap.dropFirst().allSatisfy({
          [.noun, .propn, .adj, .det, .part].contains(view.tokens[$0].tag)
        }), governor(of: first) == governor(of: second)
      else { continue }
      found.append(other)
    }
    return found
  }

  /// The first token outside a name and its title that the name hangs on.
  private func governor(of mention: Mention) -> Int {
    var token = mention.head
    for _ in 0..<6 {
      let head = view.tokens[token].head
      guard head >= 0, (mention.tokens.lowerBound - 4..<mention.tokens.upperBound).contains(head),
        view.tokens[head].tag != .verb
      else { return head }
      token = head
    }
    return token
  }

  /// A person whose name stands in the phrase: "minister Sergei Shoigu", "counterpart, Mr Fox".
  private func personBeside(_ token: Int) -> Int? {
    for child in view.dependents(of: token, by: .flat, .appos, .compound, .nmodDesc) {
      if let mention = analysis.mention(at: child, in: sentence), mention.form == .name,
        let entity = mention.entities.first, analysis.kind(of: entity) == .person
      {
        return entity
      }
    }
    return nil
  }
}
