import Language
import PartnerModel

/// Finds triggers in a sentence's tree and the partners that stand around them.
struct FrameMatcher {
  let analysis: Analysis
  let sentence: Int
  private let view: SentenceView
  private let participants: Participants
  private let status: ClauseStatus

  init(_ analysis: Analysis, sentence: Int) {
    self.analysis = analysis
    self.sentence = sentence
    view = analysis.sentences[sentence]
    participants = Participants(analysis, sentence: sentence)
    status = ClauseStatus(view: analysis.sentences[sentence])
  }

  /// The claims of the sentence's triggers.
  func claims() -> [(trigger: Int, claim: Claim)] {
    var claims: [(trigger: Int, claim: Claim)] = []
    for token in 0..<view.count {
      let part: Trigger.PartOfSpeech
      switch view.tokens[token].tag {
      case .verb: part = .verb
      case .noun, .propn: part = .noun
      case .adj where view.tokens[token].fineTag == .vbn || view.tokens[token].fineTag == .vbg:
        part = .verb
      default: continue
      }
      guard analysis.mention(at: token, in: sentence).map({ $0.form == .description }) ?? true
      else {
        continue
      }
      for trigger in analysis.lexicon.triggers.triggers(view.lemmas[token], part) {
        claims += self.claims(of: trigger, at: token).map { (token, $0) }
      }
    }
    return claims
  }

  private func claims(of trigger: Trigger, at token: Int) -> [Claim] {
    if !trigger.requires.isEmpty, !hasOne(of: trigger.requires, at: token) { return [] }
    if !trigger.excludes.isEmpty, hasOne(of: trigger.excludes, at: token) { return [] }
    var sources = first(of: trigger.source, at: token)
    var targets = first(of: trigger.target, at: token)
    if trigger.isMutual {
      // "talks between A and B", "A and B cooperate": a group among itself.
      if let group = between(token) {
        sources = group
        targets = group
      } else if targets.isEmpty {
        targets = sources
      }
    }
    if Self.impersonal.contains(trigger.relation) {
      sources = sides(of: sources)
      targets = sides(of: targets)
    }
    var found: [Claim] = []
    let clauseStatus = status.status(of: token)
    for source in sources {
      for target in targets where source != target {
        if trigger.isMutual, sources == targets, source > target { continue }
        guard isSensible(source, trigger.relation, target) else { continue }
        found.append(
          Claim(
            source: source, relation: trigger.relation, target: target,
            status: combine(clauseStatus, trigger.status), sentence: sentence,
            rule: "\(trigger.lemma)/\(trigger.part.rawValue)", confidence: 0.7))
      }
    }
    return found
  }

  /// Relations between states and bodies: a president who wants cooperation wants it for his
  /// country.
  private static let impersonal: Set<Relation> = [.cooperate, .transfer, .compete, .aid, .sanction]

  private func sides(of partners: [Int]) -> [Int] {
    var sides: [Int] = []
    for partner in partners {
      let side = analysis.side(of: partner) ?? partner
      if !sides.contains(side) { sides.append(side) }
    }
    return sides
  }

  private func combine(_ clause: Status, _ own: Status?) -> Status {
    guard let own else { return clause }
    return clause == .asserted ? own : clause
  }

  /// Relations hold between partners of certain kinds only.
  private func isSensible(_ source: Int, _ relation: Relation, _ target: Int) -> Bool {
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
      return !analysis.claims.contains {
        $0.relation == .leads
          && ($0.source == source && $0.target == target
            || $0.source == target && $0.target == source)
      }
    default: return true
    }
  }

  private func hasOne(of words: Set<String>, at token: Int) -> Bool {
    for child in view.dependents(of: token).map(Int.init) {
      if words.contains(view.lemmas[child]) || words.contains(view.keys[child]) { return true }
      for grandchild in view.dependents(of: child, by: .conj, .compound, .nmod) {
        if words.contains(view.lemmas[grandchild]) { return true }
      }
    }
    // A participle modifies what it would govern: "the agreement signed with".
    let head = view.tokens[token].head
    if head >= 0, [.acl, .aclRelcl].contains(view.tokens[token].dependency) {
      return words.contains(view.lemmas[head])
    }
    return false
  }

  private func first(of paths: [String], at token: Int) -> [Int] {
    for path in paths {
      let found = fillers(of: path, at: token)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func between(_ token: Int) -> [Int]? {
    for child in phraseDependents(of: token) where view.marker(of: child) == "between" {
      let group = participants.resolve(child)
      if group.count > 1 { return group }
    }
    return nil
  }

  /// The phrases that may fill a role of a trigger: its own dependents first, then those of the
  /// verb it is the object of ("held talks with X"), then those inside its other phrases ("met in
  /// Sochi with X", "the purchase of submarines from X").
  private func phraseDependents(of token: Int) -> [Int] {
    var all = view.dependents(of: token).map(Int.init)
    if view.tokens[token].tag == .noun || view.tokens[token].tag == .propn {
      if let verb = governingVerb(of: token) {
        all += view.dependents(of: verb).map(Int.init).filter {
          $0 != token && [.obl, .oblAgent].contains(view.tokens[$0].dependency)
        }
      }
    } else {
      for particle in view.dependents(of: token, by: .advmod, .xcomp)
      where view.tokens[particle].tag != .verb {
        all += view.dependents(of: particle, by: .obl, .nmod)
      }
    }
    var place = 0
    while place < all.count, all.count < 40 {
      let child = all[place]
      place += 1
      switch view.tokens[child].dependency {
      case .xcomp where view.tokens[child].fineTag == .vbg:
        // "delivered training aircraft to X", where "training" was taken for a verb.
        all += view.dependents(of: child, by: .obj, .obl).filter { !all.contains($0) }
      case .obj, .obl, .oblAgent, .nsubjPass, .nmod, .conj:
        // A phrase that names a partner keeps what hangs on it to itself.
        if analysis.mention(at: child, in: sentence) != nil,
          view.marker(of: child) != "in", view.marker(of: child) != "at"
        {
          continue
        }
        all += view.dependents(of: child, by: .nmod).filter { !all.contains($0) }
        // "equipment and components for boats to X": the last of a list holds what follows.
        all += view.dependents(of: child, by: .conj).filter {
          !all.contains($0) && view.tokens[$0].tag == .noun
        }
      default: break
      }
    }
    return all
  }

  /// The verb that a noun is an object or complement of, past coordination.
  private func governingVerb(of token: Int) -> Int? {
    var token = token
    for _ in 0..<6 {
      let head = view.tokens[token].head
      guard head >= 0 else { return nil }
      switch view.tokens[token].dependency {
      case .conj: token = head
      case .obj, .obl, .nsubjPass, .iobj, .xcomp:
        return view.tokens[head].tag == .verb ? head : nil
      case .nmod where ["of", "for", "in"].contains(view.marker(of: token) ?? ""): token = head
      case .compound: token = head
      default: return nil
      }
    }
    return nil
  }

  private func fillers(of path: String, at token: Int) -> [Int] {
    switch path {
    case "subj": return subject(of: token, depth: 0)
    case "obj": return object(of: token)
    case "iobj":
      for child in view.dependents(of: token, by: .iobj) {
        let found = participants.resolve(child)
        if !found.isEmpty { return found }
      }
      return []
    case "poss":
      return resolveAll(view.dependents(of: token, by: .nmodPoss))
    case "mod":
      return resolveAll(
        view.dependents(of: token, by: .amod, .compound, .nmod, .nmodDesc).filter {
          view.tokens[$0].dependency != .nmod || view.marker(of: $0) == nil
        }.filter { analysis.mention(at: $0, in: sentence) != nil })
    case "gov":
      guard let verb = governingVerb(of: token) else {
        // "The two countries are in talks": the noun itself is the predicate.
        return resolveAll(view.dependents(of: token, by: .nsubj))
      }
      return isSpeech(verb) ? [] : subject(of: verb, depth: 0)
    case "attend":
      // "said at a meeting of the Commission": who does something there takes part.
      let verb = view.tokens[token].head
      guard view.tokens[token].dependency == .obl, verb >= 0,
        ["at", "during"].contains(view.marker(of: token) ?? "")
      else { return [] }
      return subject(of: verb, depth: 0).filter { analysis.kind(of: $0) == .person }
    case "govobj":
      guard let verb = governingVerb(of: token) else { return [] }
      return object(of: verb)
    case "govto":
      guard let verb = governingVerb(of: token) else { return [] }
      return fillers(of: "to", at: verb)
    case "head":
      return headOfPredicate(token)
    case "winner":
      guard let verb = governingVerb(of: token),
        ["win", "secure", "obtain", "get", "receive", "land", "have", "clinch"].contains(
          view.lemmas[verb])
      else { return [] }
      return subject(of: verb, depth: 0)
    case "placer":
      guard let verb = governingVerb(of: token),
        ["place", "give", "make", "cancel", "announce", "sign", "award", "confirm", "issue"]
          .contains(view.lemmas[verb])
      else { return [] }
      return subject(of: verb, depth: 0)
    case "owner": return maker(of: token)
    case "between": return between(token) ?? []
    case "topic": return analysis.settings[sentence].topic
    default:
      var found: [Int] = []
      for child in phraseDependents(of: token) where view.marker(of: child) == path {
        for entity in participants.resolve(child) where !found.contains(entity) {
          found.append(entity)
        }
      }
      return found
    }
  }

  private func resolveAll(_ tokens: [Int]) -> [Int] {
    var found: [Int] = []
    for token in tokens {
      for entity in participants.resolve(token) where !found.contains(entity) {
        found.append(entity)
      }
    }
    return found
  }

  private func isSpeech(_ verb: Int) -> Bool {
    ["say", "tell", "note", "deny", "report", "describe", "recall", "mention"].contains(
      view.lemmas[verb])
  }

  /// Who does what a verb says: its subject, the agent of its passive, or, through control,
  /// coordination and modification, that of the verb it depends on.
  private func subject(of verb: Int, depth: Int) -> [Int] {
    guard depth < 6 else { return [] }
    let isPassive = isPassive(verb)
    if isPassive {
      for child in view.dependents(of: verb, by: .oblAgent, .obl)
      where view.marker(of: child) == "by" {
        let found = participants.resolve(child)
        if !found.isEmpty { return found }
      }
      // "delivered to Kenya by Saab": the agent may hang on another phrase.
      for child in view.dependents(of: verb, by: .obl, .nsubjPass, .obj, .nmod) {
        for inner in view.dependents(of: child, by: .nmod, .obl, .oblAgent)
        where view.marker(of: inner) == "by" {
          let found = participants.resolve(inner)
          if !found.isEmpty { return found }
        }
      }
      return []
    }
    for child in view.dependents(of: verb, by: .nsubj, .nsubjOuter) {
      let found = participants.resolve(child)
      return found
    }
    let head = view.tokens[verb].head
    guard head >= 0 else { return [] }
    switch view.tokens[verb].dependency {
    case .xcomp:
      // "agreed to sell": the subject; "asked Russia to sell": the object.
      let object = view.dependents(of: head, by: .obj)
      if !object.isEmpty, view.tokens[head].tag == .verb {
        let found = resolveAll(object)
        if !found.isEmpty { return found }
      }
      return view.tokens[head].tag == .verb || view.tokens[head].tag == .adj
        ? subject(of: head, depth: depth + 1) : []
    case .conj, .advcl, .parataxis:
      return subjectOrPatient(of: head, depth: depth + 1)
    case .acl:
      // "plans to sell": the owner of the plan; "the firm making": the noun itself.
      if view.tokens[verb].fineTag == .vbg || view.tokens[verb].fineTag == .vbd {
        return participants.resolve(head)
      }
      let owners = resolveAll(view.dependents(of: head, by: .nmodPoss, .amod, .compound))
      if !owners.isEmpty { return owners }
      guard let governor = governingVerb(of: head) else { return [] }
      return subject(of: governor, depth: depth + 1)
    case .aclRelcl:
      return participants.resolve(head)
    default: return []
    }
  }

  /// The subject of a clause whatever its voice, which a coordinated clause shares.
  private func subjectOrPatient(of verb: Int, depth: Int) -> [Int] {
    if isPassive(verb) {
      for child in view.dependents(of: verb, by: .nsubjPass) {
        let found = participants.resolve(child)
        if !found.isEmpty { return found }
      }
    }
    return subject(of: verb, depth: depth)
  }

  /// To whom a verb does it.
  private func object(of verb: Int) -> [Int] {
    if isPassive(verb) {
      let found = resolveAll(view.dependents(of: verb, by: .nsubjPass))
      if !found.isEmpty { return found }
      // "the company rejected by the ministry"
      let head = view.tokens[verb].head
      if head >= 0, [.acl, .aclRelcl].contains(view.tokens[verb].dependency) {
        return participants.resolve(head)
      }
      if head >= 0, view.tokens[verb].dependency == .conj { return object(of: head) }
      return []
    }
    return resolveAll(view.dependents(of: verb, by: .obj))
  }

  private func isPassive(_ verb: Int) -> Bool {
    guard view.tokens[verb].fineTag == .vbn || view.tokens[verb].fineTag == .vbd else {
      return false
    }
    if !view.dependents(of: verb, by: .auxPass, .nsubjPass, .oblAgent).isEmpty { return true }
    // "Argentina, a guarantor, sold rifles": a past tense with an object is no participle.
    if view.tokens[verb].dependency == .acl {
      return view.dependents(of: verb, by: .obj).isEmpty || view.tokens[verb].fineTag == .vbn
    }
    if view.tokens[verb].dependency == .conj, view.tokens[verb].head >= 0,
      view.dependents(of: verb, by: .nsubj, .aux).isEmpty, view.tokens[verb].head != verb
    {
      return view.tokens[verb].fineTag == .vbn && view.tokens[view.tokens[verb].head].tag == .verb
        && isPassive(view.tokens[verb].head)
    }
    return false
  }

  /// What a predicate noun says something of: "India and China are partners of Russia".
  private func headOfPredicate(_ token: Int) -> [Int] {
    var found = resolveAll(view.dependents(of: token, by: .nsubj, .nsubjOuter))
    if !found.isEmpty { return found }
    // "praised Turkey as one of Russia's partners"; "India, a key partner of Russia".
    var top = token
    if view.tokens[top].dependency == .nmod, view.marker(of: top) == "of",
      view.tokens[top].head >= 0
    {
      top = view.tokens[top].head
      found = resolveAll(view.dependents(of: top, by: .nsubj, .nsubjOuter))
      if !found.isEmpty { return found }
    }
    let head = view.tokens[top].head
    guard head >= 0 else { return [] }
    switch view.tokens[top].dependency {
    case .conj where head < top && view.tokens[head].tag == .noun: return headOfPredicate(head)
    case .appos: return participants.resolve(head)
    case .obl where view.marker(of: top) == "as": return object(of: head)
    case .obj, .xcomp: return subject(of: head, depth: 0)
    default: break
    }
    // "its partner Embraer"
    return resolveAll(view.dependents(of: token, by: .appos, .flat))
  }

  /// The maker named with what is bought: "Rafale fighters from Dassault", "the French Mirage".
  private func maker(of verb: Int) -> [Int] {
    let isNoun = view.tokens[verb].tag == .noun || view.tokens[verb].tag == .propn
    let things =
      isNoun
      ? view.dependents(of: verb, by: .nmod).filter { view.marker(of: $0) == "of" }
      : view.dependents(of: verb, by: isPassive(verb) ? .nsubjPass : .obj)
    for thing in things where analysis.mention(at: thing, in: sentence) == nil {
      let found = resolveAll(
        view.dependents(of: thing, by: .nmodPoss, .amod).filter {
          analysis.mention(at: $0, in: sentence).map { $0.form != .pronoun } ?? false
        })
      if !found.isEmpty { return found }
    }
    return []
  }
}
