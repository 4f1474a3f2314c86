import Language

/// Recognises people that no table lists: by the title before the name, or by its given name.
struct PersonNames {
  let lexicon: Lexicon
  let sentence: SentenceView
  let known: [NameCandidate]

  private static let particles: Set<String> = [
    "al", "el", "bin", "ibn", "van", "von", "de", "da", "dos", "del", "di", "ben", "abu", "le",
    "la",
  ]

  /// `known` with the people found added, and names that lie inside one left out.
  func merged() -> [NameCandidate] {
    var people: [NameCandidate] = []
    var token = 0
    while token < sentence.count {
      if let end = person(at: token) {
        people.append(NameCandidate(tokens: token..<end, readings: [.newPerson]))
        token = end
      } else {
        token += 1
      }
    }
    guard !people.isEmpty else { return known }
    var result = known.filter { name in
      !people.contains { person in
        person.tokens.overlaps(name.tokens) && person.tokens.count > name.tokens.count
          || person.tokens == name.tokens && !isFirm(name)
      }
    }
    result += people.filter { person in !result.contains { $0.tokens.overlaps(person.tokens) } }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isFirm(_ name: NameCandidate) -> Bool {
    name.readings.contains { reading in
      switch reading {
      case .person, .organisation: true
      default: false
      }
    }
  }

  /// The end of a person's name that starts at a token.
  private func person(at start: Int) -> Int? {
    guard isNameWord(start), !startsKnown(start) else { return nil }
    let end = nameEnd(from: start)
    let isGiven =
      lexicon.givenNames.contains(sentence.keys[start])
      || isInitial(start)
    if isGiven && end - start >= 2 { return end }
    if followsTitle(start) { return end }
    if (2...4).contains(end - start), isHead(start) { return end }
    if (2...4).contains(end - start), precedesTitle(end) { return end }
    return nil
  }

  /// "Maria Torres, the Chilean defence minister": a title in apposition makes a person.
  private func precedesTitle(_ end: Int) -> Bool {
    guard end < sentence.count, sentence.forms[end] == "," else { return false }
    for token in end + 1..<max(end + 1, min(end + 6, sentence.count)) {
      if let match = lexicon.titles.match(sentence.keys, at: token) {
        // "X, director of" but not "X, Director Y said".
        return match.end >= sentence.count || !sentence.isCapitalised(match.end)
          || sentence.tokens[match.end].tag != .propn
      }
      guard
        [.det, .adj, .noun, .propn, .part, .adv].contains(sentence.tokens[token].tag)
          || ["former", "then", "who", "is", "was"].contains(sentence.keys[token])
      else { return false }
    }
    return false
  }

  /// "the conglomerate chaired by Rosaura Villaseñor": what people do with bodies.
  private func isHead(_ start: Int) -> Bool {
    start > 1 && sentence.keys[start - 1] == "by"
      && ["chair", "head", "lead", "direct", "command", "found"].contains(
        sentence.lemmas[start - 2])
  }

  private func isInitial(_ token: Int) -> Bool {
    let form = sentence.forms[token]
    return form.utf8.count == 2 && form.hasSuffix(".") && sentence.isCapitalised(token)
  }

  /// Whether a name of the tables other than a person's or an ambiguous one starts here.
  private func startsKnown(_ token: Int) -> Bool {
    known.contains { name in
      name.tokens.contains(token)
        && !name.readings.allSatisfy { reading in
          switch reading {
          case .person, .other: true
          case .country(_, .government): true
          default: false
          }
        }
    }
  }

  private func isNameWord(_ token: Int) -> Bool {
    guard token < sentence.count, sentence.isCapitalised(token), sentence.isWord(token) else {
      return false
    }
    let form = sentence.forms[token]
    return !form.utf8.contains { (48...57).contains($0) }
      && lexicon.titles.match(sentence.keys, at: token) == nil
      && lexicon.organisationWords[sentence.keys[token]] == nil
  }

  private func nameEnd(from start: Int) -> Int {
    var end = start + 1
    while end < sentence.count, end - start < 5 {
      if isNameWord(end) || isArticled(end), !startsKnown(end) {
        end += 1
      } else if isInitial(end) {
        end += 1
      } else if sentence.forms[end] == "-", end + 1 < sentence.count,
        sentence.isJoined(end - 1, end), sentence.isJoined(end, end + 1)
      {
        // "Chan-o-cha", "Jean-Yves", "al-Assad": joined parts belong whatever their case.
        end += 2
      } else if Self.particles.contains(sentence.keys[end]), end + 1 < sentence.count,
        isNameWord(end + 1) || sentence.forms[end + 1] == "-"
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// "al-Qasim", "el-Sisi": a surname with its article.
  private func isArticled(_ token: Int) -> Bool {
    let parts = sentence.forms[token].split(separator: "-")
    return parts.count == 2 && (2...3).contains(parts[0].utf8.count)
      && ["al", "el", "ad", "as", "an", "ar", "ash", "az", "at"].contains(String(parts[0]))
      && parts[1].first?.isUppercase == true
  }

  /// Whether a title stands right before, with at most a comma between.
  private func followsTitle(_ start: Int) -> Bool {
    var last = start - 1
    if last >= 0, sentence.forms[last] == "," { last -= 1 }
    // "the Lebanese broker Tannous Freight"
    guard last >= 0, !CompanyNames.isNoun(sentence.lemmas[last]) else { return false }
    for first in max(0, last - 4)...last {
      guard let match = lexicon.titles.match(sentence.keys, at: first), match.end == last + 1 else {
        continue
      }
      // "the minister, Moscow said": after a comma only a title in apposition names its holder.
      return last == start - 1 || sentence.isCapitalised(start)
    }
    return false
  }
}
