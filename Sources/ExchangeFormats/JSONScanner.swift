/// Reads JSON step by step, so that a file of millions of edges never stands in memory as a tree.
///
/// Takes `NaN`, `Infinity` and `-Infinity` for numbers as well, which Python writes.
struct JSONScanner {
  private static let deepest = 200

  private var bytes: FileTextScanner

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, file: String) throws(ExchangeError) {
    self.bytes = try FileTextScanner(
      bytes, file: file, remedy: "check that the file is whole and is JSON")
  }

  /// The line of the present place, from 1.
  mutating func line() -> Int { bytes.line() }

  mutating func failure(_ detail: String) -> ExchangeError { bytes.failure(detail) }

  /// The byte that the next value begins with; 0 at the end.
  @inline(__always)
  mutating func peek() -> UInt8 {
    while bytes.place < bytes.count {
      let byte = bytes[bytes.place]
      if byte != 32 && byte != 10 && byte != 13 && byte != 9 { return byte }
      bytes.place += 1
    }
    return 0
  }

  var isAtEnd: Bool {
    mutating get {
      _ = peek()
      return bytes.place >= bytes.count
    }
  }

  @inline(__always)
  private mutating func expect(_ byte: Unicode.Scalar) throws(ExchangeError) {
    guard peek() == UInt8(ascii: byte), bytes.place < bytes.count else {
      throw failure(
        bytes.place >= bytes.count ? "ends in the middle of a value" : "'\(byte)' is missing")
    }
    bytes.place += 1
  }

  /// Reads an object; `member` must read the value.
  @inline(__always)
  mutating func object(
    _ member: (FileText, inout JSONScanner) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    try expect("{")
    if peek() == UInt8(ascii: "}") {
      bytes.place += 1
      return
    }
    while true {
      let key = try string()
      try expect(":")
      try member(key, &self)
      guard peek() == UInt8(ascii: ",") else { return try expect("}") }
      bytes.place += 1
    }
  }

  /// Reads a list; `element` must read the value.
  @inline(__always)
  mutating func array(
    _ element: (inout JSONScanner) throws(ExchangeError) -> Void
  ) throws(ExchangeError) {
    try expect("[")
    if peek() == UInt8(ascii: "]") {
      bytes.place += 1
      return
    }
    while true {
      try element(&self)
      guard peek() == UInt8(ascii: ",") else { return try expect("]") }
      bytes.place += 1
    }
  }

  /// Reads a value. Lists and objects are passed over, and given as they stand.
  @inline(__always)
  mutating func value(depth: Int) throws(ExchangeError) -> AttributeValue {
    switch peek() {
    case UInt8(ascii: "\""): return AttributeValue(.string, try string())
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let start = bytes.place
      try skip(depth: depth)
      return AttributeValue(
        bytes[start] == UInt8(ascii: "[") ? .list : .object, bytes.text(start, bytes.place))
    default: return try word()
    }
  }

  /// Passes over a value, and changes nothing in it.
  mutating func skip(depth: Int) throws(ExchangeError) {
    guard depth < JSONScanner.deepest else { throw failure("is nested too deeply") }
    switch peek() {
    case UInt8(ascii: "{"):
      bytes.place += 1
      if peek() == UInt8(ascii: "}") { break }
      while true {
        _ = try rawString()
        try expect(":")
        try skip(depth: depth + 1)
        guard peek() == UInt8(ascii: ",") else { return try expect("}") }
        bytes.place += 1
      }
    case UInt8(ascii: "["):
      bytes.place += 1
      if peek() == UInt8(ascii: "]") { break }
      while true {
        try skip(depth: depth + 1)
        guard peek() == UInt8(ascii: ",") else { return try expect("]") }
        bytes.place += 1
      }
    case UInt8(ascii: "\""):
      _ = try rawString()
      return
    default:
      _ = try word()
      return
    }
    bytes.place += 1
  }

  // MARK: - Words and numbers

  @inline(__always)
  private mutating func word() throws(ExchangeError) -> AttributeValue {
    let start = bytes.place
    var place = start
    var areDigits = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte &- 48 >= 10 {
        guard byte & 0xDF &- 65 < 26 || byte == 43 || byte == 45 || byte == 46 else { break }
        areDigits = false
      }
      place += 1
    }
    let text = bytes.text(start, place)
    bytes.place = place
    if areDigits, place > start { return AttributeValue(.number, text) }
    return try otherWord(text)
  }

  @inline(never)
  private mutating func otherWord(_ text: FileText) throws(ExchangeError) -> AttributeValue {
    switch text {
    case "null": return AttributeValue(.null)
    case "true": return AttributeValue(.yes)
    case "false": return AttributeValue(.no)
    case "NaN", "Infinity", "-Infinity": return AttributeValue(.number, text)
    default:
      if let first = text.first, first == 45 || first &- 48 < 10, FileText.isNumber(text) {
        return AttributeValue(.number, text)
      }
      bytes.place -= text.count
      throw failure(
        bytes.place >= bytes.count ? "ends in the middle of a value" : "no value can be read here")
    }
  }

  // MARK: - Strings

  @inline(__always)
  private mutating func string() throws(ExchangeError) -> FileText {
    let (text, hasEscapes) = try rawString()
    return hasEscapes ? try unescaped(text) : text
  }

  @inline(__always)
  private mutating func rawString() throws(ExchangeError) -> (text: FileText, hasEscapes: Bool) {
    try expect("\"")
    let start = bytes.place
    var place = start
    var hasEscapes = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        hasEscapes = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else {
      bytes.place = start
      throw failure("a string is opened and never closed")
    }
    bytes.place = place + 1
    return (bytes.text(start, place), hasEscapes)
  }

  /// Replaces the escapes of the string that ends at the present place. Half of a surrogate pair
  /// becomes U+FFFD.
  @inline(never)
  private mutating func unescaped(_ text: FileText) throws(ExchangeError) -> FileText {
    // The lines are counted before anything changes.
    _ = line()
    let end = bytes.place - 1
    let start = end - text.count
    var (read, write) = (start, start)
    while read < end {
      guard bytes[read] == UInt8(ascii: "\\") else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
        continue
      }
      let plain: UInt8? =
        switch bytes[read + 1] {
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes[read + 1]
        default: nil
        }
      if let plain {
        bytes[write] = plain
        write += 1
        read += 2
        continue
      }
      var units: [UInt16] = []
      while let unit = unit(at: read, before: end) {
        units.append(unit)
        read += 6
      }
      guard !units.isEmpty else {
        throw failure("a string holds a backslash that means nothing")
      }
      write = bytes.write(String(decoding: units, as: UTF16.self).utf8, at: write)
    }
    return bytes.text(start, write)
  }

  /// The code unit of an escape such as `\u00e9`.
  private func unit(at place: Int, before end: Int) -> UInt16? {
    guard place + 6 <= end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for place in place + 2..<place + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

extension JSONScanner {
  /// The strings and numbers of a list; `nil` if the text is none.
  static func texts(_ text: FileText) -> [String]? {
    var copy = Array(text)
    return copy.withUnsafeMutableBufferPointer { bytes in
      guard var scanner = try? JSONScanner(bytes, file: "") else { return nil }
      var texts: [String] = []
      do throws(ExchangeError) {
        try scanner.array { (scanner) throws(ExchangeError) in
          if let text = try scanner.value(depth: 1).text.flatMap(EvidenceBuilder.text) {
            texts.append(text)
          }
        }
      } catch {
        return nil
      }
      return scanner.isAtEnd ? texts : nil
    }
  }
}

extension FileText {
  /// Whether this is a number, beyond what is told by its bytes alone.
  fileprivate static func isNumber(_ text: FileText) -> Bool {
    FieldReader.weight(text) != nil
      || text.count < 400 && Double(String(decoding: text, as: UTF8.self)) != nil
  }
}
