import Language

/// Decides what a name of several meanings means where it stands, by the table `ambiguous`.
///
/// The default reading holds unless something near speaks for another: a partner acts, a month has a
/// number or "in" beside it, an ordinary word opens its sentence and is no name by its tag.
struct AmbiguousNames {
  let lexicon: Lexicon
  let sentence: SentenceView

  /// The readings of a name of the tables that are left where it stands.
  func settled(
    _ readings: [NameCandidate.Reading], of span: Range<Int>
  ) -> [NameCandidate.Reading] {
    guard let ambiguity = ambiguity(of: span), readings.contains(where: isPartner) else {
      return readings
    }
    if span.count == 1, isOrdinaryWord(span.lowerBound) { return [.other] }
    switch ambiguity.default {
    case .place, .product:
      return acts(span) ? readings : readings.filter { !isOrganisation($0) } + [.other]
    case .person:
      return readings + (readings.contains(where: isPerson) ? [] : [.other])
    case .country, .organisation, .month, .word: return readings
    }
  }

  /// Whether a capitalised word is no name here: it opens a sentence, or is a month in a date.
  func isOrdinaryWord(_ token: Int) -> Bool {
    if EventDates.isCalendarWord(sentence.keys[token]), isInDate(token) { return true }
    guard let ambiguity = lexicon.ambiguous[sentence.forms[token]],
      ambiguity.readings.contains(.word), opensSentence(token),
      sentence.tokens[token].tag != .propn
    else { return false }
    return ambiguity.default == .word || !acts(token..<token + 1)
  }

  private func ambiguity(of span: Range<Int>) -> Ambiguity? {
    if span.count == 1 { return lexicon.ambiguous[sentence.forms[span.lowerBound]] }
    return lexicon.ambiguous[sentence.forms[span].joined(separator: " ")]
  }

  /// Whether the name stands where only somebody who acts can stand.
  private func acts(_ span: Range<Int>) -> Bool {
    GovernmentReading(sentence: sentence, span: span).isStrong
  }

  /// "in May", "May 2017", "3 May", "last March".
  private func isInDate(_ token: Int) -> Bool {
    if isNumber(token + 1) || isNumber(token - 1) { return true }
    guard token > 0 else { return false }
    return [
      "in", "since", "until", "till", "during", "last", "next", "early", "late", "mid", "every",
    ].contains(sentence.keys[token - 1])
  }

  private func isNumber(_ token: Int) -> Bool {
    guard token >= 0, token < sentence.count else { return false }
    return sentence.forms[token].utf8.first.map { (48...57).contains($0) } ?? false
  }

  /// Whether only quotation marks and the like stand before a token.
  private func opensSentence(_ token: Int) -> Bool {
    var before = token - 1
    while before >= 0, sentence.tokens[before].tag == .punct, token - before < 4 { before -= 1 }
    return before < 0
  }

  private func isPartner(_ reading: NameCandidate.Reading) -> Bool {
    switch reading {
    // "Polish", "Saudi": nationality is no matter of chance.
    case .country(_, .adjective), .country(_, .people), .other: false
    default: true
    }
  }

  private func isOrganisation(_ reading: NameCandidate.Reading) -> Bool {
    if case .organisation = reading { return true }
    return false
  }

  private func isPerson(_ reading: NameCandidate.Reading) -> Bool {
    if case .person = reading { return true }
    return false
  }
}
