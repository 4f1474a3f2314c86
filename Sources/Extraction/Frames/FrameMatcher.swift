import Language
import PartnerModel

/// Finds triggers in a sentence's tree and the partners that stand around them.
struct FrameMatcher {
  let analysis: Analysis
  let sentence: Int
  let view: SentenceView
  let participants: Participants
  let status: ClauseStatus

  init(_ analysis: Analysis, sentence: Int) {
    self.analysis = analysis
    self.sentence = sentence
    view = analysis.sentences[sentence]
    participants = Participants(analysis, sentence: sentence)
    status = ClauseStatus(view: analysis.sentences[sentence])
  }

  /// What a sentence says, each with the place of its trigger.
  struct Events {
    var claims: [(trigger: Int, claim: Claim)] = []
    /// Transfers that name no recipient.
    var openTransfers: [(trigger: Int, transfer: ImpliedRecipient.OpenTransfer)] = []
    /// Deals that name no party.
    var openDeals: [(trigger: Int, deal: ImpliedParties.OpenDeal)] = []
  }

  /// What the sentence's triggers say, and what they are about.
  func events() -> Events {
    var events = Events()
    for token in 0..<view.count {
      for trigger in triggers(at: token) {
        let roles = roles(of: trigger, at: token)
        events.claims += claims(of: trigger, roles, at: token).map { (token, $0) }
        if roles.sources.isEmpty, roles.targets.isEmpty, isDeal(trigger, at: token) {
          events.openDeals.append(
            (
              token,
              ImpliedParties.OpenDeal(
                sentence: sentence, status: status.status(of: token), rule: trigger.rule)
            ))
        }
        if roles.targets.isEmpty, isSupply(trigger, at: token) {
          let status = combine(status.status(of: token), trigger.status)
          events.openTransfers += roles.sources.map { source in
            (
              token,
              ImpliedRecipient.OpenTransfer(
                source: source, isOfParts: isOfParts(token), sentence: sentence, status: status,
                rule: trigger.rule)
            )
          }
        }
      }
    }
    events.claims += DealReading(self, matched: events.claims).claims()
    return events
  }

  /// "delivered 24 trainers": whether a verb says that its subject supplies something to somebody.
  private func isSupply(_ trigger: Trigger, at token: Int) -> Bool {
    view.tokens[token].tag == .verb && trigger.relation == .transfer && trigger.status == nil
      && trigger.requires.isEmpty
      && trigger.source.first == "subj" && trigger.target.contains("to")
      && !view.dependents(of: token, by: .obj, .nsubjPass).isEmpty
  }

  /// "no contract was signed", "nothing was signed": whether a verb says so of a deal, by nobody.
  private func isDeal(_ trigger: Trigger, at token: Int) -> Bool {
    trigger.relation == .agree && trigger.part == .verb && !trigger.requires.isEmpty
      && view.dependents(of: token, by: .nsubjPass).contains {
        trigger.requires.contains(view.lemmas[$0])
      }
  }

  private func isOfParts(_ verb: Int) -> Bool {
    view.dependents(of: verb, by: .obj, .nsubjPass).contains { thing in
      ImpliedRecipient.parts.contains(view.lemmas[thing])
        || view.dependents(of: thing, by: .conj).contains {
          ImpliedRecipient.parts.contains(view.lemmas[$0])
        }
    }
  }

  /// The triggers that a word is, with what they require beside it.
  func triggers(at token: Int) -> [Trigger] {
    let part: Trigger.PartOfSpeech
    var lemma = view.lemmas[token]
    switch view.tokens[token].tag {
    // "the arms embargo on": no verb, whatever the tagger says.
    case .verb where token > 0 && view.keys[token - 1] == "arms": part = .noun
    // "Talks with Thailand have stalled": a noun, whatever the tagger says.
    case .verb
    where token == 0 && view.tokens[token].fineTag == .vbz && view.count > 1
      && view.tokens[1].tag == .adp:
      part = .noun
    // "a working group with": says what group, not what it does.
    case .verb where view.tokens[token].fineTag == .vbg && isModifier(token): return []
    case .verb: part = .verb
    // "Saab beat Thales": in a clause without a verb, the word between two names is one.
    case .noun where isBetweenNames(token): part = .verb
    // "Saab supplied radars": no adjective, where nothing else is a verb.
    case .adj where view.keys[token].hasSuffix("ed") && isBetweenNames(token):
      part = .verb
      lemma = Lemmatiser.lemma(of: view.keys[token], .vbd)
    case .noun, .propn: part = .noun
    case .adj where view.tokens[token].fineTag == .vbn || view.tokens[token].fineTag == .vbg:
      part = .verb
    default: return []
    }
    // "The exporter" that stands for a company is no word for what it does.
    if let mention = analysis.mention(at: token, in: sentence),
      mention.form != .description || CompanyNames.isNoun(view.lemmas[token])
    {
      return []
    }
    if isModifier(token) || isBloc(token) { return [] }
    return analysis.lexicon.triggers.triggers(lemma, part).filter {
      ($0.requires.isEmpty || hasOne(of: $0.requires, at: token)
        || hasOneByOrder(of: $0.requires, at: token))
        && ($0.excludes.isEmpty || !hasOne(of: $0.excludes, at: token))
    }
  }

  private func isBetweenNames(_ token: Int) -> Bool {
    guard !view.tokens.contains(where: { $0.tag == .verb }) else { return false }
    return analysis.mention(at: token - 1, in: sentence) != nil
      && (analysis.mention(at: token + 1, in: sentence) != nil
        || token + 1 < view.count && [.det, .num, .noun].contains(view.tokens[token + 1].tag))
  }

  /// "members of the alliance": a bloc, and no alliance that somebody makes.
  private func isBloc(_ token: Int) -> Bool {
    token > 0 && view.keys[token - 1] == "the"
      && Coreference.allianceNouns.contains(view.lemmas[token])
      && !view.dependents(of: token).contains { view.marker(of: Int($0)) == "with" }
  }

  /// "training aircraft", "patrol vessel": a noun that only says what sort of thing another is.
  private func isModifier(_ token: Int) -> Bool {
    let head = view.tokens[token].head
    guard [.compound, .amod].contains(view.tokens[token].dependency), head > token,
      [.noun, .verb].contains(view.tokens[token].tag), view.tokens[head].tag == .noun
    else { return false }
    return analysis.lexicon.triggers.triggers(view.lemmas[head], .noun).isEmpty
  }

  /// The partners that stand around a trigger, by the tree or else by the order of the words.
  struct Roles {
    var sources: [Int]
    var targets: [Int]
    var isByOrder = false
  }

  func roles(of trigger: Trigger, at token: Int) -> Roles {
    var roles = rolesAround(token, trigger)
    if Self.impersonal.contains(trigger.relation) {
      roles.sources = sides(of: roles.sources)
      // Sanctions strike people as well as states.
      if trigger.relation != .sanction { roles.targets = sides(of: roles.targets) }
    }
    return roles
  }

  private func rolesAround(_ token: Int, _ trigger: Trigger) -> Roles {
    var roles = Roles(
      sources: first(of: trigger.source, at: token), targets: first(of: trigger.target, at: token))
    if !trigger.isMutual, roles.sources.count == 1, roles.targets == roles.sources {
      roles.targets = []
    }
    if trigger.part == .verb, roles.targets.isEmpty, roles.sources.count > 1, isReciprocal(token) {
      roles.targets = roles.sources
      return roles
    }
    if trigger.isMutual, trigger.part == .noun, let pair = nationsBefore(token) {
      roles.sources = pair
      roles.targets = pair
      return roles
    }
    if trigger.isMutual {
      // "talks between A and B", "A and B cooperate": a group among itself.
      if let group = between(token) {
        roles.sources = group
        roles.targets = group
      } else if roles.targets.isEmpty, roles.sources.count > 1, trigger.isReciprocal {
        roles.targets = roles.sources
      }
    }
    if roles.targets.isEmpty, trigger.target.first == "subj", let holder = holder(of: token) {
      roles.targets = holder
    }
    roles.isByOrder = roles.sources.isEmpty || roles.targets.isEmpty
    if roles.sources.isEmpty { roles.sources = firstByOrder(of: trigger.source, at: token) }
    if roles.targets.isEmpty { roles.targets = firstByOrder(of: trigger.target, at: token) }
    if roles.targets.isEmpty, !roles.sources.isEmpty { roles.targets = listed() }
    if roles.targets.isEmpty, Self.judging.contains(trigger.relation) {
      roles.targets = actors(judgedBy: token)
    }
    if trigger.relation == .agree, trigger.part == .verb, roles.targets.isEmpty,
      roles.sources.count == 1, analysis.kind(of: roles.sources[0]) == .person
    {
      roles.sources = signers(at: token, first: roles.sources[0])
    }
    if trigger.isReciprocal, roles.targets.isEmpty { roles.targets = roles.sources }
    return roles
  }

  private static let commonActivities: Set<String> = [
    "exercise", "drill", "manoeuvre", "maneuver", "wargame", "patrol", "project", "programme",
    "program", "consortium", "venture", "together", "jointly", "joint",
  ]

  /// Whether all who take part in something do so with one another.
  private func isCommonActivity(_ trigger: Trigger, _ token: Int) -> Bool {
    Self.commonActivities.contains(trigger.lemma)
      || trigger.requires.contains("jointly")
      || view.dependents(of: token, by: .obj).contains {
        Self.commonActivities.contains(view.lemmas[$0])
      }
  }

  /// "fought each other", "accused one another"
  private func isReciprocal(_ verb: Int) -> Bool {
    (verb + 1..<max(verb + 1, min(verb + 4, view.count - 1))).contains {
      view.keys[$0 + 1] == "other" && view.keys[$0] == "each"
        || view.keys[$0 + 1] == "another" && view.keys[$0] == "one"
    }
      || view.lemmas[verb] == "fight"
        && view.dependents(of: verb, by: .obj).contains {
          ["war", "battle", "conflict", "skirmish"].contains(view.lemmas[$0])
        }
  }

  private func claims(of trigger: Trigger, _ roles: Roles, at token: Int) -> [Claim] {
    var found: [Claim] = []
    let clauseStatus = status.status(of: token)
    var roles = roles
    // "drills with Greece and Cyprus": they drill with each other, too.
    if trigger.relation == .cooperate, roles.targets.count > 1, isCommonActivity(trigger, token) {
      roles.sources += roles.targets.filter { !roles.sources.contains($0) }
      roles.targets = roles.sources
    }
    for source in roles.sources {
      for target in roles.targets where source != target {
        if trigger.isMutual, roles.sources == roles.targets, source > target { continue }
        guard isSensible(source, trigger.relation, target) else { continue }
        found.append(
          Claim(
            source: source, relation: trigger.relation, target: target,
            status: combine(clauseStatus, trigger.status), sentence: sentence,
            rule: roles.isByOrder ? trigger.rule + " by order" : trigger.rule,
            confidence: roles.isByOrder ? 0.5 : 0.7))
      }
    }
    return found
  }

  /// Relations between states and bodies: a president who wants cooperation wants it for his
  /// country.
  static let impersonal: Set<Relation> = [.cooperate, .transfer, .compete, .aid, .sanction]

  /// Relations to somebody through what he does: "condemned the attacks by Israel".
  static let judging: Set<Relation> = [.support, .accuse, .reject, .threaten]

  func sides(of partners: [Int]) -> [Int] {
    var sides: [Int] = []
    for partner in partners {
      let side = analysis.side(of: partner) ?? partner
      if !sides.contains(side) { sides.append(side) }
    }
    return sides
  }

  func combine(_ clause: Status, _ own: Status?) -> Status {
    guard let own else { return clause }
    return clause == .asserted ? own : clause
  }

  /// Relations hold between partners of certain kinds only.
  func isSensible(_ source: Int, _ relation: Relation, _ target: Int) -> Bool {
    let from = analysis.entities[source]
    let to = analysis.entities[target]
    switch relation {
    case .leads: return from.kind == .person && to.kind != .person
    case .memberOf:
      return to.kind == .organisation && from.kind != .person
        && ["bloc", "intergovernmental", ""].contains(to.type)
    case .partOf: return from.kind == .organisation && to.kind != .person
    case .basedIn: return from.kind == .organisation && to.kind == .country
    case .transfer: return to.kind != .person || from.kind != .person
    case .consult, .agree, .cooperate:
      // A person does not confer with the country or body he heads.
      return !analysis.led(by: source).contains(target)
        && !analysis.led(by: target).contains(source)
    default: return true
    }
  }

  /// Whether a word stands among the next ones, wherever the tree has hung it.
  private func hasOneByOrder(of words: Set<String>, at token: Int) -> Bool {
    guard view.tokens[token].tag == .verb else { return false }
    if isPassive(token), view.dependents(of: token, by: .nsubjPass).isEmpty {
      // "The agreement, valued at a million, was signed"
      for place in stride(from: token - 1, through: max(0, token - 16), by: -1) {
        if words.contains(view.lemmas[place]) { return true }
        if [";", ":"].contains(view.forms[place]) { return false }
      }
    }
    for place in token + 1..<max(token + 1, min(token + 7, view.count)) {
      if words.contains(view.lemmas[place]) || words.contains(view.keys[place]) { return true }
      if [.verb, .sconj, .cconj].contains(view.tokens[place].tag) || view.forms[place] == "," {
        return false
      }
    }
    return false
  }

  func hasOne(of words: Set<String>, at token: Int) -> Bool {
    for child in view.dependents(of: token).map(Int.init) {
      if words.contains(view.lemmas[child]) || words.contains(view.keys[child]) { return true }
      for grandchild in view.dependents(of: child, by: .conj, .compound, .nmod, .nummod, .amod) {
        if words.contains(view.lemmas[grandchild]) { return true }
      }
    }
    // A participle modifies what it would govern: "the agreement signed with".
    let head = view.tokens[token].head
    if head >= 0, [.acl, .aclRelcl].contains(view.tokens[token].dependency) {
      return words.contains(view.lemmas[head])
        || view.dependents(of: head, by: .compound).contains { words.contains(view.lemmas[$0]) }
    }
    return false
  }
}
