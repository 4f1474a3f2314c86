import Language
import PartnerModel

/// Where the tree gives out: the partners by the order of the words around a trigger.
///
/// A greedy parser hangs a phrase of a long sentence on the wrong word; the words still stand in
/// the order of English: who acts before the verb, to whom behind it, the rest behind prepositions.
extension FrameMatcher {
  /// The partners on the first of some paths that finds any, by the order of words alone.
  func firstByOrder(of paths: [String], at token: Int) -> [Int] {
    for path in paths {
      let found = fillersByOrder(of: path, at: token)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func fillersByOrder(of path: String, at token: Int) -> [Int] {
    let isVerb = view.tokens[token].tag == .verb
    switch path {
    case "subj":
      guard isParticiple(token) else { return actorBefore(token) }
      let agent = behind("by", after: token)
      return agent.isEmpty ? makerBefore(token) : agent
    case "gov": return actorBefore(token)
    case "head": return saidOf(token)
    case "obj", "iobj":
      return isParticiple(token)
        ? (path == "obj" ? actorBefore(token) : []) : objectAfter(token)
    case "poss", "mod": return isVerb ? [] : ownerBefore(token)
    case "to", "from", "with", "by", "against", "on", "for", "of", "upon", "over":
      return behind(path, after: token)
    default: return []
    }
  }

  /// "an Indian-Russian joint venture": two nations that a hyphen or "and" joins before a noun.
  func nationsBefore(_ noun: Int) -> [Int]? {
    var place = noun - 1
    while place > 1, noun - place <= 4, analysis.mention(at: place, in: sentence) == nil {
      guard [.adj, .noun].contains(view.tokens[place].tag) else { return nil }
      place -= 1
    }
    guard place > 1, let second = analysis.mention(at: place, in: sentence),
      second.form == .adjective || second.form == .people,
      ["-", "–", "and"].contains(view.keys[second.tokens.lowerBound - 1])
        || ["-", "–"].contains(view.forms[second.tokens.lowerBound - 1]),
      let first = analysis.mention(at: second.tokens.lowerBound - 2, in: sentence),
      first.form == .adjective || first.form == .people
    else { return nil }
    let pair = first.entities + second.entities
    return pair.count == 2 && pair[0] != pair[1] ? pair : nil
  }

  private static let reach = 24

  /// "Poly Technologies, a rival of Norinco": the name that a noun between commas says something of.
  private func saidOf(_ noun: Int) -> [Int] {
    guard
      let article = (max(0, noun - 5)..<noun).last(where: {
        ["a", "an", "the"].contains(view.keys[$0])
      }), article > 1, view.forms[article - 1] == ",",
      let mention = analysis.mention(at: article - 2, in: sentence), mention.form == .name
    else { return [] }
    return mention.entities
  }

  /// Whether a verb says what is done to its subject, as far as form tells: "delivered to Greece
  /// by". A past tense may be taken for a participle: "signed an agreement", "called on".
  private func isParticiple(_ token: Int) -> Bool {
    guard view.tokens[token].fineTag == .vbn else { return isPassive(token) }
    if !view.dependents(of: token, by: .auxPass).isEmpty { return true }
    if view.dependents(of: token, by: .aux).contains(where: {
      ["have", "has", "had", "'ve", "'d", "having"].contains(view.keys[$0])
    }) {
      return false
    }
    let next = token + 1
    guard next < view.count else { return true }
    switch view.tokens[next].tag {
    case .det, .noun, .propn, .pron, .num: return false
    case .adp where view.lemmas[token] == "call": return false
    default: return true
    }
  }

  /// The nearest partner before a verb that no preposition governs.
  private func actorBefore(_ token: Int) -> [Int] {
    let isVerb = view.tokens[token].tag == .verb
    // A subject that is no partner acts: "the missiles hit".
    if isVerb,
      !view.dependents(of: token, by: .nsubj, .nsubjPass).isEmpty
    {
      return []
    }
    var place = token - 1
    while place >= 0, token - place <= Self.reach {
      if [";", ":"].contains(view.forms[place]) { return [] }
      guard let mention = analysis.mention(at: place, in: sentence) else {
        place -= 1
        continue
      }
      // "NATO, of which Turkey is a member, has": who is told of on the side does nothing else.
      if view.isInAside(place), !view.isInAside(token) {
        place = mention.tokens.lowerBound - 1
        continue
      }
      // "Tula Instrument Bureau (Russia), for selling": what stands in brackets does nothing.
      if place + 1 < view.count, view.forms[place + 1] == ")" {
        while place > 0, view.forms[place] != "(" { place -= 1 }
        place -= 1
        continue
      }
      let start = phraseStart(mention.tokens.lowerBound)
      if mention.form == .adjective || isOwner(mention) {
        // "Russian officials sold": who acts for it, if the noun does.
        var noun = mention.tokens.upperBound
        while noun + 1 < token, [.noun, .adj, .part].contains(view.tokens[noun + 1].tag) {
          noun += 1
        }
        if noun < token, start == 0 || view.tokens[start - 1].tag != .adp {
          let found = participants.resolve(noun)
          if !found.isEmpty { return found }
        }
      } else if start == 0
        || view.tokens[start - 1].tag != .adp && !(isVerb && isObject(mention, start))
      {
        return participants.resolve(mention.head)
      }
      place = mention.tokens.lowerBound - 1
    }
    return []
  }

  private static let making: Set<String> = [
    "make", "build", "produce", "manufacture", "design", "develop",
  ]

  /// "Trainers, produced by Leonardo, will be supplied": who makes it supplies it.
  private func makerBefore(_ token: Int) -> [Int] {
    guard
      ["supply", "deliver", "ship", "export", "hand", "transfer", "sell"].contains(
        view.lemmas[token])
    else { return [] }
    for place in stride(from: token - 1, through: max(0, token - 16), by: -1)
    where Self.making.contains(view.lemmas[place]) && view.tokens[place].tag != .noun
      && place + 1 < view.count
    {
      return behind("by", after: place)
    }
    return []
  }

  /// "sells Guyana radios and has refused": a name right behind a verb does not do what follows.
  private func isObject(_ mention: Mention, _ start: Int) -> Bool {
    let after = mention.tokens.upperBound
    return view.tokens[start - 1].tag == .verb
      && !Coreference.speechVerbs.contains(view.lemmas[start - 1])
      && after < view.count && ![.verb, .aux].contains(view.tokens[after].tag)
  }

  private func isOwner(_ mention: Mention) -> Bool {
    let next = mention.tokens.upperBound
    return next < view.count && ["'s", "’s", "'", "’"].contains(view.forms[next])
  }

  /// Where the noun phrase that holds a token begins.
  private func phraseStart(_ token: Int) -> Int {
    var start = token
    while start > 0, token - start < 6,
      [.det, .adj, .noun, .propn, .num].contains(view.tokens[start - 1].tag),
      analysis.mention(at: start - 1, in: sentence).map({ $0.form == .adjective }) ?? true
    {
      start -= 1
    }
    return start
  }

  /// The partner that follows a verb with nothing but its own phrase between.
  private func objectAfter(_ token: Int) -> [Int] { partner(from: token + 1, reach: 5) }

  /// The partner whose phrase opens at a token.
  private func partner(from start: Int, reach: Int) -> [Int] {
    var place = start
    while place < view.count, place - start < reach {
      if let mention = analysis.mention(at: place, in: sentence) {
        if mention.form == .adjective || isOwner(mention) {
          var noun = mention.tokens.upperBound
          if noun < view.count, isOwner(mention) { noun += 1 }
          while noun + 1 < view.count, noun - place < 6,
            [.noun, .adj, .propn].contains(view.tokens[noun + 1].tag)
          {
            noun += 1
          }
          return noun < view.count ? participants.resolve(noun) : []
        }
        return participants.resolve(mention.head)
      }
      // "the Armed Forces of Armenia"
      let isOf =
        place > start && view.keys[place] == "of"
        && Participants.isAgent(view.lemmas[place - 1])
      guard isOf || [.det, .adj, .noun, .num, .propn, .part].contains(view.tokens[place].tag)
      else {
        return []
      }
      place += 1
    }
    return []
  }

  private static let barriers: Set<String> = [
    "that", "which", "who", "while", "when", "after", "before", "if", "but", "because", "since",
    ";",
  ]

  /// The partner behind a preposition in the same clause.
  private func behind(_ preposition: String, after token: Int) -> [Int] {
    var place = token + 1
    while place < view.count, place - token <= Self.reach {
      if Self.barriers.contains(view.keys[place]) { return [] }
      // What is behind "of" belongs to the noun right before it.
      if preposition == "of", place > token + 1 { return [] }
      if view.keys[place] == preposition {
        let found = partner(from: place + 1, reach: 5)
        if !found.isEmpty { return found }
      }
      place += 1
    }
    return []
  }

  /// The partners of the list that a colon opens, in this sentence or in the items below it:
  /// "Measures are imposed on:".
  func listed() -> [Int] {
    if let items = analysis.items[sentence] {
      return items.compactMap { item in
        analysis.mentions[item].first { $0.form == .name }?.entities.first
      }
    }
    guard let colon = view.forms.firstIndex(of: ":"), colon > 2,
      view.keys[colon - 1] == "following" || view.keys[colon - 2] == "following"
        || view.tokens[colon - 1].tag == .adp
    else { return [] }
    return analysis.mentions[sentence].filter {
      $0.form == .name && $0.tokens.lowerBound > colon
    }.compactMap(\.entities.first)
  }

  /// "signed by X, head of the council, and Hanil president Y": everybody who is named on the side
  /// of the verb where its first signer stands.
  func signers(at token: Int, first: Int) -> [Int] {
    let named = analysis.orderedMentions(in: sentence).filter { mention in
      mention.form == .name
        && mention.entities.first.map { analysis.kind(of: $0) == .person } ?? false
    }
    guard let start = named.first(where: { $0.entities.first == first }) else { return [first] }
    let isAfter = start.tokens.lowerBound > token
    var signers = [first]
    for mention in named where mention.tokens.lowerBound > start.tokens.lowerBound {
      let place = mention.tokens.lowerBound
      guard isAfter || place < token, place >= start.tokens.upperBound,
        let entity = mention.entities.first,
        (start.tokens.upperBound..<place).allSatisfy({
          view.tokens[$0].tag != .verb
            && !["that", "which", "when", "while"].contains(view.keys[$0])
            || analysis.mention(at: $0, in: sentence)?.form == .name || view.isInAside($0)
        })
      else { break }
      if !signers.contains(entity), !view.isInAside(place) { signers.append(entity) }
    }
    return signers
  }

  /// "the Indonesian order", "Paraguay's planned purchase".
  private func ownerBefore(_ token: Int) -> [Int] {
    var place = token - 1
    while place >= 0, token - place <= 4 {
      if let mention = analysis.mention(at: place, in: sentence) { return mention.entities }
      guard [.adj, .noun, .part].contains(view.tokens[place].tag) else { return [] }
      place -= 1
    }
    return []
  }
}
