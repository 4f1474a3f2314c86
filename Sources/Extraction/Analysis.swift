import Language
import PartnerModel

/// A document on its way from text to statements: sentences, who is mentioned where, and what is
/// claimed so far.
struct Analysis {
  let lexicon: Lexicon
  let sentences: [SentenceView]
  /// The kind of passage and the speaker's label of each sentence.
  private(set) var settings: [Setting]
  var entities: DocumentEntities
  /// The mentions of each sentence in its order.
  private(set) var mentions: [[Mention]]
  /// Mentions inside the names of others, which no other word holds.
  let inner: [[Mention]]
  /// The mention that holds a token, or -1.
  private var owner: [[Int32]]
  private(set) var claims: [Claim] = []
  /// What each person is said to lead, in the order of the claims.
  private var led: [Int: [Int]] = [:]
  /// The countries that a sentence lists as members of the bloc it names.
  var membersListed: [Int: [Int]] = [:]

  /// The first sentences of the items of the list that a sentence opens: "… are imposed on:".
  var items: [Int: [Int]] = [:]
  /// The country of the house that a dialogue takes place in, for which its speakers speak.
  var host: Int?

  /// Where a sentence stands.
  struct Setting {
    var isHeading = false
    /// Whether it belongs to a turn of a dialogue, and who speaks it, if that is known.
    var isTurn = false
    var speaker: Int?
    /// The entities of the label before it: "VENEZUELA: …".
    var topic: [Int] = []
  }

  init(
    lexicon: Lexicon, sentences: [SentenceView], settings: [Setting], entities: DocumentEntities,
    mentions: [[Mention]], inner: [[Mention]]
  ) {
    self.lexicon = lexicon
    self.sentences = sentences
    self.settings = settings
    self.entities = entities
    self.mentions = mentions
    self.inner = inner
    owner = sentences.map { Array(repeating: -1, count: $0.count) }
    for sentence in sentences.indices { index(sentence) }
  }

  private mutating func index(_ sentence: Int) {
    for (place, mention) in mentions[sentence].enumerated() {
      for token in mention.tokens { owner[sentence][token] = Int32(place) }
    }
  }

  /// The mention that holds a token.
  func mention(at token: Int, in sentence: Int) -> Mention? {
    guard token >= 0, token < owner[sentence].count else { return nil }
    let place = owner[sentence][token]
    return place < 0 ? nil : mentions[sentence][Int(place)]
  }

  /// Adds a mention whose tokens no other mention holds; names stay before descriptions.
  mutating func add(_ mention: Mention, in sentence: Int) {
    guard !mention.tokens.contains(where: { owner[sentence][$0] >= 0 }) else { return }
    let place = mentions[sentence].count
    mentions[sentence].append(mention)
    for token in mention.tokens { owner[sentence][token] = Int32(place) }
  }

  mutating func add(_ claim: Claim) {
    claims.append(claim)
    guard claim.relation == .leads, !(led[claim.source]?.contains(claim.target) ?? false) else {
      return
    }
    led[claim.source, default: []].append(claim.target)
  }

  /// The claims made so far, by sentence, those of one in the order they were made.
  func claimsBySentence() -> [Int: [Claim]] { Dictionary(grouping: claims, by: \.sentence) }

  /// What a person is said to lead, each once, in the order of the claims.
  func led(by person: Int) -> [Int] { led[person] ?? [] }

  /// Sets who speaks a sentence.
  mutating func setSpeaker(_ entity: Int?, of sentence: Int) {
    settings[sentence].isTurn = true
    settings[sentence].speaker = entity
  }

  /// Sets what the item that a sentence belongs to is about.
  mutating func setTopic(_ entities: [Int], of sentence: Int) {
    settings[sentence].topic = entities
  }

  /// Whether an entity is a bloc or an intergovernmental body.
  func isAlliance(_ entity: Int) -> Bool {
    ["bloc", "intergovernmental"].contains(entities[entity].type)
  }

  /// Whether an entity is a company, or an organisation of which nothing says that it is not.
  func isCompany(_ entity: Int) -> Bool {
    kind(of: entity) == .organisation && ["company", ""].contains(entities[entity].type)
  }

  /// The mentions of a sentence in the order of its words.
  func orderedMentions(in sentence: Int) -> [Mention] {
    mentions[sentence].sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// For whom a person acts and says "we": the country of an official, else the organisation.
  func side(of person: Int) -> Int? {
    guard kind(of: person) == .person else { return person }
    let led = led(by: person)
    if let country = led.first(where: { kind(of: $0) == .country }) { return country }
    if let body = led.first {
      let entity = entities[body]
      if ["company", "bloc", "intergovernmental"].contains(entity.type) { return body }
      if let row = entity.country, let country = entities.knownCountry(row) { return country }
      return body
    }
    guard let row = entities[person].country else { return host }
    return entities.knownCountry(row)
  }

  func kind(of entity: Int) -> EntityKind { entities[entity].kind }
}

/// A statement in the making: its ends are entities of the document.
struct Claim {
  var source: Int
  var relation: Relation
  var target: Int
  var status: Status
  var date: PartialDate?
  var sentence: Int
  var rule: String
  var confidence: Double
}
