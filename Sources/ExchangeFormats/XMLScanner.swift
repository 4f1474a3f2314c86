/// Reads XML step by step: elements, attributes and text, which is all that graph files use.
///
/// Nothing is ever fetched or expanded: a document type is passed over, and the only entities are
/// the five of XML itself and numbers of characters. What the scanner gives out holds until the
/// next ``mark()``.
struct XMLScanner: ~Copyable {
  enum Event {
    case start(FileText)
    case end
    case text
    case finished
  }

  struct Attribute {
    var name: FileText
    var value: FileText
    /// What the value stands between.
    var quotationMark: UInt8
  }

  /// A place to which the scanner can return.
  struct Mark {
    fileprivate var place: Int
    fileprivate var depth: Int
    fileprivate var isClosing: Bool
    fileprivate var hasRoot: Bool
  }

  private enum Part {
    case start(FileText)
    case end
    case text(FileText, hasEntities: Bool)
    case finished
  }

  private static let deepest = 256

  var window: TextWindow
  private var arena = TextArena()
  /// The names of the elements that are open, one after the other, and where each begins.
  private var openNames: [UInt8] = []
  private var openStarts: [Int] = []
  /// Whether the element that began last has ended with its start.
  private var isClosing = false
  private var hasRoot = false
  /// Of the element that began last.
  private(set) var attributes: [Attribute] = []
  /// Where the element that began last begins.
  private(set) var tagPlace = 0

  init(_ window: consuming TextWindow) { self.window = window }

  static let remedy = "check that the file is whole and is XML"

  /// How many elements are open.
  var depth: Int { openStarts.count }

  /// Whether what comes next stands in an element, and after whole ones.
  var isBetweenElements: Bool { !isClosing && depth > 0 }

  /// The value of an attribute of the element that began last.
  @inline(__always)
  func attribute(_ name: StaticString) -> FileText? {
    attributes.last { $0.name == name }?.value
  }

  /// The present place, from which a unit is to be read; what was given out before is gone.
  mutating func mark() -> Mark {
    arena.removeAll()
    return Mark(place: window.place, depth: depth, isClosing: isClosing, hasRoot: hasRoot)
  }

  /// Whether a unit failed because memory ended within it. Then more was brought in, and the unit
  /// is to be read again.
  mutating func goOn(from mark: Mark) throws(ExchangeError) -> Bool {
    guard try window.bringMore(from: mark.place) else { return false }
    while depth > mark.depth { closeElement() }
    isClosing = mark.isClosing
    hasRoot = mark.hasRoot
    return true
  }

  /// What comes next. Names are without prefix; text of spaces alone is passed over.
  mutating func next() throws(ExchangeError) -> Event {
    switch try nextPart() {
    case .start(let name): return .start(name)
    case .end: return .end
    case .finished: return .finished
    case .text(let text, let hasEntities):
      if hasEntities { _ = try XMLEntities.append(text, to: .none, &arena, &window) }
      return .text
    }
  }

  private mutating func nextPart() throws(ExchangeError) -> Part {
    if isClosing {
      isClosing = false
      closeElement()
      return .end
    }
    while window.place < window.count {
      guard window[window.place] == UInt8(ascii: "<") else {
        if let text = try text() { return text }
        continue
      }
      if window.place + 9 > window.count { try window.checkEnd() }
      switch window.place + 1 < window.count ? window[window.place + 1] : 0 {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"): try skip(past: "?>")
      case UInt8(ascii: "!"):
        if window.starts(with: "<!--") {
          try skip(past: "-->")
        } else if window.starts(with: "<![CDATA[") {
          let start = window.place + 9
          try skip(past: "]]>")
          return .text(
            window.text(start, max(start, window.place - 3)), hasEntities: false)
        } else {
          try skipDocumentType()
        }
      default: return try startTag()
      }
    }
    try window.checkEnd()
    if depth > 0 { throw unfinished(openName) }
    guard hasRoot else {
      throw window.failure(window.count == 0 ? "is empty" : "holds no element")
    }
    return .finished
  }

  /// The text up to the end of the element that began last, that of elements inside included.
  mutating func wholeText() throws(ExchangeError) -> FileText {
    if !isClosing, let text = try plainText() { return text }
    var whole = FileText.none
    let depth = depth
    while true {
      switch try nextPart() {
      case .text(let part, hasEntities: true):
        whole = try XMLEntities.append(part, to: whole, &arena, &window)
      case .text(let part, hasEntities: false):
        if whole.isEmpty {
          whole = part
        } else {
          whole = try arena.append(to: whole, upTo: part.count) { place in
            UnsafeMutableRawBufferPointer(start: place, count: part.count).copyMemory(from: part)
            return part.count
          }
        }
      case .start: break
      case .end: if self.depth < depth { return whole }
      case .finished: return whole
      }
    }
  }

  /// Text between two tags that stands in the file as it is.
  @inline(__always)
  private mutating func plainText() throws(ExchangeError) -> FileText? {
    let start = window.place
    let end = window.first(of: UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: start)
    guard end + 1 < window.count, window[end + 1] == UInt8(ascii: "/"),
      window[end] == UInt8(ascii: "<"), end == start || window[start] > 32
    else { return nil }
    window.place = end
    try readEndTag()
    return window.text(start, end)
  }

  // MARK: - Parts

  private mutating func skip(past text: StaticString) throws(ExchangeError) {
    let start = window.place
    let first = text.utf8Start[0]
    while true {
      window.place = window.first(of: first, or: first, from: window.place)
      if window.starts(with: text) {
        window.place += text.utf8CodeUnitCount
        return
      }
      guard window.place < window.count else { throw unclosed(start) }
      window.place += 1
    }
  }

  private mutating func skipDocumentType() throws(ExchangeError) {
    let start = window.place
    var depth = 0
    while window.place < window.count {
      switch window[window.place] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 {
          window.place += 1
          return
        }
      default: break
      }
      window.place += 1
    }
    throw unclosed(start)
  }

  private mutating func startTag() throws(ExchangeError) -> Part {
    tagPlace = window.place
    window.place += 1
    let name = try name()
    guard depth < XMLScanner.deepest else { throw window.failure("is nested too deeply") }
    guard depth > 0 || !hasRoot else { throw window.failure("goes on after its end") }
    attributes.removeAll(keepingCapacity: true)
    while true {
      window.skipSpace()
      guard window.place < window.count else { throw unfinished(name) }
      if window[window.place] == UInt8(ascii: ">") { break }
      if window[window.place] == UInt8(ascii: "/") {
        guard window.place + 1 < window.count else { throw window.cutOff("a name is missing") }
        if window[window.place + 1] == UInt8(ascii: ">") { break }
      }
      try readAttribute()
    }
    hasRoot = true
    isClosing = window[window.place] == UInt8(ascii: "/")
    window.place += isClosing ? 2 : 1
    openStarts.append(openNames.count)
    openNames.append(contentsOf: name)
    return .start(name)
  }

  private mutating func readAttribute() throws(ExchangeError) {
    let name = try name()
    window.skipSpace()
    guard window.place < window.count else { throw window.cutOff(valueless(name)) }
    guard window[window.place] == UInt8(ascii: "=") else { throw window.failure(valueless(name)) }
    window.place += 1
    window.skipSpace()
    guard window.place < window.count else { throw window.cutOff(bare(name)) }
    let mark = window[window.place]
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      throw window.failure(bare(name))
    }
    let start = window.place + 1
    let entity = window.first(of: mark, or: UInt8(ascii: "&"), from: start)
    let end = window.first(of: mark, or: mark, from: entity)
    guard end < window.count else {
      window.place = start
      throw window.cutOff("a quotation mark is opened and never closed")
    }
    var value = window.text(start, end)
    window.place = end
    if entity < end { value = try XMLEntities.append(value, to: .none, &arena, &window) }
    attributes.append(Attribute(name: name, value: value, quotationMark: mark))
    window.place += 1
  }

  private mutating func readEndTag() throws(ExchangeError) {
    window.place += 2
    let name = try name()
    window.skipSpace()
    guard window.place < window.count else { throw window.cutOff(unopened(name)) }
    guard window[window.place] == UInt8(ascii: ">"), depth > 0,
      openName.withUnsafeBytes({ $0.elementsEqual(name) })
    else { throw window.failure(unopened(name)) }
    window.place += 1
    closeElement()
  }

  /// The name of the innermost element that is open.
  private var openName: ArraySlice<UInt8> { openNames[(openStarts.last ?? 0)...] }

  private mutating func closeElement() {
    openNames.removeSubrange((openStarts.popLast() ?? 0)...)
  }

  @inline(__always)
  private mutating func name() throws(ExchangeError) -> FileText {
    let first = window.place
    var start = first
    var place = first
    while place < window.count {
      let byte = window[place]
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
    window.place = place
    if place == window.count { try window.checkEnd() }
    guard place > first else { throw window.failure("a name is missing") }
    return window.text(start, place)
  }

  @inline(__always)
  private mutating func text() throws(ExchangeError) -> Part? {
    let start = window.place
    window.skipSpace()
    let isSpace = window.place == window.count || window[window.place] == UInt8(ascii: "<")
    let entity = window.first(of: UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: window.place)
    let end = window.first(of: UInt8(ascii: "<"), or: UInt8(ascii: "<"), from: entity)
    window.place = end
    if end == window.count { try window.checkEnd() }
    if isSpace { return nil }
    guard depth > 0 else {
      throw window.failure("text stands outside of the document's element")
    }
    return .text(window.text(start, end), hasEntities: entity < end)
  }

  // MARK: - Errors

  private func valueless(_ name: FileText) -> String {
    "the attribute \(name.shown) has no value"
  }

  private func bare(_ name: FileText) -> String {
    "the value of the attribute \(name.shown) is not in quotation marks"
  }

  private func unopened(_ name: FileText) -> String { "</\(name.shown)> closes what is not open" }

  private mutating func unclosed(_ start: Int) -> ExchangeError {
    window.place = start
    return window.cutOff("something is opened here and never closed")
  }

  private mutating func unfinished(_ name: FileText) -> ExchangeError {
    window.cutOff("ends inside the element <\(name.shown)>")
  }

  private mutating func unfinished(_ name: ArraySlice<UInt8>) -> ExchangeError {
    name.withUnsafeBytes { unfinished($0) }
  }
}
