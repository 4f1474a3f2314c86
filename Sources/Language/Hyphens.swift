/// Decides whether the hyphens of a word join ("S-400", "al-Assad", "co-operate") or divide it
/// ("US-led", "Iran-Iraq"), as the treebanks do for common words.
enum Hyphens {
  private static let prefixes = WordSet([
    "e", "i", "pre", "post", "non", "pro", "mid", "anti", "co", "re", "ex", "multi", "semi", "un",
    "inter", "intra", "mini", "pan", "sub", "over", "counter", "neo", "ultra", "quasi", "de", "bi",
    "tri", "wi", "hi", "extra", "trans",
  ])
  /// Parts of names that lean on what follows or precedes.
  private static let nameParts = WordSet([
    "al", "el", "ul", "ur", "as", "ad", "ar", "az", "an", "ash", "ath", "abd", "abdul", "abdel",
    "ben", "bin", "ibn", "abu", "ould", "o", "e", "i", "la", "le", "de", "du", "di", "sur", "san",
    "on", "upon",
  ])
  private static let givenNames = WordSet([
    "anna", "anne", "ann", "annegret", "bernard", "carl", "charles", "claude", "eva", "francois",
    "françois", "franz", "georg", "gian", "gustav", "hans", "heinz", "henri", "jan", "jean", "joan",
    "johann", "jose", "josé", "juan", "juha", "karl", "kim", "klaus", "lars", "louis", "lee",
    "luis",
    "marc", "maria", "marie", "mary", "michel", "paul", "per", "peter", "philippe", "pierre",
    "rolf", "sven", "ulla", "ursula", "yves", "wolf",
  ])
  /// Second parts of compounds that are no names although their first part is capitalised.
  private static let compoundEnds = WordSet([
    "age", "aid", "all", "arm", "arms", "army", "backed", "bank", "base", "based", "born", "bound",
    "built", "by", "class", "day", "era", "fed", "free", "friendly", "front", "held", "in", "key",
    "led", "level", "like", "made", "man", "new", "of", "off", "on", "only", "out", "owned", "plan",
    "range", "ready", "related", "rich", "run", "scale", "shirt", "side", "speak", "state", "style",
    "team", "tech", "term", "the", "three", "time", "to", "two", "type", "up", "war", "wide", "won",
    "year", "air", "size", "one", "four", "five", "six", "seven", "eight", "nine", "old", "long",
  ])

  /// How many hyphens of the word that begins at `start` are part of it, if its first hyphen is at
  /// `hyphen` and stands between letters or digits. "Jong-un" is a name behind "Kim", not elsewhere.
  static func joined(
    from start: Int, hyphen: Int, afterCapital: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let parts = parts(from: start, hyphen: hyphen, in: text)
    guard parts.count > 1, parts.count <= 6 else { return 0 }
    if isDesignation(parts, in: text) {
      // "F-16-launched" ends where plain words begin.
      let words = parts.reversed().prefix { isSmall($0, in: text) && $0.count > 2 }.count
      return max(1, parts.count - 1 - words)
    }
    let isWhole =
      isPrefixed(parts, in: text) || isLeaning(parts, in: text)
      || isGiven(parts, afterCapital: afterCapital, in: text)
    return isWhole ? parts.count - 1 : 0
  }

  /// "co-operate", "mid-2014", but not "E-Plus".
  private static func isPrefixed(
    _ parts: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard parts.count == 2, prefixes.contains(parts[0], of: text) else { return false }
    if parts[0].count == 1, isCapital(parts[0], in: text), isCapital(parts[1], in: text) {
      return false
    }
    return !isDigits(parts[1], in: text) || parts[0].count > 2
  }

  /// "al-Assad", "Naqsh-e", "Chan-o-cha", "Abd-al-Karim"
  private static func isLeaning(
    _ parts: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let second = parts[1]
    guard parts.contains(where: { nameParts.contains($0, of: text) }),
      isCapital(parts[0], in: text) || isCapital(second, in: text),
      parts.count > 2 || second.count <= 1 || isCapital(second, in: text) && parts[0].count <= 5
    else { return false }
    return parts.allSatisfy { isLetters($0, in: text) }
  }

  /// "Jean-Yves", "Yiu-chung"
  private static func isGiven(
    _ parts: [Range<Int>], afterCapital: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (first, second) = (parts[0], parts[1])
    guard parts.count == 2, isCapital(first, in: text), isLetters(first, in: text),
      isLetters(second, in: text)
    else { return false }
    if isCapital(second, in: text) {
      return givenNames.contains(first, of: text) && !isAllCapital(second, in: text)
    }
    return afterCapital && (2...6).contains(first.count) && second.count <= 5
      && !isAllCapital(first, in: text) && !compoundEnds.contains(second, of: text)
      && !endsLikeParticiple(second, in: text)
  }

  /// The parts between hyphens, up to where the word must end.
  private static func parts(
    from start: Int, hyphen: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var parts = [start..<hyphen]
    var index = hyphen
    while parts.count < 8, index < text.count {
      let character = CharacterClasses.character(at: index, in: text)
      guard character.kind == .hyphen else { break }
      let begin = index + character.length
      var end = begin
      while end < text.count, end - begin < 64 {
        let inside = CharacterClasses.character(at: end, in: text)
        guard inside.kind.isAlphanumeric else { break }
        end += inside.length
      }
      guard end > begin else { break }
      parts.append(begin..<end)
      index = end
    }
    return parts
  }

  /// "S-400", "Su-30MKM", "SS-N-22", "Mi-17V-5", "AIM-9X": short letters, then a number.
  private static func isDesignation(
    _ parts: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard isLetters(parts[0], in: text), text[parts[0].lowerBound] &- 65 < 26 else { return false }
    if text[parts[1].lowerBound] &- 48 < 10 { return true }
    guard parts.count > 2 else { return false }
    return parts.dropLast().allSatisfy { $0.count <= 4 && isAllCapital($0, in: text) }
      && parts.contains { text[$0.lowerBound] &- 48 < 10 }
  }

  private static func isLetters(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.allSatisfy { text[$0] | 32 &- 97 < 26 || text[$0] >= 128 || text[$0] == 39 }
  }

  private static func isCapital(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    text[range.lowerBound] &- 65 < 26
  }

  private static func isSmall(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.allSatisfy { text[$0] &- 97 < 26 }
  }

  private static func isDigits(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.allSatisfy { text[$0] &- 48 < 10 }
  }

  private static func isAllCapital(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    range.allSatisfy { text[$0] &- 65 < 26 }
  }

  private static func endsLikeParticiple(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = range.upperBound
    if range.count >= 4, text[end - 2] == UInt8(ascii: "e"), text[end - 1] == UInt8(ascii: "d") {
      return true
    }
    return range.count >= 5 && text[end - 3] == UInt8(ascii: "i")
      && text[end - 2] == UInt8(ascii: "n")
      && text[end - 1] == UInt8(ascii: "g")
  }
}
