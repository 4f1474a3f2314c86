/// Reads JSON step by step, so that a file of millions of edges never stands in memory as a tree.
///
/// Takes `NaN`, `Infinity` and `-Infinity` for numbers as well, which Python writes. What the
/// scanner gives out holds until the
/// next unit.
struct JSONScanner: ~Copyable {
  private static let deepest = 200

  var window: TextWindow
  private var arena = TextArena()

  init(_ window: consuming TextWindow) { self.window = window }

  static let remedy = "check that the file is whole and is JSON"

  /// Reads a unit, again with more of the file if memory ended within it. What was given out before
  /// is gone.
  mutating func unit<Result>(
    _ read: (inout JSONScanner) throws(ExchangeError) -> Result
  ) throws(ExchangeError) -> Result {
    while true {
      arena.removeAll()
      let start = window.place
      do throws(ExchangeError) {
        return try read(&self)
      } catch {
        guard try window.bringMore(from: start) else { throw error }
      }
    }
  }

  /// The byte that the next value begins with; 0 at the end.
  @inline(__always)
  mutating func peek() throws(ExchangeError) -> UInt8 {
    skipSpace()
    if window.place < window.count { return window[window.place] }
    try window.checkEnd()
    return 0
  }

  @inline(__always)
  private mutating func skipSpace() {
    while window.place < window.count {
      let byte = window[window.place]
      if byte != 32 && byte != 10 && byte != 13 && byte != 9 { return }
      window.place += 1
    }
  }

  /// Goes on to what follows a comma, as far as it stands in memory; whether there is one.
  @inline(__always)
  mutating func skipComma() -> Bool {
    skipSpace()
    guard window.place < window.count, window[window.place] == UInt8(ascii: ",") else {
      return false
    }
    window.place += 1
    skipSpace()
    return true
  }

  var isAtEnd: Bool {
    mutating get throws(ExchangeError) {
      _ = try peek()
      return window.place >= window.count
    }
  }

  @inline(__always)
  mutating func expect(_ byte: Unicode.Scalar) throws(ExchangeError) {
    guard try peek() == UInt8(ascii: byte), window.place < window.count else {
      throw window.failure(
        window.place >= window.count ? "ends in the middle of a value" : "'\(byte)' is missing")
    }
    window.place += 1
  }

  /// Goes on to the next entry of a list or object, which ends with `end`; whether there is one.
  @inline(__always)
  mutating func nextEntry(
    isFirst: Bool, end: Unicode.Scalar
  ) throws(ExchangeError) -> Bool {
    let byte = try peek()
    if isFirst, byte != UInt8(ascii: end) { return true }
    if !isFirst, byte == UInt8(ascii: ",") {
      window.place += 1
      return true
    }
    try expect(end)
    return false
  }

  /// Reads the name of a member, up to its value.
  @inline(__always)
  mutating func key() throws(ExchangeError) -> FileText {
    let key = try string()
    try expect(":")
    return key
  }

  /// Reads a value. Lists and objects are passed over, and given as they stand.
  @inline(__always)
  mutating func value(depth: Int) throws(ExchangeError) -> AttributeValue {
    switch try peek() {
    case UInt8(ascii: "\""): return AttributeValue(.string, try string())
    case let byte where byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"):
      let start = window.place
      try skip(depth: depth)
      return AttributeValue(
        byte == UInt8(ascii: "[") ? .list : .object, window.text(start, window.place))
    default: return try word()
    }
  }

  /// Passes over a value.
  mutating func skip(depth: Int) throws(ExchangeError) {
    guard depth < JSONScanner.deepest else { throw window.failure("is nested too deeply") }
    switch try peek() {
    case UInt8(ascii: "{"):
      window.place += 1
      var isFirst = true
      while try nextEntry(isFirst: isFirst, end: "}") {
        _ = try rawString()
        try expect(":")
        try skip(depth: depth + 1)
        isFirst = false
      }
    case UInt8(ascii: "["):
      window.place += 1
      var isFirst = true
      while try nextEntry(isFirst: isFirst, end: "]") {
        try skip(depth: depth + 1)
        isFirst = false
      }
    case UInt8(ascii: "\""): _ = try rawString()
    default: _ = try word()
    }
  }

  // MARK: - Words and numbers

  private mutating func word() throws(ExchangeError) -> AttributeValue {
    let end = JSONScanner.endOfWord(in: window, from: window.place)
    if end == window.count { try window.checkEnd() }
    guard let word = JSONScanner.word(window.text(window.place, end)) else {
      throw window.failure(
        window.place >= window.count
          ? "ends in the middle of a value" : "no value can be read here")
    }
    window.place = end
    return word
  }

  @inline(__always)
  static func endOfWord(in window: borrowing TextWindow, from start: Int) -> Int {
    var place = start
    while place < window.count {
      let byte = window[place]
      guard byte &- 48 < 10 || byte & 0xDF &- 65 < 26 || byte == 43 || byte == 45 || byte == 46
      else { break }
      place += 1
    }
    return place
  }

  /// A word as a value; `nil` if it is none.
  @inline(__always)
  static func word(_ text: FileText) -> AttributeValue? {
    var points = 0
    for byte in text where byte &- 48 >= 10 {
      guard byte == UInt8(ascii: "."), points == 0, text[0] != byte else { return otherWord(text) }
      points += 1
    }
    return text.isEmpty ? nil : AttributeValue(.number, text)
  }

  @inline(never)
  private static func otherWord(_ text: FileText) -> AttributeValue? {
    switch text {
    case "null": return AttributeValue(.null, text)
    case "true": return AttributeValue(.yes, text)
    case "false": return AttributeValue(.no, text)
    case "NaN", "Infinity", "-Infinity": return AttributeValue(.number, text)
    default:
      guard let first = text.first, first == 45 || first &- 48 < 10,
        text.count < 400, Double(String(decoding: text, as: UTF8.self)) != nil
      else { return nil }
      return AttributeValue(.number, text)
    }
  }

  // MARK: - Strings

  @inline(__always)
  private mutating func string() throws(ExchangeError) -> FileText {
    let (text, hasEscapes) = try rawString()
    return hasEscapes ? try JSONEscapes.replace(in: text, &arena, &window) : text
  }

  @inline(__always)
  private mutating func rawString() throws(ExchangeError) -> (text: FileText, hasEscapes: Bool) {
    try expect("\"")
    let start = window.place
    var place = start
    var hasEscapes = false
    while true {
      place = window.first(of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: place)
      if place < window.count, window[place] == UInt8(ascii: "\"") { break }
      guard place + 1 < window.count else {
        window.place = start
        throw window.cutOff("a string is opened and never closed")
      }
      hasEscapes = true
      place += 2
    }
    window.place = place + 1
    return (window.text(start, place), hasEscapes)
  }
}

extension JSONScanner {
  /// The strings and numbers of a list; `nil` if the text is none.
  static func texts(_ text: FileText) -> [String]? {
    do throws(ExchangeError) {
      var scanner = JSONScanner(
        try TextWindow.bytes(text.bindMemory(to: UInt8.self), file: "", remedy: remedy))
      try scanner.expect("[")
      var texts: [String] = []
      var isFirst = true
      while try scanner.nextEntry(isFirst: isFirst, end: "]") {
        isFirst = false
        if let text = try scanner.value(depth: 1).text.flatMap(EvidenceBuilder.text) {
          texts.append(text)
        }
      }
      return try scanner.isAtEnd ? texts : nil
    } catch {
      return nil
    }
  }
}
