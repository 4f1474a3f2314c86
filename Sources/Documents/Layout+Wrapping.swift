extension Layout {
  /// Lines longer than this are no lines of wrapped text.
  private static let widestWrap = 100

  /// The width that the text is wrapped at, or 0 when it is not.
  ///
  /// Wrapped text has hardly a line beyond 100 characters, and of the lines that have another
  /// directly below most are long and stop in the middle of a sentence.
  static func wrapWidth(_ source: SourceText, _ facts: [LineFacts]) -> Int {
    var long = 0
    var plain = 0
    var width = 0
    var followed = 0
    var stopped = 0
    var total = 0
    for (index, line) in source.lines.enumerated() where line.hint == .plain {
      plain += 1
      guard facts[index].length <= widestWrap else {
        long += 1
        continue
      }
      width = max(width, facts[index].length)
      guard index + 1 < source.lines.count, !source.lines[index + 1].afterBlank,
        facts[index + 1].bullet == 0
      else { continue }
      followed += 1
      total += facts[index].length
      if facts[index].endsSentence { stopped += 1 }
    }
    guard followed >= 3, long * 50 <= plain, width >= 40, total >= followed * 36,
      stopped * 5 <= followed * 3
    else { return 0 }
    return width
  }

  /// Whether a line goes on in the one below it.
  func continues(_ index: Int, in next: Int) -> Bool {
    guard next == index + 1, isOpen(index), lines[index].role == lines[next].role,
      source.lines[index].hint == .plain, source.lines[next].hint == .plain,
      !lines[next].isListItem, lines[next].label == nil, !lines[next].startsParagraph
    else { return false }
    let fact = facts[index]
    if source.lines[next].afterBlank {
      // A page break in the middle of a sentence.
      return !fact.endsSentence && facts[next].startsLowercase && fact.words >= 6
        && endsInLetter(index)
    }
    if isWrapped {
      if source.lines[next].isIndented && !source.lines[index].isIndented { return false }
      let fits = fact.length + 1 + firstWordLength(next) <= wrapWidth
      if fact.endsSentence { return !fits }
      // A short line that no sentence ends is a heading.
      return !(fact.length * 5 < wrapWidth * 3 && !facts[next].startsLowercase)
    }
    guard !fact.endsSentence, endsInLetter(index) else { return false }
    return facts[next].startsLowercase || joinedElsewhere(index, next)
  }

  /// Whether the last character is a letter or a comma, as in the middle of a sentence.
  private func endsInLetter(_ index: Int) -> Bool {
    guard let last = source.bytes[source.lines[index].range].last else { return false }
    return isLetterByte(last) || isDigitByte(last) || last == UInt8(ascii: ",")
      || last == UInt8(ascii: "-")
  }

  private func firstWordLength(_ index: Int) -> Int {
    source.bytes[source.lines[index].range].prefix(wrapWidth + 1).prefix { $0 != 32 }
      .count { $0 & 0xC0 != 0x80 }
  }

  /// Whether the last word of one line and the first of the next stand together elsewhere in the
  /// text: a name that the line break cuts.
  private func joinedElsewhere(_ index: Int, _ next: Int) -> Bool {
    guard facts[index].words >= 6, facts[next].endsSentence else { return false }
    let last = WordHashes(source.bytes, source.lines[index].range).last
    let first = WordHashes(source.bytes, source.lines[next].range).first
    guard let last, let first else { return false }
    return capitalisedPairs.contains(WordHashes.combine(last, first))
  }

  /// Whether a line may go on in the next one by `joinedElsewhere`.
  static func hasBrokenLine(_ source: SourceText, _ facts: [LineFacts]) -> Bool {
    facts.indices.dropLast().contains {
      facts[$0].words >= 6 && !facts[$0].endsSentence && facts[$0 + 1].endsSentence
        && !source.lines[$0 + 1].afterBlank
    }
  }

  /// The pairs of capitalised words that stand side by side in a line.
  static func capitalisedPairs(_ source: SourceText) -> Set<UInt64> {
    var pairs = Set<UInt64>()
    for line in source.lines {
      var previous: UInt64?
      for word in WordHashes.capitalised(source.bytes, line.range) {
        if let previous, let word { pairs.insert(WordHashes.combine(previous, word)) }
        previous = word
      }
    }
    return pairs
  }
}
