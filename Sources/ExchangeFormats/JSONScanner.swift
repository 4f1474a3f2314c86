/// A value of a JSON text; a number keeps its spelling.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A string or a number as text.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// For messages.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let text): text
    case .string(let text): "\"" + text.prefix(40) + (text.count > 40 ? "...\"" : "\"")
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Reads JSON step by step, so that a file of millions of edges never stands in memory as a tree.
///
/// Takes `NaN`, `Infinity` and `-Infinity` for numbers as well, which Python writes.
struct JSONScanner {
  private static let deepest = 200

  let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  var place: Int
  private var lineStart = (place: 0, line: 1)

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line of the present place, from 1; quick as long as places only grow.
  mutating func line() -> Int {
    if place < lineStart.place { lineStart = (0, 1) }
    for byte in bytes[lineStart.place..<min(place, bytes.count)] where byte == 10 {
      lineStart.line += 1
    }
    lineStart.place = min(place, bytes.count)
    return lineStart.line
  }

  mutating func failure(_ detail: String) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, line: line(), detail: detail,
      remedy: "check that the file is whole and is JSON")
  }

  /// The next byte that is not a space; 0 at the end.
  mutating func peek() -> UInt8 {
    while place < bytes.count {
      let byte = bytes[place]
      if byte != 32 && byte != 10 && byte != 13 && byte != 9 { return byte }
      place += 1
    }
    return 0
  }

  var isAtEnd: Bool {
    mutating get {
      _ = peek()
      return place >= bytes.count
    }
  }

  private mutating func expect(_ byte: Unicode.Scalar) throws(ExchangeError) {
    guard peek() == UInt8(ascii: byte), place < bytes.count else {
      throw failure(
        place >= bytes.count ? "ends in the middle of a value" : "'\(byte)' is missing")
    }
    place += 1
  }

  /// Reads an object; `member` must read the value.
  mutating func object(
    _ member: (String, inout JSONScanner) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    try expect("{")
    if peek() == UInt8(ascii: "}") {
      place += 1
      return
    }
    while true {
      _ = peek()
      let key = try string()
      try expect(":")
      try member(key, &self)
      guard peek() == UInt8(ascii: ",") else { return try expect("}") }
      place += 1
    }
  }

  /// Reads a list; `element` must read the value.
  mutating func array(
    _ element: (inout JSONScanner) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    try expect("[")
    if peek() == UInt8(ascii: "]") {
      place += 1
      return
    }
    while true {
      try element(&self)
      guard peek() == UInt8(ascii: ",") else { return try expect("]") }
      place += 1
    }
  }

  /// Passes over a value.
  mutating func skip(depth: Int = 0) throws(ExchangeError) {
    _ = try value(depth: depth, keeps: false)
  }

  /// Reads a value.
  mutating func value(depth: Int = 0, keeps: Bool = true) throws(ExchangeError) -> JSONValue {
    guard depth < JSONScanner.deepest else { throw failure("is nested too deeply") }
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try object { (key, scanner) throws(ExchangeError) in
        let value = try scanner.value(depth: depth + 1, keeps: keeps)
        if keeps { members[key] = value }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try array { (scanner) throws(ExchangeError) in
        let value = try scanner.value(depth: depth + 1, keeps: keeps)
        if keeps { elements.append(value) }
      }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string(keeps: keeps))
    default: return try word()
    }
  }

  private mutating func word() throws(ExchangeError) -> JSONValue {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      guard
        byte & 0xDF >= 65 && byte & 0xDF <= 90 || byte &- 48 < 10 || byte == 43 || byte == 45
          || byte == 46
      else { break }
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "NaN", "Infinity", "-Infinity": return .number(text)
    default:
      guard place - start < 400, let first = text.utf8.first, first == 45 || first &- 48 < 10,
        Double(text) != nil
      else {
        place = start
        throw failure(
          place >= bytes.count ? "ends in the middle of a value" : "no value can be read here")
      }
      return .number(text)
    }
  }

  // MARK: - Strings

  mutating func string(keeps: Bool = true) throws(ExchangeError) -> String {
    try expect("\"")
    let start = place
    var hasEscapes = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        hasEscapes = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else {
      place = start
      throw failure("a string is opened and never closed")
    }
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<place])
    place += 1
    guard keeps else { return "" }
    guard let text = String(validating: raw, as: UTF8.self) else {
      throw failure("is not text in UTF-8")
    }
    guard hasEscapes else { return text }
    guard let unescaped = JSONScanner.unescaped(text) else {
      throw failure("a string holds a backslash that means nothing")
    }
    return unescaped
  }

  /// `nil` if an escape is not one of JSON's. Half of a surrogate pair becomes U+FFFD.
  private static func unescaped(_ text: String) -> String? {
    var units: [UInt16] = []
    var rest = text.utf16[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C else {
        units.append(unit)
        continue
      }
      switch rest.popFirst().flatMap({ Unicode.Scalar($0) }) {
      case "n": units.append(10)
      case "t": units.append(9)
      case "r": units.append(13)
      case "b": units.append(8)
      case "f": units.append(12)
      case "\"": units.append(0x22)
      case "\\": units.append(0x5C)
      case "/": units.append(0x2F)
      case "u":
        let digits = String(decoding: rest.prefix(4), as: UTF16.self)
        guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
          let value = UInt16(digits, radix: 16)
        else { return nil }
        rest = rest.dropFirst(4)
        units.append(value)
      default: return nil
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension JSONScanner {
  /// A list written as JSON; `nil` if the text is none.
  static func list(_ text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, file: "")
      guard let value = try? scanner.value(), case .array = value, scanner.isAtEnd else {
        return nil
      }
      return value
    }
  }
}
