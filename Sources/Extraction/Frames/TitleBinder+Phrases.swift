import Language
import PartnerModel

/// What stands around a title: what it is a title of, and who holds it.
extension TitleBinder {
  /// The country or body behind "of" that follows a person's name.
  static func ownerAfter(
    _ person: Int, from start: Int, _ sentence: Int, _ analysis: Analysis
  ) -> Int? {
    let view = analysis.sentences[sentence]
    guard let name = analysis.mention(at: start, in: sentence), name.entities == [person],
      name.tokens.upperBound < view.count, view.keys[name.tokens.upperBound] == "of"
    else { return nil }
    var owner = name.tokens.upperBound + 1
    if owner < view.count, view.keys[owner] == "the" { owner += 1 }
    guard let mention = analysis.mention(at: owner, in: sentence),
      mention.form == .name, let entity = mention.entities.first,
      analysis.kind(of: entity) != .person
    else { return nil }
    return entity
  }

  /// "The air force, whose commander": what stands before the relative pronoun.
  static func antecedent(
    before token: Int, _ sentence: Int, _ analysis: Analysis
  ) -> Int? {
    var place = token - 1
    if place >= 0, analysis.sentences[sentence].forms[place] == "," { place -= 1 }
    guard let mention = analysis.mention(at: place, in: sentence),
      let entity = mention.entities.first,
      analysis.kind(of: entity) != .person
    else { return nil }
    return entity
  }

  static func precedingVerb(
    _ left: Int, _ view: SentenceView
  ) -> (token: Int, lemma: String, form: String)? {
    for token in stride(from: left - 1, through: max(0, left - 3), by: -1)
    where view.lemmas[token] == "be" {
      return (token, "be", view.keys[token])
    }
    return nil
  }

  /// What a title is "of": the last organisation of the phrase, else its country.
  static func ownerPhrase(
    from start: Int, _ sentence: Int, _ analysis: Analysis
  ) -> (Int, Int)? {
    let view = analysis.sentences[sentence]
    var token = start
    var fallback: (Int, Int)?
    while token < min(start + 8, view.count) {
      if let mention = analysis.mention(at: token, in: sentence),
        let entity = mention.entities.first
      {
        switch analysis.kind(of: entity) {
        case .person: return fallback
        case .organisation: return (entity, mention.tokens.upperBound)
        case .country:
          fallback = (entity, mention.tokens.upperBound)
          if mention.form == .name || mention.form == .government {
            let next = mention.tokens.upperBound
            guard next < view.count, view.isPossessive(next) else {
              return fallback
            }
          }
          token = mention.tokens.upperBound
          continue
        }
      }
      switch view.tokens[token].tag {
      case .det, .adj, .noun, .propn, .part: token += 1
      case .verb where view.keys[token].hasSuffix("ing"): token += 1
      // "for Foreign Affairs of Qatar"
      case .adp where view.keys[start - 1] == "for" && view.keys[token] == "of": token += 1
      default: return fallback
      }
      if analysis.lexicon.titles.match(view.keys, at: token - 1) != nil { return fallback }
    }
    return fallback
  }

  /// The person named right after a title, past further titles and one comma.
  static func personMention(
    from start: Int, _ sentence: Int, _ analysis: Analysis
  ) -> Int? {
    let view = analysis.sentences[sentence]
    var token = start
    var commas = 0
    while token < view.count {
      if let mention = analysis.mention(at: token, in: sentence) {
        guard mention.form == .name, let entity = mention.entities.first,
          analysis.kind(of: entity) == .person
        else { return nil }
        // After a comma, only a name that the comma or the sentence closes is an apposition.
        if commas > 0 {
          let end = mention.tokens.upperBound
          guard end >= view.count || view.tokens[end].tag == .punct else { return nil }
        }
        return entity
      }
      if view.forms[token] == ",", commas == 0 {
        commas = 1
        token += 1
      } else if ["is", "was"].contains(view.keys[token]), token == start {
        // "The company's manager is X."
        token += 1
      } else if let name = pastPortfolio(from: token, sentence, analysis), commas == 0 {
        token = name
      } else if let match = analysis.lexicon.titles.match(view.keys, at: token) {
        token = match.end
      } else if view.keys[token] == "and", commas == 0 {
        // "president and chief executive X"
        token += 1
        guard analysis.lexicon.titles.match(view.keys, at: token) != nil else { return nil }
      } else {
        return nil
      }
    }
    return nil
  }

  /// Where the name begins behind what a minister is for: "Minister of State for Defence X".
  static func pastPortfolio(
    from start: Int, _ sentence: Int, _ analysis: Analysis
  ) -> Int? {
    let view = analysis.sentences[sentence]
    guard view.keys[start] == "for" || view.keys[start] == "of" else { return nil }
    for token in start + 1..<min(start + 7, view.count) {
      if analysis.mention(at: token, in: sentence) != nil { return token > start + 1 ? token : nil }
      guard
        [.propn, .noun, .adj, .cconj, .det].contains(view.tokens[token].tag)
      else { return nil }
    }
    return nil
  }

  /// "Saab named Micael Johansson chief executive": who is named, and who names.
  static func appointment(
    before left: Int, _ sentence: Int, _ analysis: Analysis
  ) -> (person: Int, owner: Int)? {
    let view = analysis.sentences[sentence]
    guard let name = analysis.mention(at: left - 1, in: sentence), name.form == .name,
      let person = name.entities.first, analysis.kind(of: person) == .person,
      name.tokens.lowerBound > 1,
      ["name", "appoint", "elect", "make", "choose", "pick"].contains(
        view.lemmas[name.tokens.lowerBound - 1])
    else { return nil }
    let verb = name.tokens.lowerBound - 1
    for place in stride(from: verb - 1, through: max(0, verb - 5), by: -1) {
      guard let mention = analysis.mention(at: place, in: sentence) else { continue }
      guard let owner = mention.entities.first, analysis.kind(of: owner) != .person else {
        return nil
      }
      return (person, owner)
    }
    return nil
  }

  /// The person to whom the phrase that starts at `left` is an apposition or a predicate.
  static func personBefore(_ left: Int, _ sentence: Int, _ analysis: Analysis) -> Int? {
    let view = analysis.sentences[sentence]
    var token = left - 1
    var linked = false
    while token >= 0, left - token <= 6 {
      if let mention = analysis.mention(at: token, in: sentence) {
        guard linked, mention.form == .name || mention.form == .pronoun,
          let entity = mention.entities.first, analysis.kind(of: entity) == .person
        else { return nil }
        return entity
      }
      if view.forms[token] == "," {
        // "Chemezov, director of": the comma must stand right before the phrase.
        linked = true
      } else if linkVerbs.contains(view.lemmas[token]) || linkVerbs.contains(view.keys[token]) {
        linked = true
      } else if ![
        "has", "have", "had", "was", "were", "is", "a", "the", "long", "at", "time", "last",
        "week", "month", "year", "recently", "down", "step", "stepped", "took", "over", "takes",
        "taken",
      ].contains(
        view.keys[token])
      {
        return nil
      }
      token -= 1
    }
    return nil
  }
}
