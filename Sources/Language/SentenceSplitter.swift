/// Finds where sentences end among tokens.
///
/// A sentence ends at a period, question or exclamation mark (with the quotes and brackets that
/// close behind it) when what follows can begin another; behind an abbreviation only when what
/// follows can do nothing else. Blank lines always divide.
struct SentenceSplitter {
  /// Longer sentences are cut, so that no text, however odd, makes a tree without bounds.
  static let longest = 400

  private let text: UnsafeBufferPointer<UInt8>
  private let tokens: [RawToken]

  /// The places among `tokens` of each sentence's tokens.
  static func sentences(
    of tokens: [RawToken], in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    SentenceSplitter(text: text, tokens: tokens).sentences()
  }

  private func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let next = endOfTerminator(index, start: start) ?? index + 1
      if next > index + 1 || endsSentence(index, start: start) || next == tokens.count
        || hasBlankLine(before: next)
      {
        append(start..<next, to: &sentences)
        start = next
      }
      index = next
    }
    return sentences
  }

  private func append(_ range: Range<Int>, to sentences: inout [Range<Int>]) {
    var start = range.lowerBound
    while range.upperBound - start > Self.longest {
      let end = start + Self.longest
      let cut = (end - 100..<end).last { byte($0, is: ";") || byte($0, is: ",") }.map { $0 + 1 }
      sentences.append(start..<(cut ?? end))
      start = cut ?? end
    }
    sentences.append(start..<range.upperBound)
  }

  private func endsSentence(_ index: Int, start: Int) -> Bool {
    endOfTerminator(index, start: start) != nil
  }

  /// Behind the closing marks of a sentence whose last word or mark is at `index`, or `nil` if no
  /// sentence ends there.
  private func endOfTerminator(_ index: Int, start: Int) -> Int? {
    let token = tokens[index]
    let first = text[token.start]
    let isPeriod = first == UInt8(ascii: ".") || isEllipsis(token)
    let isMark = first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    guard isPeriod || isMark || token.isAbbreviation else { return nil }
    if isPeriod, index == start + 1, isEnumerator(tokens[start]) { return nil }
    var next = index + 1
    while next < tokens.count, isClosing(next) { next += 1 }
    guard next < tokens.count else { return next }
    if token.isAbbreviation {
      return abbreviationEnds(index, next: next) ? next : nil
    }
    guard canBegin(next) else { return nil }
    if isMark, next > index + 1, isAttribution(next) { return nil }
    return next
  }

  private func byte(_ index: Int, is character: Unicode.Scalar) -> Bool {
    text[tokens[index].start] == UInt8(ascii: character)
  }

  private func isEllipsis(_ token: RawToken) -> Bool {
    token.end - token.start >= 3 && text[token.start] == 0xE2 && text[token.start + 1] == 0x80
      && text[token.start + 2] == 0xA6
  }

  private func isEnumerator(_ token: RawToken) -> Bool {
    token.end - token.start <= 3 && (token.start..<token.end).allSatisfy { text[$0] &- 48 < 10 }
  }

  /// A quote or bracket that closes: it stands at the word before it.
  private func isClosing(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.followsSpace { return false }
    switch text[token.start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return token.end - token.start <= 2
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    case 0xC2: return text[token.start + 1 < token.end ? token.start + 1 : token.start] == 0xBB
    case 0xE2:
      guard token.end - token.start == 3, text[token.start + 1] == 0x80 else { return false }
      return text[token.start + 2] == 0x9D || text[token.start + 2] == 0x99
    default: return false
    }
  }

  /// Whether a token can be the first of a sentence: anything but a word in small letters and
  /// marks that go on with a sentence.
  private func canBegin(_ index: Int) -> Bool {
    let first = text[tokens[index].start]
    if first &- 97 < 26 { return false }
    return !",;:.!?)]%".utf8.contains(first)
  }

  private func abbreviationEnds(_ index: Int, next: Int) -> Bool {
    let token = tokens[index]
    if Words.titles.contains(token.start..<token.end - 1, of: text) { return false }
    let first = text[tokens[next].start]
    if tokens[next].followsSpace, isQuote(next), next + 1 < tokens.count {
      return Words.starters.contains(tokens[next + 1].range, of: text)
        && text[tokens[next + 1].start] &- 65 < 26
    }
    guard first &- 65 < 26 else { return false }
    return Words.starters.contains(tokens[next].range, of: text)
  }

  private func isQuote(_ index: Int) -> Bool {
    let token = tokens[index]
    if text[token.start] == UInt8(ascii: "\"") { return true }
    return token.end - token.start == 3 && text[token.start] == 0xE2
      && text[token.start + 1] == 0x80 && text[token.start + 2] == 0x9C
  }

  /// "Putin asked" behind a quote.
  private func isAttribution(_ index: Int) -> Bool {
    guard text[tokens[index].start] &- 65 < 26 else { return false }
    return (index + 1..<min(index + 4, tokens.count)).contains {
      Words.speaking.contains(tokens[$0].range, of: text)
    }
  }

  private func hasBlankLine(before index: Int) -> Bool {
    guard index < tokens.count, tokens[index].followsSpace, index > 0 else { return false }
    var newlines = 0
    for place in tokens[index - 1].end..<tokens[index].start where text[place] == 10 {
      newlines += 1
    }
    return newlines > 1
  }
}

private enum Words {
  static let titles = WordSet(Abbreviations.titles)
  static let speaking = WordSet(["asked", "said", "says", "asks", "replied", "added", "told"])
  static let starters = WordSet([
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their",
    "our", "my", "this", "that", "these", "those", "there", "in", "on", "at", "for", "from", "with",
    "by", "as", "after", "before", "since", "during", "while", "when", "if", "although", "though",
    "because", "but", "and", "or", "however", "meanwhile", "some", "many", "most", "both", "all",
    "each", "such", "under", "despite", "according", "also", "according", "now", "then", "what",
    "who", "where", "how", "why", "among", "last", "earlier", "later", "no", "not", "only", "so",
    "yet", "nor", "to", "of", "over", "moreover", "still", "once", "until", "unlike", "given",
    "asked", "speaking", "instead", "further", "other", "another", "several", "one", "two",
  ])
}
