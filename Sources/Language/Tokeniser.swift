/// A token before anything is known about it.
struct RawToken: Equatable {
  var start: Int
  var end: Int
  /// Whether white space (or the text's begin) stands before it.
  var followsSpace: Bool
  /// Whether it ends in the period of an abbreviation.
  var isAbbreviation = false

  var range: Range<Int> { start..<end }
}

/// Cuts text into tokens as the English treebanks of Universal Dependencies do: "don't" is
/// "do" and "n't", "Russia's" is "Russia" and "'s", "US-led" is three tokens. Two exceptions:
/// designations ("S-400", "Su-30MKM") and names ("al-Assad", "Jean-Yves") stay whole.
///
/// One pass from left to right; every byte is looked at a bounded number of times.
package struct Tokeniser {
  private let text: UnsafeBufferPointer<UInt8>
  private var tokens: [RawToken] = []
  private var followsSpace = true

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    tokens.reserveCapacity(text.count / 5 + 8)
  }

  /// The tokens of UTF-8 text, in order; their ranges never overlap and hold no white space.
  static func tokens(in text: UnsafeBufferPointer<UInt8>) -> [RawToken] {
    var tokeniser = Tokeniser(text)
    tokeniser.run()
    return tokeniser.tokens
  }

  /// The places of the tokens.
  package static func tokenRanges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    tokens(in: text).map(\.range)
  }

  private mutating func run() {
    var index = 0
    while index < text.count {
      let character = CharacterClasses.character(at: index, in: text)
      if character.kind == .space {
        followsSpace = true
        index += character.length
      } else if followsSpace, let end = endOfAddress(from: index) {
        index = add(index..<end)
      } else {
        index = addToken(at: index, character)
      }
    }
  }

  @discardableResult
  private mutating func add(_ range: Range<Int>, isAbbreviation: Bool = false) -> Int {
    tokens.append(
      RawToken(
        start: range.lowerBound, end: range.upperBound, followsSpace: followsSpace,
        isAbbreviation: isAbbreviation))
    followsSpace = false
    return range.upperBound
  }

  /// Adds the token that begins with a character that is no space; returns where it ends.
  private mutating func addToken(at index: Int, _ first: ClassifiedCharacter) -> Int {
    switch first.kind {
    case .letter, .digit, .underscore: return addWord(from: index)
    case .period:
      // ".5" and ".30"
      if kind(at: index + 1) == .digit, followsSpace { return addWord(from: index) }
      return add(index..<endOfRun(from: index, first))
    case .run:
      if text[index] == UInt8(ascii: "#"), kind(at: index + 1) == .letter {
        return addWord(from: index)
      }
      return add(index..<endOfRun(from: index, first))
    case .hyphen: return add(index..<endOfRun(from: index, first))
    case .apostrophe: return addApostrophe(at: index, first)
    default: return add(index..<index + first.length)
    }
  }

  private func kind(at index: Int) -> CharacterClass {
    index < text.count ? CharacterClasses.character(at: index, in: text).kind : .space
  }

  /// Behind the repetitions of a character.
  private func endOfRun(from start: Int, _ first: ClassifiedCharacter) -> Int {
    var end = start + first.length
    while end + first.length <= text.count,
      (0..<first.length).allSatisfy({ text[end + $0] == text[start + $0] })
    {
      end += first.length
    }
    return end
  }

  private mutating func addApostrophe(at index: Int, _ first: ClassifiedCharacter) -> Int {
    let next = index + first.length
    // '90s
    if followsSpace, kind(at: next) == .digit {
      var end = next
      while kind(at: end) == .digit { end += 1 }
      if end - next == 2, end < text.count, text[end] | 32 == UInt8(ascii: "s"),
        !kind(at: end + 1).isAlphanumeric
      {
        return add(index..<end + 1)
      }
    }
    if !followsSpace, let end = WordEnd.clitic(after: next, in: text) { return add(index..<end) }
    // ``, ''
    if text[index] < 128, next < text.count, text[next] == text[index] {
      return add(index..<next + 1)
    }
    return add(index..<next)
  }

  /// Adds a word, cut where its parts are tokens of their own; returns where it ends.
  private mutating func addWord(from start: Int) -> Int {
    let afterCapital = tokens.last.map { text[$0.start] &- 65 < 26 } ?? false
    let word = WordEnd.find(from: start, afterCapital: afterCapital, in: text)
    var cut = start
    for place in word.cuts { cut = add(cut..<place) }
    let isAbbreviation = word.isAbbreviation
    add(cut..<word.end, isAbbreviation: isAbbreviation)
    return word.end
  }

  /// Where a web or mail address that begins here ends, or `nil` if none begins here.
  private func endOfAddress(from start: Int) -> Int? {
    guard kind(at: start).isAlphanumeric || kind(at: start) == .at else { return nil }
    var end = start
    var isAddress = false
    while end < text.count, text[end] > 32 {
      let byte = text[end]
      if byte == UInt8(ascii: ":"), starts("://", at: end) { isAddress = true }
      if byte == UInt8(ascii: "@"), kind(at: end + 1).isAlphanumeric { isAddress = true }
      if byte == UInt8(ascii: "."), end == start + 3, starts("www.", at: start) { isAddress = true }
      // Only words of a reasonable length are looked through, so that the time stays linear.
      if !isAddress && end - start > 80 { return nil }
      end += 1
    }
    guard isAddress else { return nil }
    while end > start + 1, ".,;:!?)]}'\">".utf8.contains(text[end - 1]) { end -= 1 }
    return end
  }

  private func starts(_ prefix: StaticString, at index: Int) -> Bool {
    guard index + prefix.utf8CodeUnitCount <= text.count else { return false }
    return (0..<prefix.utf8CodeUnitCount).allSatisfy {
      text[index + $0] == prefix.utf8Start[$0]
    }
  }
}
