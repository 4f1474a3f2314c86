/// What a line says beside its dates.
struct DateLineRemainder {
  /// A piece of the line between commas, bars and dashes.
  struct Part {
    var range: Range<Int>
    var words: Int
    /// The first word in lower case.
    var first: String
  }

  var parts: [Part] = []
  /// Whether a bar, a dot or a dash parts it from the date.
  var isSeparated = false

  var words: Int { parts.reduce(0) { $0 + $1.words } }

  /// Words that belong to times and dates and say nothing else.
  private static let silent: Set<String> = [
    "gmt", "utc", "msk", "est", "edt", "et", "pst", "pdt", "cet", "cest", "bst", "ist", "am", "pm",
    "a", "p", "m", "at", "on", "t", "z", "week", "by", "in", "hrs", "hours", "date", "dated",
    "edition", "issue", "vol", "volume", "no", "number", "time", "local", "moscow time",
  ]

  /// Small words within a name.
  private static let particles: Set<String> = [
    "of", "the", "and", "for", "de", "la", "le", "du", "da", "do", "dos", "del", "al", "el", "van",
    "von", "der", "den", "di", "to",
  ]

  private static let mostWordsOfPart = 6
  private static let mostWords = 10

  /// `nil` when the line says too much to be a date line.
  init?(_ tokens: [DateToken], without mentions: [DateMention], bytes: [UInt8]) {
    var mention = mentions[...]
    var isInPart = false
    var endsSentence = false
    for (index, token) in tokens.enumerated() {
      while let first = mention.first, first.tokens.upperBound <= index { mention.removeFirst() }
      if let first = mention.first, first.tokens.contains(index) {
        isInPart = false
        continue
      }
      switch token.kind {
      case .word:
        let word = String(
          decoding: bytes[token.range].lazy.map { isUppercaseByte($0) ? $0 | 0x20 : $0 },
          as: UTF8.self)
        if isInPart, let last = parts.indices.last {
          let isName = token.isCapitalised || bytes[token.range.lowerBound] >= 0x80
          // "p.m.", "O'Hara".
          let isJoined = token.isAttached && index > 0
          guard isName || isJoined || Self.particles.contains(word) || Self.silent.contains(word)
          else { return nil }
          if isName || !Self.silent.contains(word) {
            parts[last].range = parts[last].range.lowerBound..<token.range.upperBound
            if isName { parts[last].words += 1 }
          }
        } else if word == "by" || !Self.silent.contains(word) {
          guard token.isCapitalised || bytes[token.range.lowerBound] >= 0x80 || word == "by"
          else { return nil }
          parts.append(Part(range: token.range, words: 1, first: word))
          isInPart = true
        }
      case .number(_, let digits): if digits > 4 { return nil }
      case .mark(let mark):
        switch mark {
        case UInt8(ascii: "|"), UInt8(ascii: "/"), 0xE2, 0xC2:
          // An apostrophe or a quotation mark stands close to a letter.
          let isQuotation = mark == 0xE2 && token.isAttached
          if !isQuotation {
            isSeparated = true
            isInPart = false
          }
        case UInt8(ascii: "-"):
          if !token.isAttached {
            isSeparated = true
            isInPart = false
          }
        case UInt8(ascii: ","), UInt8(ascii: "("): isInPart = false
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
          UInt8(ascii: "\""):
          endsSentence = true
        default: break
        }
      }
    }
    if endsSentence && words > 4 || words > Self.mostWords { return nil }
    guard parts.allSatisfy({ $0.words <= Self.mostWordsOfPart }), parts.count <= 4 else {
      return nil
    }
  }
}
