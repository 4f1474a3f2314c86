/// What a line says beside its dates.
struct DateLineRemainder {
  var words: [DateToken] = []
  /// Whether a bar, a dot or a dash parts it from the date.
  var isSeparated = false

  /// Words that belong to times and dates and say nothing else.
  private static let silent: Set<String> = [
    "gmt", "utc", "msk", "est", "edt", "et", "pst", "pdt", "cet", "cest", "bst", "ist", "am", "pm",
    "a", "p", "m", "at", "on", "t", "z", "week", "by", "in", "hrs", "hours", "date", "dated",
    "edition",
    "issue", "vol", "volume", "no", "number", "time", "local", "moscow time",
  ]

  /// `nil` when the line says too much to be a date line.
  init?(_ tokens: [DateToken], without mentions: [DateMention], bytes: [UInt8]) {
    var mention = mentions[...]
    for (index, token) in tokens.enumerated() {
      while let first = mention.first, first.tokens.upperBound <= index { mention.removeFirst() }
      if let first = mention.first, first.tokens.contains(index) { continue }
      switch token.kind {
      case .word:
        let word = String(
          decoding: bytes[token.range].lazy.map { isUppercaseByte($0) ? $0 | 0x20 : $0 },
          as: UTF8.self)
        if !Self.silent.contains(word) { words.append(token) }
      case .number(_, let digits): if digits > 4 { return nil }
      case .mark(let mark):
        switch mark {
        case UInt8(ascii: "|"), UInt8(ascii: "/"), 0xE2, 0xC2: isSeparated = true
        case UInt8(ascii: "-"): if !token.isAttached { isSeparated = true }
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
          UInt8(ascii: "\""):
          if words.count > 4 { return nil }
        default: break
        }
      }
    }
    let capitalised = words.count { $0.isCapitalised || bytes[$0.range.lowerBound] >= 0x80 }
    guard words.count <= 6, words.count == capitalised else { return nil }
  }
}
