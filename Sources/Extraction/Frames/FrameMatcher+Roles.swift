import Language
import PartnerModel

/// Where the partners of a trigger stand: the paths of the table of triggers.
extension FrameMatcher {
  func first(of paths: [String], at token: Int) -> [Int] {
    for path in paths {
      let found = fillers(of: path, at: token)
      if !found.isEmpty { return found }
    }
    return []
  }

  func between(_ token: Int) -> [Int]? {
    for child in phraseDependents(of: token) where view.marker(of: child) == "between" {
      let group = participants.resolve(child)
      if group.count > 1 { return group }
    }
    if let group = betweenByOrder(token) { return group }
    // "the initiative of Qatar and Egypt"
    guard view.tokens[token].tag == .noun else { return nil }
    for child in view.dependents(of: token, by: .nmod) where view.marker(of: child) == "of" {
      let group = participants.resolve(child)
      if group.count > 1 { return group }
    }
    return nil
  }

  static let clauseOpeners: Set<String> = [
    "when", "while", "after", "before", "since", "as", "that", "which", "who", "where", "because",
  ]

  /// The names on both sides of the "and" after "between", where the tree lost them.
  func betweenByOrder(_ token: Int) -> [Int]? {
    let places = view.keys.indices.filter { view.keys[$0] == "between" }
    guard places.count == 1, let start = places.first, start > token, start - token < 20,
      !view.keys[token..<start].contains(where: Self.clauseOpeners.contains)
    else { return nil }
    var group: [Int] = []
    var sawAnd = false
    var place = start + 1
    var gap = 0
    while place < view.count, gap < 9 {
      if let mention = analysis.mention(at: place, in: sentence), mention.form != .adjective,
        mention.form != .description
          || mention.entities.contains(where: { analysis.kind(of: $0) != .person })
      {
        for entity in mention.entities where !group.contains(entity) { group.append(entity) }
        if sawAnd { return group.count > 1 ? group : nil }
        place = mention.tokens.upperBound
        gap = 0
        continue
      }
      if view.keys[place] == "and", !group.isEmpty { sawAnd = true }
      guard view.tokens[place].tag != .verb else { return nil }
      place += 1
      gap += 1
    }
    return nil
  }

  /// The phrases that may fill a role of a trigger: its own dependents first, then those of the
  /// verb it is the object of ("held talks with X"), then those inside its other phrases ("met in
  /// Sochi with X", "the purchase of submarines from X").
  func phraseDependents(of token: Int) -> [Int] {
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
      // "With support from Cairo, Beirut bought rifles."
      case .obl where child < token && view.tokens[token].tag == .verb: continue
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
  func governingVerb(of token: Int) -> Int? {
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

  func fillers(of path: String, at token: Int) -> [Int] {
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
        ["at", "during", "after", "following", "before"].contains(view.marker(of: token) ?? "")
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
      guard view.tokens[token].dependency != .nmod, view.tokens[token].dependency != .obl,
        let verb = governingVerb(of: token),
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
    case "targeting":
      for participle in view.dependents(of: token, by: .acl)
      where ["target", "hit", "punish"].contains(view.lemmas[participle]) {
        let found = object(of: participle)
        if !found.isEmpty { return found }
      }
      return []
    case "bearer": return bearer(of: token)
    case "cargo": return makerOfSubject(of: token)
    case "wanter":
      // "Kyiv wants Germany to supply missiles"
      let head = view.tokens[token].head
      guard view.tokens[token].dependency == .xcomp, head >= 0, !isPassive(head),
        Self.wishes.contains(view.lemmas[head]),
        !view.dependents(of: head, by: .obj, .iobj).isEmpty
      else { return [] }
      return subject(of: head, depth: 0)
    case "possessor":
      let things = view.dependents(of: token, by: isPassive(token) ? .nsubjPass : .obj)
      return things.flatMap { resolveAll(view.dependents(of: $0, by: .nmodPoss)) }
    case "affected": return affected(by: token)
    case "doer":
      guard let verb = governingVerb(of: token),
        ["launch", "conduct", "carry", "stage", "mount", "make", "wage", "begin"].contains(
          view.lemmas[verb])
      else { return [] }
      return subject(of: verb, depth: 0)
    case "vendor":
      return object(of: token).filter(analysis.isCompany)
    case "thanked": return thanked(for: token)
    case "brought": return bringer(of: token)
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

  /// Whose act a verb or noun judges: "condemned the attacks by Israel", "support to Malaysia's
  /// proposal".
  func actors(judgedBy token: Int) -> [Int] {
    for child in view.dependents(of: token, by: .obj, .obl, .nmod, .nsubjPass)
    where analysis.mention(at: child, in: sentence) == nil && view.tokens[child].tag == .noun {
      var found = resolveAll(
        view.dependents(of: child, by: .nmodPoss, .amod, .compound).filter {
          analysis.mention(at: $0, in: sentence) != nil
        })
      if !found.isEmpty { return found }
      for inner in view.dependents(of: child, by: .nmod)
      where ["by", "of", "from"].contains(view.marker(of: inner) ?? "") {
        found = participants.resolve(inner)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "thanked India for the training", "gratitude to India for the training".
  private func thanked(for token: Int) -> [Int] {
    let head = view.tokens[token].head
    guard head >= 0, view.marker(of: token) == "for" else { return [] }
    switch view.lemmas[head] {
    case "thank", "praise", "credit", "commend": return object(of: head)
    case "gratitude", "thanks", "appreciation", "grateful", "thankful":
      return fillers(of: "to", at: head)
    default: return []
    }
  }

  /// "the claim brought by Ravensgate": who brought it, not who decides on it.
  private func bringer(of token: Int) -> [Int] {
    for child in view.dependents(of: token, by: .acl)
    where ["bring", "make", "file", "lodge", "submit", "level", "raise"].contains(
      view.lemmas[child])
    {
      let found = subject(of: child, depth: 0)
      if !found.isEmpty { return found }
    }
    return []
  }

  func resolveAll(_ tokens: [Int]) -> [Int] {
    var found: [Int] = []
    for token in tokens {
      for entity in participants.resolve(token) where !found.contains(entity) {
        found.append(entity)
      }
    }
    return found
  }

  func isSpeech(_ verb: Int) -> Bool {
    ["say", "tell", "note", "deny", "report", "describe", "recall", "mention"].contains(
      view.lemmas[verb])
  }

  /// What a predicate noun says something of: "India and China are partners of Russia".
  func headOfPredicate(_ token: Int) -> [Int] {
    var found = resolveAll(view.dependents(of: token, by: .nsubj, .nsubjOuter))
    if !found.isEmpty { return found }
    // "Its main rival is Saab."
    if view.tokens[token].dependency == .nsubj, view.tokens[token].head > token,
      let mention = analysis.mention(at: view.tokens[token].head, in: sentence),
      !mention.entities.contains(where: { analysis.kind(of: $0) == .person })
    {
      return participants.resolve(mention.head)
    }
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
}
