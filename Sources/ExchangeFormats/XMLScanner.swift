/// Reads XML step by step: elements, attributes and text, which is all that graph files use.
///
/// Nothing is ever fetched or expanded: a document type is passed over, and the only entities are
/// the five of XML itself and numbers of characters.
struct XMLScanner {
  enum Event: Hashable {
    case start(String)
    case end(String)
    case text(String)
    case finished
  }

  private static let deepest = 256

  let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private var lineStart = (place: 0, line: 1)
  private var open: [String] = []
  private var isClosing = false
  private var hasRoot = false
  /// Of the element that began last.
  private(set) var attributes: [String: String] = [:]

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(ExchangeError) {
    self.bytes = bytes
    self.file = file
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ExchangeError(
        .malformed, file: file, detail: "is in UTF-16", remedy: "save it as UTF-8")
    }
  }

  /// The line of the present place, from 1.
  mutating func line() -> Int {
    for byte in bytes[lineStart.place..<max(place, lineStart.place)] where byte == 10 {
      lineStart.line += 1
    }
    lineStart.place = max(place, lineStart.place)
    return lineStart.line
  }

  mutating func failure(_ detail: String) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, line: line(), detail: detail,
      remedy: "check that the file is whole and is XML")
  }

  /// What comes next. Names are without prefix; text of spaces alone is passed over.
  mutating func next() throws(ExchangeError) -> Event {
    if isClosing {
      isClosing = false
      return .end(open.removeLast())
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        if let text = try text() { return .text(text) }
        continue
      }
      if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        let start = place + 9
        try skip(past: "]]>")
        return .text(try string(start, place - 3))
      } else if starts(with: "<?") {
        try skip(past: "?>")
      } else if starts(with: "<!") {
        try skipDocumentType()
      } else if starts(with: "</") {
        return try endTag()
      } else {
        return try startTag()
      }
    }
    if let name = open.last { throw failure("ends inside the element <\(name)>") }
    guard hasRoot else { throw failure(bytes.isEmpty ? "is empty" : "holds no element") }
    return .finished
  }

  // MARK: - Parts

  private func starts(with text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private mutating func skip(past text: StaticString) throws(ExchangeError) {
    let start = place
    while place < bytes.count {
      if starts(with: text) {
        place += text.utf8CodeUnitCount
        return
      }
      place += 1
    }
    place = start
    throw failure("something is opened here and never closed")
  }

  private mutating func skipDocumentType() throws(ExchangeError) {
    let start = place
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 {
          place += 1
          return
        }
      default: break
      }
      place += 1
    }
    place = start
    throw failure("something is opened here and never closed")
  }

  private mutating func startTag() throws(ExchangeError) -> Event {
    place += 1
    let name = try name()
    guard open.count < XMLScanner.deepest else { throw failure("is nested too deeply") }
    guard !open.isEmpty || !hasRoot else { throw failure("goes on after its end") }
    hasRoot = true
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      guard place < bytes.count else { throw failure("ends inside the element <\(name)>") }
      if bytes[place] == UInt8(ascii: ">") || starts(with: "/>") { break }
      let key = try self.name()
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        throw failure("the attribute \(key) has no value")
      }
      place += 1
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == 39 else {
        throw failure("the value of the attribute \(key) is not in quotation marks")
      }
      let mark = bytes[place]
      let start = place + 1
      place = start
      while place < bytes.count, bytes[place] != mark { place += 1 }
      guard place < bytes.count else {
        place = start
        throw failure("a quotation mark is opened and never closed")
      }
      attributes[key] = try expanded(start, place)
      place += 1
    }
    isClosing = bytes[place] == UInt8(ascii: "/")
    place += isClosing ? 2 : 1
    open.append(name)
    return .start(name)
  }

  private mutating func endTag() throws(ExchangeError) -> Event {
    place += 2
    let name = try name()
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">"), open.last == name else {
      throw failure("</\(name)> closes what is not open")
    }
    place += 1
    open.removeLast()
    return .end(name)
  }

  private mutating func name() throws(ExchangeError) -> String {
    var start = place
    let first = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte <= 32 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
      {
        break
      }
      if byte == UInt8(ascii: ":") { start = place + 1 }
      place += 1
    }
    guard place > first else { throw failure("a name is missing") }
    return try string(start, place)
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 32 { place += 1 }
  }

  private mutating func text() throws(ExchangeError) -> String? {
    let start = place
    var isSpace = true
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] > 32 { isSpace = false }
      place += 1
    }
    if isSpace { return nil }
    guard !open.isEmpty else { throw failure("text stands outside of the document's element") }
    return try expanded(start, place)
  }

  private mutating func string(_ start: Int, _ end: Int) throws(ExchangeError) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let text = String(validating: raw, as: UTF8.self) else {
      throw failure("is not text in UTF-8")
    }
    return text
  }

  private mutating func expanded(_ start: Int, _ end: Int) throws(ExchangeError) -> String {
    let text = try string(start, end)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    for (number, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      if number == 0 {
        result += part
        continue
      }
      guard let semicolon = part.firstIndex(of: ";"),
        let character = XMLScanner.character(part[..<semicolon])
      else { throw failure("'&\(part.prefix(12))' is no entity that is known here") }
      result.unicodeScalars.append(character)
      result += part[part.index(after: semicolon)...]
    }
    return result
  }

  private static func character(_ entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return nil }
      let digits = entity.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}
