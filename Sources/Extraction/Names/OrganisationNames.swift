import Language

/// Recognises organisations that no table lists by the words in their names.
///
/// "Royal Thai Navy", "UK Ministry of Defence", "Greek armaments directorate", "Hong Ha Shipyard".
struct OrganisationNames {
  let lexicon: Lexicon
  let sentence: SentenceView
  let known: [NameCandidate]

  /// Words that a name may hold between capitalised ones.
  private static let glue: Set<String> = [
    "of", "for", "and", "on", "the", "with", "de", "do", "da",
  ]
  /// No name is longer; without a bound, a page in capitals is tried from every word to every other.
  private static let longestName = 24
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "our", "my", "his", "her", "this", "that", "both",
  ]
  /// Words that open a name but belong to no organisation when they stand first.
  private static let openers: Set<String> = ["royal", "imperial", "national", "people"]
  /// Ministries and forces that nationality alone makes a name, even in lower case.
  private static let commonBodies: Set<String> = [
    "navy", "army", "air force", "armed forces", "coast guard", "border guard", "marine corps",
    "defence ministry", "defense ministry", "foreign ministry", "ministry of defence",
    "ministry of defense", "ministry of foreign affairs", "ministry of national defence",
    "ministry of national defense", "defence department", "defense department", "mod",
    "armaments directorate",
  ]

  /// `known` with the organisations found added, and names that lie inside one left out.
  func merged() -> [NameCandidate] {
    var spans: [NameCandidate] = []
    var token = 0
    while token < sentence.count {
      if let span = organisation(at: token), span.tokens.count > 0 {
        spans.append(span)
        token = span.tokens.upperBound
      } else {
        token += 1
      }
    }
    // "Russian Federation" is a country, whatever its last word.
    spans.removeAll { span in known.contains { $0.tokens == span.tokens && isCountryName($0) } }
    guard !spans.isEmpty else { return known }
    var result = known.filter { name in
      !spans.contains { $0.tokens.overlaps(name.tokens) && !contains(name.tokens, $0.tokens) }
    }
    result += spans.filter { span in !result.contains { $0.tokens.overlaps(span.tokens) } }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isCountryName(_ name: NameCandidate) -> Bool {
    name.readings.contains { reading in
      if case .country(_, .name) = reading { return true }
      return false
    }
  }

  private func contains(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
      && outer != inner
  }

  /// The organisation whose name starts at a token.
  private func organisation(at start: Int) -> NameCandidate? {
    let country = nationality(at: start)
    var bodyStart = country?.end ?? start
    // "Royal Thai Navy": the opener may stand before the nationality.
    var owner = country?.row
    let isCapitalised = sentence.isCapitalised(start)
    if country == nil, !isCapitalised { return nil }
    if country == nil, Self.openers.contains(sentence.keys[start]),
      start + 1 < sentence.count, let inner = nationality(at: start + 1)
    {
      owner = inner.row
      bodyStart = inner.end
    }
    if let owner, let end = commonBody(at: bodyStart) {
      return candidate(start..<end, country: owner)
    }
    if owner == nil { owner = possessor(before: start) }
    if owner != nil, country == nil, sentence.isCapitalised(start), let end = commonBody(at: start)
    {
      return candidate(start..<end, country: owner)
    }
    // A sentence's first word is capitalised anyway.
    guard sentence.isCapitalised(start), !Self.determiners.contains(sentence.keys[start]) else {
      return nil
    }
    return capitalisedRun(from: start, country: owner)
  }

  /// "Bulgaria's Ministry of Defence".
  private func possessor(before start: Int) -> Int? {
    guard start >= 2, sentence.isPossessive(start - 1) else { return nil }
    for name in known where name.tokens.upperBound == start - 1 {
      for case .country(let row, _) in name.readings { return row }
    }
    return nil
  }

  private func nationality(at token: Int) -> (row: Int, end: Int)? {
    for name in known where name.tokens.lowerBound == token {
      for case .country(let row, let form) in name.readings where form != .government {
        return (row, name.tokens.upperBound)
      }
    }
    return nil
  }

  /// The end of a common body ("navy", "Defence Ministry") that starts at a token.
  private func commonBody(at start: Int) -> Int? {
    var phrase = ""
    var best: Int?
    var end = start
    while end < min(start + 4, sentence.count) {
      if !phrase.isEmpty { phrase += " " }
      phrase += sentence.keys[end]
      end += 1
      if Self.commonBodies.contains(phrase) { best = end }
    }
    return best
  }

  private func capitalisedRun(from start: Int, country: Int?) -> NameCandidate? {
    var end = start
    var lastCapital = start
    while end < sentence.count, end - start < Self.longestName, !startsTitle(at: end) {
      if sentence.isCapitalised(end) && sentence.isWord(end),
        !EventDates.isCalendarWord(sentence.keys[end])
      {
        lastCapital = end
        end += 1
      } else if sentence.forms[end] == "&" || sentence.forms[end] == "-",
        end > start, end + 1 < sentence.count, sentence.isCapitalised(end + 1),
        !ownsAnother(at: end + 1)
      {
        end += 1
      } else if end > start, Self.glue.contains(sentence.keys[end]), hasOpenedBody(start..<end),
        let next = nextCapital(after: end), !startsAnother(at: next, after: start..<end)
      {
        end = next
      } else {
        break
      }
    }
    let span = start..<lastCapital + 1
    guard span.count > 0 else { return nil }
    if let type = bodyType(of: span) {
      return candidate(span, country: country, type: type)
    }
    // The run may end in more than the name ("Defence Ministry Sergei …"): cut at the body word.
    for cut in stride(from: span.upperBound - 1, to: span.lowerBound, by: -1) {
      let shorter = span.lowerBound..<cut
      if let type = lastWordType(of: shorter) {
        return candidate(shorter, country: country, type: type)
      }
    }
    return nil
  }

  /// "Russian Defence Minister": a title ends the run.
  private func startsTitle(at token: Int) -> Bool {
    guard let match = lexicon.titles.match(sentence.keys, at: token) else { return false }
    return match.end - token > 1 || match.title.rank != "corporate"
  }

  private func nextCapital(after token: Int) -> Int? {
    var next = token + 1
    while next < min(token + 3, sentence.count) {
      if sentence.isCapitalised(next) && sentence.isWord(next) { return next }
      guard Self.glue.contains(sentence.keys[next]) else { return nil }
      next += 1
    }
    return nil
  }

  /// "UK Ministry of Defence and Russian Federal Service": nationality opens another name, and
  /// "on Wednesday" is none.
  private func startsAnother(at token: Int, after span: Range<Int>) -> Bool {
    EventDates.isCalendarWord(sentence.keys[token])
      || sentence.keys[span.upperBound - 1] != "of" && sentence.keys[span.upperBound] == "and"
        && known.contains { $0.tokens.lowerBound == token && $0.readings != [.other] }
  }

  /// "SAMI & France's Naval Group": a country that owns what follows.
  private func ownsAnother(at token: Int) -> Bool {
    nationality(at: token).map {
      $0.end < sentence.count && sentence.isPossessive($0.end)
    } ?? false
  }

  /// "Ministry of", "Commission for": the name goes on over glue only after such a word.
  private func hasOpenedBody(_ span: Range<Int>) -> Bool {
    for token in span {
      if let word = lexicon.organisationWords[sentence.keys[token]], word.position != .last {
        return true
      }
    }
    return false
  }

  /// The type of body that a run of capitalised words names, if any.
  private func bodyType(of span: Range<Int>) -> String? {
    guard span.count > 1 else { return nil }
    for token in span {
      if let word = lexicon.organisationWords[sentence.keys[token]], word.position == .first {
        return word.type
      }
    }
    if let type = lastWordType(of: span) { return type }
    if span.count >= 3, sentence.forms[span].contains("&") { return "company" }
    return nil
  }

  private func lastWordType(of span: Range<Int>) -> String? {
    guard span.count > 1 else { return nil }
    for length in [2, 1] where span.count > length || (length == 2 && span.count > 2) {
      let words = sentence.keys[span.upperBound - length..<span.upperBound]
      if let word = lexicon.organisationWords[words.joined(separator: " ")], word.position != .first
      {
        return word.type
      }
    }
    return nil
  }

  private func candidate(_ span: Range<Int>, country: Int?, type: String = "") -> NameCandidate? {
    // Titles are not organisations: "Navy Commander", "Defence Minister".
    if lexicon.titles.match(sentence.keys, at: span.upperBound - 1)?.end == span.upperBound {
      return nil
    }
    return NameCandidate(
      tokens: span, readings: [.newOrganisation(type: type, country: country)])
  }
}
