/// Reads XML step by step: elements, attributes and text, which is all that graph files use.
///
/// Nothing is ever fetched or expanded: a document type is passed over, and the only entities are
/// the five of XML itself and numbers of characters, which are replaced in place.
struct XMLScanner {
  enum Event {
    case start(FileText)
    case end(FileText)
    case text(FileText)
    case finished
  }

  private static let deepest = 256

  private var bytes: FileTextScanner
  private var open: [FileText] = []
  private var isClosing = false
  private var hasRoot = false
  private var attributes: [(name: FileText, value: FileText)] = []

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, file: String) throws(ExchangeError) {
    self.bytes = try FileTextScanner(
      bytes, file: file, remedy: "check that the file is whole and is XML")
  }

  /// The value of an attribute of the element that began last.
  @inline(__always)
  func attribute(_ name: StaticString) -> FileText? {
    attributes.last { $0.name == name }?.value
  }

  /// The line of the present place, from 1.
  mutating func line() -> Int { bytes.line() }

  /// What comes next. Names are without prefix; text of spaces alone is passed over.
  mutating func next() throws(ExchangeError) -> Event {
    if isClosing {
      isClosing = false
      return .end(open.removeLast())
    }
    while bytes.place < bytes.count {
      guard bytes[bytes.place] == UInt8(ascii: "<") else {
        if let text = try text() { return .text(text) }
        continue
      }
      switch bytes.place + 1 < bytes.count ? bytes[bytes.place + 1] : 0 {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "?"): try skip(past: "?>")
      case UInt8(ascii: "!"):
        if bytes.starts(with: "<!--") {
          try skip(past: "-->")
        } else if bytes.starts(with: "<![CDATA[") {
          let start = bytes.place + 9
          try skip(past: "]]>")
          return .text(bytes.text(start, max(start, bytes.place - 3)))
        } else {
          try skipDocumentType()
        }
      default: return try startTag()
      }
    }
    if let name = open.last { throw unfinished(name) }
    guard hasRoot else { throw bytes.failure(bytes.count == 0 ? "is empty" : "holds no element") }
    return .finished
  }

  /// The text up to the end of the element that began last, that of elements inside included.
  mutating func wholeText() throws(ExchangeError) -> FileText {
    var whole = FileText.none
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .text(let part): whole = bytes.joined(whole, part)
      case .start: depth += 1
      case .end: depth -= 1
      case .finished: return whole
      }
    }
    return whole
  }

  // MARK: - Parts

  private mutating func skip(past text: StaticString) throws(ExchangeError) {
    let start = bytes.place
    while bytes.place < bytes.count {
      if bytes.starts(with: text) {
        bytes.place += text.utf8CodeUnitCount
        return
      }
      bytes.place += 1
    }
    throw unclosed(start)
  }

  private mutating func skipDocumentType() throws(ExchangeError) {
    let start = bytes.place
    var depth = 0
    while bytes.place < bytes.count {
      switch bytes[bytes.place] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 {
          bytes.place += 1
          return
        }
      default: break
      }
      bytes.place += 1
    }
    throw unclosed(start)
  }

  private mutating func startTag() throws(ExchangeError) -> Event {
    bytes.place += 1
    let name = try name()
    guard open.count < XMLScanner.deepest else { throw bytes.failure("is nested too deeply") }
    guard !open.isEmpty || !hasRoot else { throw bytes.failure("goes on after its end") }
    hasRoot = true
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      guard bytes.place < bytes.count else { throw unfinished(name) }
      if bytes[bytes.place] == UInt8(ascii: ">") || bytes.starts(with: "/>") { break }
      try readAttribute()
    }
    isClosing = bytes[bytes.place] == UInt8(ascii: "/")
    bytes.place += isClosing ? 2 : 1
    open.append(name)
    return .start(name)
  }

  @inline(__always)
  private mutating func readAttribute() throws(ExchangeError) {
    let name = try name()
    skipSpace()
    guard bytes.place < bytes.count, bytes[bytes.place] == UInt8(ascii: "=") else {
      throw bytes.failure("the attribute \(name.shown) has no value")
    }
    bytes.place += 1
    skipSpace()
    let mark = bytes.place < bytes.count ? bytes[bytes.place] : 0
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      throw bytes.failure("the value of the attribute \(name.shown) is not in quotation marks")
    }
    let start = bytes.place + 1
    var place = start
    var hasEntities = false
    while place < bytes.count, bytes[place] != mark {
      if bytes[place] == UInt8(ascii: "&") { hasEntities = true }
      place += 1
    }
    bytes.place = place
    guard place < bytes.count else {
      bytes.place = start
      throw bytes.failure("a quotation mark is opened and never closed")
    }
    attributes.append(
      (name, hasEntities ? try expanded(start, place) : bytes.text(start, place)))
    bytes.place += 1
  }

  private mutating func endTag() throws(ExchangeError) -> Event {
    bytes.place += 2
    let name = try name()
    skipSpace()
    guard bytes.place < bytes.count, bytes[bytes.place] == UInt8(ascii: ">"),
      let last = open.last, last.count == name.count, last.elementsEqual(name)
    else { throw bytes.failure("</\(name.shown)> closes what is not open") }
    bytes.place += 1
    open.removeLast()
    return .end(name)
  }

  @inline(__always)
  private mutating func name() throws(ExchangeError) -> FileText {
    let first = bytes.place
    var start = first
    var place = first
    while place < bytes.count {
      let byte = bytes[place]
      // Letters are none of them.
      if byte < 64 {
        if byte <= 32 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
          || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
        {
          break
        }
        if byte == UInt8(ascii: ":") { start = place + 1 }
      }
      place += 1
    }
    bytes.place = place
    guard place > first else { throw bytes.failure("a name is missing") }
    return bytes.text(start, place)
  }

  @inline(__always)
  private mutating func skipSpace() {
    while bytes.place < bytes.count, bytes[bytes.place] <= 32 { bytes.place += 1 }
  }

  @inline(__always)
  private mutating func text() throws(ExchangeError) -> FileText? {
    let start = bytes.place
    var place = start
    var isSpace = true
    var hasEntities = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] > 32 { isSpace = false }
      if bytes[place] == UInt8(ascii: "&") { hasEntities = true }
      place += 1
    }
    bytes.place = place
    if isSpace { return nil }
    guard !open.isEmpty else {
      throw bytes.failure("text stands outside of the document's element")
    }
    return hasEntities ? try expanded(start, place) : bytes.text(start, place)
  }

  // MARK: - Entities

  @inline(never)
  private mutating func expanded(_ start: Int, _ end: Int) throws(ExchangeError) -> FileText {
    // The lines are counted before anything changes.
    _ = bytes.line()
    var (read, write) = (start, start)
    while read < end {
      guard bytes[read] == UInt8(ascii: "&") else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
        continue
      }
      var semicolon = read
      while semicolon < end, bytes[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
      guard semicolon < end, semicolon - read < 20,
        let character = XMLScanner.character(
          String(decoding: bytes.text(read + 1, semicolon), as: UTF8.self))
      else {
        let shown = String(decoding: bytes.text(read, min(end, read + 13)), as: UTF8.self)
        throw bytes.failure("'\(shown)' is no entity that is known here")
      }
      write = bytes.write(String(character).utf8, at: write)
      read = semicolon + 1
    }
    return bytes.text(start, write)
  }

  private static func character(_ entity: String) -> Unicode.Scalar? {
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

  // MARK: - Errors

  private mutating func unclosed(_ start: Int) -> ExchangeError {
    bytes.place = start
    return bytes.failure("something is opened here and never closed")
  }

  private mutating func unfinished(_ name: FileText) -> ExchangeError {
    bytes.failure("ends inside the element <\(name.shown)>")
  }
}
