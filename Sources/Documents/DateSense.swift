import PartnerModel

/// Whether a sentence speaks of a date as past or as still to come.
enum DateSense {
  case past
  case future
  case unknown

  /// Words after which something lies ahead.
  private static let ahead: Set<String> = [
    "will", "shall", "due", "set", "expected", "scheduled", "slated", "planned", "plans", "plan",
    "planning", "intends", "intend", "intending", "hopes", "hope", "aims", "aim", "going", "next",
    "upcoming", "forthcoming", "expects", "expect", "forecast", "forecasts",
  ]
  /// Verbs that tell of what has been, beside those that end in "-ed".
  private static let behind: Set<String> = [
    "was", "were", "had", "has", "have", "did", "been", "began", "won", "sold", "bought", "met",
    "held", "said", "made", "took", "gave", "sent", "became", "came", "went", "told", "brought",
    "built", "lost", "fell", "rose", "saw", "ran", "led", "left", "chose", "broke", "paid", "ago",
    "last", "earlier", "back", "former", "previous", "previously",
  ]
  /// What turns a word of `ahead` into a tale of what once lay ahead.
  private static let formerly: Set<String> = ["was", "were", "had", "been"]
  private static let since: Set<String> = ["since", "after"]

  /// Reads the words around a mention: the nearest verb before it in its sentence decides, or the
  /// nearest after it when it opens the sentence.
  static func of(
    _ mention: DateMention, after previous: DateMention?, _ tokens: [DateToken], _ bytes: [UInt8]
  ) -> DateSense {
    let lower = max(previous?.tokens.upperBound ?? 0, mention.tokens.lowerBound - 30)
    var index = mention.tokens.lowerBound - 1
    if index >= lower, since.contains(word(tokens[index], bytes)) { return .past }
    while index >= lower, !endsSentence(tokens, index) {
      switch sense(tokens, index, bytes) {
      case .unknown: index -= 1
      case let found: return found
      }
    }
    index = mention.tokens.upperBound
    let upper = min(tokens.count, index + 15)
    while index < upper, !endsSentence(tokens, index) {
      switch sense(tokens, index, bytes) {
      case .unknown: index += 1
      case let found: return found
      }
    }
    return .unknown
  }

  private static func sense(_ tokens: [DateToken], _ index: Int, _ bytes: [UInt8]) -> DateSense {
    guard case .word = tokens[index].kind else { return .unknown }
    let word = word(tokens[index], bytes)
    if ahead.contains(word) {
      for before in [index - 1, index - 2] where before >= 0 {
        if formerly.contains(Self.word(tokens[before], bytes)) { return .unknown }
      }
      return .future
    }
    if behind.contains(word) { return .past }
    return word.utf8.count > 4 && word.hasSuffix("ed") ? .past : .unknown
  }

  private static func word(_ token: DateToken, _ bytes: [UInt8]) -> String {
    guard case .word = token.kind, token.range.count <= 16 else { return "" }
    return String(
      decoding: bytes[token.range].lazy.map { isUppercaseByte($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  /// A full stop before a capital, not after an abbreviation.
  private static func endsSentence(_ tokens: [DateToken], _ index: Int) -> Bool {
    guard case .mark(let mark) = tokens[index].kind else { return false }
    if mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") { return true }
    guard mark == UInt8(ascii: "."), index + 1 < tokens.count, !tokens[index + 1].isAttached
    else { return false }
    return index == 0 || tokens[index - 1].range.count > 2
  }
}
