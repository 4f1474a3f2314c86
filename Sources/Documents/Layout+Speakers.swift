extension Layout {
  /// The longest label, in bytes.
  private static let longestLabel = 140

  /// Finds the labels that open the turns of speakers: "President of Ruritania Anna Exemplar:".
  ///
  /// A label that names an office, or marks a question or an answer, is one by itself; a bare name
  /// must come more than once, or stand in a document that has others.
  mutating func findSpeakers() {
    var found: [(line: Int, label: Range<Int>, colon: Int, key: String, isStrong: Bool)] = []
    var times: [String: Int] = [:]
    for index in lines.indices where lines[index].role == .body && !lines[index].isListItem {
      guard let colon = label(of: index) else { continue }
      let label = withoutBracket(colon)
      let words = FoldedWords(source.bytes, label).words
      guard !words.isEmpty, let isStrong = Self.strength(words, facts(of: label)) else { continue }
      let key = words.joined(separator: " ")
      times[key, default: 0] += 1
      found.append(
        (index, label, colon.upperBound, key, isStrong || label != colon && hasOffice(colon)))
    }
    let strong = found.count { $0.isStrong }
    let established = found.filter { $0.isStrong || times[$0.key, default: 0] >= 2 }
    let known = Set(established.lazy.flatMap { $0.key.split(separator: " ") })
    let head = lines.indices.lazy.filter(isOpen).prefix(3)
    let firstLine = head.first
    for turn in found {
      let words = turn.key.split(separator: " ")
      // A surname that an earlier label gave in full.
      let isKnown = words.count == 1 && established.count >= 2 && words.allSatisfy(known.contains)
      guard
        turn.isStrong || times[turn.key, default: 0] >= 2 || isKnown
          || (strong >= 2 || established.count >= 3) && words.count > 1
      else { continue }
      // "Prime Minister: we will buy radars" is a headline.
      if turn.line == firstLine, found.count == 1 { continue }
      if turn.line == found.first?.line, head.contains(turn.line),
        reads(turn.line, asHeadlineFrom: turn.colon)
      {
        continue
      }
      lines[turn.line].label = turn.label
      var start = turn.colon + 1
      let end = source.lines[turn.line].range.upperBound
      while start < end, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
      lines[turn.line].start = start
      lines[turn.line].startsParagraph = true
    }
  }

  /// Whether what follows the colon of the first line is no sentence: "Rudolf Elphberg: radars for
  /// all".
  private func reads(_ line: Int, asHeadlineFrom colon: Int) -> Bool {
    let rest = trimmed((colon + 1)..<max(colon + 1, source.lines[line].range.upperBound))
    return !rest.isEmpty && !facts[line].endsSentence && facts(of: rest).startsLowercase
  }

  /// A label without what a bracket at its end adds: a constituency, "(retranslated)".
  private func withoutBracket(_ label: Range<Int>) -> Range<Int> {
    guard source.bytes[label].last == UInt8(ascii: ")"),
      let open = source.bytes[label].lastIndex(of: UInt8(ascii: "(")), open > label.lowerBound
    else { return label }
    let name = trimmed(label.lowerBound..<open)
    return name.isEmpty ? label : name
  }

  private func hasOffice(_ label: Range<Int>) -> Bool {
    FoldedWords(source.bytes, label).words.contains(where: Self.offices.contains)
  }

  private func facts(of range: Range<Int>) -> LineFacts { LineFacts(source.bytes, range) }

  /// What stands before the first colon of a line, if it can be a label.
  private func label(of index: Int) -> Range<Int>? {
    let range = body(index)
    guard
      let colon = source.bytes[range.prefix(Self.longestLabel)].firstIndex(of: UInt8(ascii: ":")),
      colon > range.lowerBound,
      colon + 1 >= range.upperBound || source.bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    let label = range.lowerBound..<colon
    let isClean = !source.bytes[label].contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!")
        || $0 == UInt8(ascii: ";")
    }
    return isClean ? label : nil
  }

  /// Whether a label is one by itself (true), by its company (false), or none (`nil`).
  private static func strength(_ words: [String], _ facts: LineFacts) -> Bool? {
    guard words.count <= 16, Furniture.labels[words.joined(separator: " ")] == nil else {
      return nil
    }
    if words.count <= 2, turns.contains(words[0]) { return true }
    // The first word is capitalised, whatever it is.
    let small = words.dropFirst().count { particles.contains($0) }
    // Every word but particles and numbers is capitalised.
    guard facts.capitalisedWords > 0, facts.capitalisedWords + small >= facts.words,
      !facts.startsLowercase
    else { return nil }
    if words.count >= 2, words.contains(where: offices.contains) { return true }
    return words.count <= 5 ? false : nil
  }

  /// Labels of questions and answers.
  private static let turns: Set<String> = [
    "question", "answer", "q", "a", "q1", "a1", "moderator", "interviewer", "interviewee",
    "reporter", "journalist", "host", "correspondent", "presenter", "anchor",
  ]

  private static let particles: Set<String> = [
    "of", "the", "and", "for", "to", "de", "la", "le", "du", "da", "dos", "al", "el", "bin", "bint",
    "ibn", "van", "von", "der", "den", "di", "on", "in", "at", "as", "translated", "via",
    "interpreter", "retranslated",
  ]

  private static let offices: Set<String> = [
    "president", "vice-president", "minister", "ministers", "premier", "chancellor", "secretary",
    "secretary-general", "general", "director", "chairman", "chairwoman", "chairperson", "chair",
    "ambassador", "spokesman", "spokeswoman", "spokesperson", "mr", "mrs", "ms", "dr", "sir",
    "senator", "congressman", "congresswoman", "representative", "commissioner", "king", "queen",
    "prince", "princess", "emir", "sultan", "sheikh", "admiral", "colonel", "marshal", "major",
    "captain", "commander", "lieutenant", "head", "chief", "ceo", "governor", "mayor", "deputy",
    "speaker", "moderator", "envoy", "leader", "taoiseach", "excellency", "professor", "lord",
    "baroness", "lady",
  ]
}
