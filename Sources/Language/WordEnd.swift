/// Where a word ends, and where it is cut into several tokens.
struct WordEnd {
  var end: Int
  /// Places inside the word at which one token ends and the next begins; at most one is needed,
  /// for everything else that divides words is a token itself.
  var cuts: [Int] = []
  var isAbbreviation = false

  /// The end of the word that begins at `start`.
  static func find(
    from start: Int, afterCapital: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> WordEnd {
    var scan = WordScan(text: text, start: start, afterCapital: afterCapital)
    return scan.run()
  }

  /// The end of "s", "ll", "re", "ve", "d" or "m" behind an apostrophe, if that is all there is.
  static func clitic(after index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    func letter(_ place: Int) -> UInt8 { place < text.count ? text[place] | 32 : 0 }
    func endsWord(_ place: Int) -> Bool {
      place >= text.count
        || !CharacterClasses.character(at: place, in: text).kind.isAlphanumeric
    }
    let first = letter(index)
    let second = letter(index + 1)
    if "sdm".utf8.contains(first), endsWord(index + 1) { return index + 1 }
    let pair = (first, second)
    let isPair =
      pair == (UInt8(ascii: "l"), UInt8(ascii: "l"))
      || pair == (UInt8(ascii: "r"), UInt8(ascii: "e"))
      || pair == (UInt8(ascii: "v"), UInt8(ascii: "e"))
    return isPair && endsWord(index + 2) ? index + 2 : nil
  }
}

/// One walk along a word.
private struct WordScan {
  let text: UnsafeBufferPointer<UInt8>
  let start: Int
  /// Whether the word before begins with a capital.
  let afterCapital: Bool
  var index: Int

  init(text: UnsafeBufferPointer<UInt8>, start: Int, afterCapital: Bool) {
    self.text = text
    self.start = start
    self.afterCapital = afterCapital
    index = start
  }

  private func kind(at place: Int) -> CharacterClass {
    place < text.count ? CharacterClasses.character(at: place, in: text).kind : .space
  }

  mutating func run() -> WordEnd {
    var joined: Int?
    // The first character belongs to the word, whatever it is ("#", ".5").
    index += CharacterClasses.character(at: start, in: text).length
    while index < text.count {
      let character = CharacterClasses.character(at: index, in: text)
      let next = index + character.length
      switch character.kind {
      case .letter, .digit, .underscore:
        index = next
        continue
      case .apostrophe:
        guard text[index] != UInt8(ascii: "`") else { return finished() }
        if isNegation(apostrophe: index, next: next) {
          return index - 1 > start
            ? WordEnd(end: next + 1, cuts: [index - 1]) : WordEnd(end: next + 1)
        }
        guard kind(at: next) == .letter, WordEnd.clitic(after: next, in: text) == nil else {
          return finished()
        }
      case .period:
        guard periodJoins(next) else { return finished() }
      case .comma, .colon:
        guard kind(at: index - 1) == .digit, kind(at: next) == .digit else { return finished() }
      case .slash:
        guard slashJoins(next) else { return finished() }
      case .ampersand, .at:
        guard kind(at: next).isAlphanumeric else { return finished() }
      case .hyphen:
        guard kind(at: next).isAlphanumeric else { return finished() }
        let left =
          joined
          ?? Hyphens.joined(from: start, hyphen: index, afterCapital: afterCapital, in: text)
        guard left > 0 else { return finished() }
        joined = left - 1
      case .currency:
        // US$, C$
        guard text[index] == UInt8(ascii: "$"), index - start <= 4,
          (start..<index).allSatisfy({ text[$0] &- 65 < 26 || text[$0] == UInt8(ascii: ".") })
        else { return finished() }
        return WordEnd(end: next)
      default: return finished()
      }
      index = next
    }
    return finished()
  }

  /// The word up to here, with the period of an abbreviation and without a unit behind a number.
  private func finished() -> WordEnd {
    if kind(at: index) == .period, kind(at: index + 1) != .period || isInitial,
      isAbbreviation
    {
      return WordEnd(end: index + 1, isAbbreviation: true)
    }
    if Lists.cannot.contains(start..<index, of: text) {
      return WordEnd(end: index, cuts: [start + 3])
    }
    if let cut = Units.cut(start..<index, in: text) { return WordEnd(end: index, cuts: [cut]) }
    return WordEnd(end: index)
  }

  private var isInitial: Bool { index == start + 1 && text[start] &- 65 < 26 }

  private var isAbbreviation: Bool {
    if isInitial { return true }
    // U.S, B.C.E, e.g, a.m
    if index - start >= 3, text[index - 2] == UInt8(ascii: "."), text[start + 1] == text[index - 2]
    {
      return kind(at: index - 1) == .letter
    }
    guard index - start <= 6 else { return false }
    let range = start..<index
    if Lists.abbreviations.contains(range, of: text) { return true }
    guard Lists.beforeNumbers.contains(range, of: text) else { return false }
    var next = index + 1
    guard next < text.count, text[next] == 32 else { return false }
    next += 1
    return kind(at: next) == .digit
  }

  private func isNegation(apostrophe: Int, next: Int) -> Bool {
    apostrophe > start && text[apostrophe - 1] | 32 == UInt8(ascii: "n") && next < text.count
      && text[next] | 32 == UInt8(ascii: "t") && !kind(at: next + 1).isAlphanumeric
  }

  private func periodJoins(_ next: Int) -> Bool {
    let following = kind(at: next)
    guard following.isAlphanumeric else { return false }
    guard kind(at: index - 1) == .letter, following == .letter else { return true }
    // "agreed.The" lacks a space.
    let before = text[index - 1]
    return
      !(before &- 97 < 26 && index - start >= 3 && text[next] &- 65 < 26
      && next + 2 < text.count && text[next + 1] &- 97 < 26 && text[next + 2] &- 97 < 26)
  }

  private func slashJoins(_ next: Int) -> Bool {
    let following = kind(at: next)
    guard following.isAlphanumeric else { return false }
    if kind(at: index - 1) == .digit, following == .digit { return true }
    // c/o, w/o
    return index == start + 1 && following == .letter && !kind(at: next + 3).isAlphanumeric
  }
}

private enum Lists {
  static let abbreviations = WordSet(Abbreviations.titles.union(Abbreviations.others))
  static let cannot = WordSet(["cannot"])
  static let beforeNumbers = WordSet(Abbreviations.beforeNumbers)
}

/// Units written to the number: "5pm", "$221bn". Calibres ("155mm") stay whole.
private enum Units {
  private static let units = WordSet([
    "am", "pm", "bn", "tn", "m", "mn", "km", "kg", "mph", "kph", "ft", "lb", "lbs",
  ])

  static func cut(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text[word.lowerBound] &- 48 < 10, text[word.upperBound - 1] &- 97 < 26 else { return nil }
    var cut = word.upperBound
    while cut > word.lowerBound, text[cut - 1] &- 97 < 26 {
      cut -= 1
      if word.upperBound - cut > 3 { return nil }
    }
    guard text[cut - 1] &- 48 < 10, units.contains(cut..<word.upperBound, of: text) else {
      return nil
    }
    return cut
  }
}
