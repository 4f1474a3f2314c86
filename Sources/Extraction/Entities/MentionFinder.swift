import Language
import PartnerModel

/// Every mention of an entity by name in a document.
///
/// Names in full come first; what they bind (surnames, acronyms, first words of companies) is then
/// found throughout.
struct MentionFinder {
  let lexicon: Lexicon
  let sentences: [SentenceView]
  /// Sentences that are a heading, where every word may be capitalised.
  let headings: Set<Int>
  /// Sentences that are one listed person's name.
  let listedPersons: Set<Int>
  private(set) var entities: DocumentEntities
  private(set) var mentions: [[Mention]]
  /// Mentions inside the names of others: "Israeli" in "Israeli Ministry of Defense".
  private(set) var inner: [[Mention]]
  private var shortForms = ShortForms()

  init(
    lexicon: Lexicon, sentences: [SentenceView], headings: Set<Int>, listedPersons: Set<Int>
  ) {
    self.lexicon = lexicon
    self.sentences = sentences
    self.headings = headings
    self.listedPersons = listedPersons
    entities = DocumentEntities(lexicon: lexicon)
    mentions = Array(repeating: [], count: sentences.count)
    inner = mentions
  }

  mutating func run() {
    let finder = NameFinder(lexicon: lexicon)
    let candidates = sentences.indices.map {
      listedPersons.contains($0) ? [] : finder.names(in: sentences[$0])
    }
    let titleCase = headings.filter { isTitleCase(sentences[$0]) }
    for sentence in sentences.indices where !titleCase.contains(sentence) {
      resolve(candidates[sentence], in: sentence)
    }
    for sentence in sentences.indices where titleCase.contains(sentence) {
      resolve(candidates[sentence].filter { isCertain($0, in: sentence) }, in: sentence)
    }
    for sentence in sentences.indices where listedPersons.contains(sentence) {
      resolveListedPerson(sentence)
    }
    shortForms = ShortForms(entities)
    for sentence in sentences.indices {
      findShortNames(in: sentence, besides: candidates[sentence])
    }
  }

  /// Whether capitals tell nothing in a heading: most of its longer words have one.
  private func isTitleCase(_ view: SentenceView) -> Bool {
    let words = (0..<view.count).filter { view.isWord($0) && view.forms[$0].utf8.count > 3 }
    return words.filter(view.isCapitalised).count * 10 >= words.count * 7
  }

  /// In a heading only what the tables know, or what the text names too, is a name.
  private func isCertain(_ name: NameCandidate, in sentence: Int) -> Bool {
    name.readings.contains { reading in
      switch reading {
      case .newPerson:
        guard let last = sentences[sentence].keys[name.tokens].last else { return false }
        return entities.surnames[last] != nil
      case .newOrganisation: return false
      default: return true
      }
    }
  }

  private mutating func resolve(_ candidates: [NameCandidate], in sentence: Int) {
    let view = sentences[sentence]
    for name in candidates {
      let words = self.words(name.tokens, of: view)
      let surface = self.surface(name.tokens, of: view)
      guard let (entity, form) = resolve(name, words: words, surface: surface, in: view) else {
        continue
      }
      if form == .name { entities.note(entity, surface: surface, words: words) }
      let head = head(of: name.tokens, in: view)
      mentions[sentence].append(
        Mention(tokens: name.tokens, head: head, entities: [entity], form: form))
      noteNationality(inside: name.tokens, of: entity, sentence)
      bindAcronym(after: name.tokens, to: entity, in: view)
    }
  }

  private mutating func resolve(
    _ name: NameCandidate, words: [String], surface: String, in view: SentenceView
  ) -> (Int, Mention.Form)? {
    if let meaning = lexicon.rulings.meaning(of: words) {
      return entities.entity(meaning).map { ($0, .name) }
    }
    // "the Sudanese Armed Forces (SAF)": what the document abbreviates goes before the tables.
    if name.tokens.count == 1, view.isAllCapitals(name.tokens.lowerBound),
      let bound = entities.shortNames[view.keys[name.tokens.lowerBound]]
    {
      return (bound, .name)
    }
    var country: (Int, NameCandidate.CountryForm)?
    var other = false
    for reading in name.readings {
      switch reading {
      case .newPerson:
        return (entities.person(surface: surface, words: words), .name)
      case .newOrganisation(let type, let row):
        return (
          entities.newOrganisation(surface: surface, words: words, type: type, country: row), .name
        )
      case .organisation(let row):
        return (entities.organisation(row), .name)
      case .person(let row):
        return (entities.person(surface: surface, words: words, row: row), .name)
      case .country(let row, let form):
        // "US" is a name and an adjective: the name reading stands unless only the other is.
        if country == nil || form == .name { country = (row, form) }
      case .other: other = true
      }
    }
    guard let (row, form) = country else { return nil }
    switch form {
    case .name: return (entities.country(row), .name)
    case .adjective: return (entities.country(row), .adjective)
    case .people: return (entities.country(row), .people)
    case .government:
      let context = GovernmentReading(sentence: view, span: name.tokens)
      guard context.standsForGovernment, !other || context.isStrong else { return nil }
      return (entities.country(row), .government)
    }
  }

  /// The nationality that opens the name of a ministry or agency mentions the country too.
  private mutating func noteNationality(inside span: Range<Int>, of entity: Int, _ sentence: Int) {
    let first = span.lowerBound
    guard span.count > 1, let row = entities[entity].country,
      entities[entity].kind == .organisation,
      ["ministry", "agency", ""].contains(entities[entity].type)
    else { return }
    let senses = lexicon.names.senses(of: [sentences[sentence].keys[first]])
    guard senses.contains(.nationality(row)) else { return }
    let country = entities.country(row)
    inner[sentence].append(
      Mention(tokens: first..<first + 1, head: first, entities: [country], form: .adjective))
  }

  private func words(_ span: Range<Int>, of view: SentenceView) -> [String] {
    span.flatMap { token -> [String] in
      let form = view.forms[token]
      if form == "-" { return [] }
      if form == "&" { return ["and"] }
      return view.keys[token].split(separator: "-").map(String.init)
    }
  }

  private func surface(_ span: Range<Int>, of view: SentenceView) -> String {
    var text = ""
    for token in span {
      if token > span.lowerBound, !view.isJoined(token - 1, token) { text += " " }
      text += view.forms[token]
    }
    return text
  }

  /// The token of a span whose head lies outside it.
  private func head(of span: Range<Int>, in view: SentenceView) -> Int {
    for token in span where !span.contains(view.tokens[token].head) {
      if view.tokens[token].dependency != .punct { return token }
    }
    return span.upperBound - 1
  }

  /// "China Shipbuilding & Offshore International (CSOC)".
  private mutating func bindAcronym(after span: Range<Int>, to entity: Int, in view: SentenceView) {
    let open = span.upperBound
    guard entities[entity].kind == .organisation, open + 2 < view.count,
      view.forms[open] == "(", view.forms[open + 2] == ")", view.isAllCapitals(open + 1)
    else { return }
    entities.bind(shortName: view.keys[open + 1], to: entity)
  }

  private mutating func resolveListedPerson(_ sentence: Int) {
    let view = sentences[sentence]
    let span = 0..<view.count
    var words = words(span, of: view)
    guard (2...4).contains(words.count), view.isCapitalised(0) else { return }
    let surface = surface(span, of: view)
    // "Surname Given": turned round unless the first word is the given name.
    let turned = Array(words[1...]) + [words[0]]
    if entities.surnames[words[0]] != nil || lexicon.givenNames.contains(words[1])
      || !lexicon.givenNames.contains(words[0])
    {
      words = turned
    }
    let parts = surface.split(separator: " ")
    let name =
      words == turned ? (parts.dropFirst() + parts.prefix(1)).joined(separator: " ") : surface
    let entity = entities.person(surface: name, words: words)
    entities.note(entity, surface: name, words: words)
    mentions[sentence].append(Mention(tokens: span, head: 0, entities: [entity], form: .name))
  }

  /// Surnames, acronyms, and companies by their first word.
  private mutating func findShortNames(in sentence: Int, besides candidates: [NameCandidate]) {
    let view = sentences[sentence]
    guard !listedPersons.contains(sentence) else { return }
    var taken = [Bool](repeating: false, count: view.count)
    for mention in mentions[sentence] { for token in mention.tokens { taken[token] = true } }
    var found: [Mention] = []
    let ambiguous = AmbiguousNames(lexicon: lexicon, sentence: view)
    for token in 0..<view.count where !taken[token] && view.isCapitalised(token) {
      if let (span, entity) = fullName(at: token, in: view), !span.contains(where: { taken[$0] }) {
        for token in span { taken[token] = true }
        let surface = surface(span, of: view)
        entities.note(entity, surface: surface, words: words(span, of: view))
        found.append(
          Mention(
            tokens: span, head: head(of: span, in: view), entities: [entity], form: .name))
        continue
      }
      guard !ambiguous.isOrdinaryWord(token),
        lexicon.rulings.meaning(of: [view.keys[token]]) == nil,
        let entity = shortName(at: token, in: view)
      else { continue }
      let span = token..<token + 1
      entities.note(entity, surface: view.forms[token], words: [view.keys[token]])
      found.append(Mention(tokens: span, head: token, entities: [entity], form: .name))
    }
    guard !found.isEmpty else { return }
    mentions[sentence] += found
    mentions[sentence].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The name of an organisation that only its first mention could be told by: "Hailong Valves".
  private func fullName(at token: Int, in view: SentenceView) -> (Range<Int>, Int)? {
    for entity in shortForms.byFirstWord[view.keys[token]] ?? [] {
      let words = entities[entity].words[...]
      for name in [words, ShortForms.withoutLegalForm(words)] where name.count > 1 {
        if token + name.count <= view.count, zip(name, view.keys[token...]).allSatisfy(==) {
          return (token..<token + name.count, entity)
        }
      }
    }
    return nil
  }

  private func shortName(at token: Int, in view: SentenceView) -> Int? {
    let key = view.keys[token]
    if let entity = entities.surnames[key] { return entity }
    if let entity = entities.shortNames[key], view.isAllCapitals(token) { return entity }
    let isArticled = token > 0 && view.keys[token - 1] == "the"
    let isWord = lexicon.organisationWords[key] != nil
    if isArticled { return isWord ? shortForms.byLastWord[key] : nil }
    guard !isWord, key.utf8.count > 3, lexicon.names.senses(of: [key]).isEmpty else { return nil }
    return shortForms.companyByFirstWord[key]
  }
}

/// The organisations of a document by the words that stand for their names; the first of equals.
private struct ShortForms {
  /// "Elbit" after "Elbit Systems".
  private(set) var companyByFirstWord: [String: Int] = [:]
  /// "the Complex" after "Pakistan Aeronautical Complex".
  private(set) var byLastWord: [String: Int] = [:]

  /// The organisations of several words by their first.
  private(set) var byFirstWord: [String: [Int]] = [:]

  private static let legalForms: Set<String> = [
    "ltd", "limited", "llc", "plc", "inc", "corp", "corporation", "co", "company", "gmbh", "ag",
    "se", "sa", "spa", "srl", "ab", "asa", "as", "oy", "oyj", "nv", "bv", "fze", "fzco", "jsc",
    "pjsc", "ooo", "sdn", "bhd", "pvt", "pte", "kk", "doo",
  ]

  /// "Al Sahra Gold" of "Al Sahra Gold FZE", as the text goes on to call it.
  static func withoutLegalForm(_ words: ArraySlice<String>) -> ArraySlice<String> {
    var short = words
    while short.count > 2, let last = short.last, legalForms.contains(last) { short.removeLast() }
    return short
  }

  init() {}

  init(_ entities: DocumentEntities) {
    for (index, entity) in entities.entities.enumerated().reversed()
    where entity.kind == .organisation && entity.words.count > 1 {
      byLastWord[entity.words[entity.words.count - 1]] = index
      byFirstWord[entity.words[0], default: []].append(index)
      if entity.type == "company" { companyByFirstWord[entity.words[0]] = index }
    }
  }
}
