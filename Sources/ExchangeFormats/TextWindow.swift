/// A file in UTF-8, a part of which stands in memory, and how far it was read.
///
/// What reads it goes from unit to unit: an element, a member of an object. Where memory ends within
/// a unit, more of the file is brought in and the unit is read again from its beginning, so that a
/// unit always stands in memory whole, however large, and nothing in memory is ever altered.
struct TextWindow: ~Copyable {
  /// Memory that is given back.
  private struct Block: ~Copyable {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ count: Int) { bytes = .allocate(byteCount: count, alignment: 16) }

    deinit { bytes.deallocate() }

    var base: UnsafePointer<UInt8> {
      UnsafePointer(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// How many bytes of a file stand in memory unless one unit takes more.
  static let blockSize = 1 << 20

  let file: String
  /// How many bytes the file has; 0 if it does not say.
  let size: Int
  /// What the user is to check when the file does not follow its format.
  private let remedy: String
  /// Where more comes from; `nil` if all of it was in memory from the start.
  private let source: FileBytes?
  /// Where in the file to go on, and where to end, if only a part of it is to be read.
  private var part: Range<Int>?
  private var memory: Block
  private var filled = 0
  private var hasEnded = false
  private var isBroken = false
  private var hasRunOut = false
  /// The line on which memory begins, and that of a place which was asked for.
  private var firstLine = 1
  private var known = (place: 0, line: 1)

  /// Where memory begins.
  private(set) var base: UnsafePointer<UInt8>
  /// How many bytes can be read, all of them whole characters of UTF-8.
  private(set) var count = 0
  /// Where reading goes on.
  var place = 0

  /// A file, of which `blockSize` bytes stand in memory at a time if its units are not larger.
  ///
  /// - Parameter part: Which bytes of it; none but its own first are looked at for an encoding.
  static func file(
    _ source: FileBytes, part: Range<Int>? = nil, blockSize: Int, remedy: String
  ) throws(ExchangeError) -> TextWindow {
    // The first block must hold the marks of encodings.
    var window = TextWindow(
      source, Block(max(blockSize, 4)), size: source.size, file: source.path, remedy: remedy)
    window.part = part
    try window.fill()
    try window.begin()
    return window
  }

  /// Bytes in memory, which must stay there.
  static func bytes(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, remedy: String
  ) throws(ExchangeError) -> TextWindow {
    var window = TextWindow(
      nil, Block(0), size: bytes.count, file: file, remedy: remedy)
    // No bytes may have no address; then none is ever looked at.
    if let start = bytes.baseAddress { window.base = start }
    window.filled = bytes.count
    window.hasEnded = true
    window.validate()
    try window.begin()
    return window
  }

  private init(
    _ source: FileBytes?, _ memory: consuming Block, size: Int, file: String,
    remedy: String
  ) {
    self.size = size
    self.file = file
    self.remedy = remedy
    base = memory.base
    self.memory = memory
    self.source = source
  }

  /// Whether nothing comes after what stands in memory.
  var isLast: Bool { hasEnded && !isBroken }

  /// Whether all was read.
  var isAtEnd: Bool { place >= count && isLast }

  private mutating func begin() throws(ExchangeError) {
    let bytes = UnsafeBufferPointer(start: base, count: filled)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ExchangeError(
        .malformed, file: file, detail: "is in UTF-16", remedy: "save it as UTF-8")
    }
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  // MARK: - Bringing in more

  /// Whether what was read from `start` on failed because memory ended there. Then more of the file
  /// was brought in, and the present place is that of `start`.
  mutating func bringMore(from start: Int) throws(ExchangeError) -> Bool {
    guard hasRunOut, !isLast else { return false }
    hasRunOut = false
    if isBroken {
      place = count
      throw failure("is not text in UTF-8")
    }
    firstLine = line(at: start)
    known = (0, firstLine)
    let kept = filled - start
    let rest = UnsafeRawBufferPointer(start: base + start, count: kept)
    if kept == memory.bytes.count {
      let larger = Block(2 * kept)
      larger.bytes.copyMemory(from: rest)
      memory = larger
      base = memory.base
    } else {
      memory.bytes.copyMemory(from: rest)
    }
    filled = kept
    count -= start
    place = 0
    try fill()
    return true
  }

  private mutating func fill() throws(ExchangeError) {
    let free = memory.bytes[filled...].prefix(part?.count ?? .max)
    let room = UnsafeMutableRawBufferPointer(rebasing: free)
    let more = try source?.read(into: room, at: part?.lowerBound) ?? 0
    part = part.map { $0.lowerBound + more..<$0.upperBound }
    hasEnded = more < room.count || part?.isEmpty ?? false
    filled += more
    validate()
  }

  /// Finds how far the bytes that came last are UTF-8.
  private mutating func validate() {
    let end = hasEnded ? filled : endOfCharacters()
    do {
      _ = try UTF8Span(
        validating: UnsafeBufferPointer(start: base + count, count: end - count).span)
      count = end
    } catch {
      count += error.byteOffsets.lowerBound
      isBroken = true
    }
  }

  /// The place before a character of which only the beginning stands in memory.
  private func endOfCharacters() -> Int {
    var place = filled
    while place > count, filled - place < 3 {
      place -= 1
      let byte = base[place]
      if byte & 0xC0 != 0x80 {
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return place + length > filled ? place : filled
      }
    }
    return filled
  }

  // MARK: - Reading

  @inline(__always)
  subscript(place: Int) -> UInt8 { base[place] }

  @inline(__always)
  func text(_ start: Int, _ end: Int) -> FileText {
    FileText(start: base + start, count: end - start)
  }

  /// Where a text begins that stands in memory; `nil` for one that stands elsewhere.
  func place(of text: FileText) -> Int? {
    guard let start = text.baseAddress else { return nil }
    let place = start - UnsafeRawPointer(base)
    return place >= 0 && place + text.count <= count ? place : nil
  }

  /// Whether a text stands at the present place.
  @inline(__always)
  func starts(with text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where base[place + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The place of the first of two bytes from `start` on; ``count`` if there is neither.
  @inline(__always)
  func first(of a: UInt8, or b: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= count {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let (x, y) = (word.littleEndian ^ UInt64(a) &* ones, word.littleEndian ^ UInt64(b) &* ones)
      // The lowest byte that is marked is exact, whatever borrows do to those above it.
      let marks = ((x &- ones) & ~x | (y &- ones) & ~y) & 0x8080_8080_8080_8080
      if marks != 0 { return place + marks.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < count, base[place] != a, base[place] != b { place += 1 }
    return place
  }

  /// Passes over spaces and control characters.
  @inline(__always)
  mutating func skipSpace() {
    while place < count, base[place] <= 32 { place += 1 }
  }

  // MARK: - Errors and lines

  /// An error where memory ends, which counts only if the file ends there.
  mutating func cutOff(_ detail: String) -> ExchangeError {
    hasRunOut = true
    return isLast ? failure(detail) : ExchangeError(.malformed, file: file, detail: detail)
  }

  /// Must be called where memory ends and so ends what was read, for all that is known.
  mutating func checkEnd() throws(ExchangeError) {
    if !isLast { throw cutOff("") }
  }

  mutating func failure(_ detail: String) -> ExchangeError {
    ExchangeError(.malformed, file: file, line: line(at: place), detail: detail, remedy: remedy)
  }

  /// The line of a place, from 1.
  mutating func line(at place: Int) -> Int {
    if place < known.place { known = (0, firstLine) }
    let end = min(place, count)
    while known.place + 8 <= end {
      // Eight bytes at once: a byte of `found` counts those in its place, 31 of them at most.
      let part = min(end, known.place + 248)
      var found: UInt64 = 0
      while known.place + 8 <= part {
        let word = UnsafeRawPointer(base).loadUnaligned(
          fromByteOffset: known.place, as: UInt64.self)
        let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        found &+= ~((other & low) &+ low | other | low) >> 7
        known.place += 8
      }
      known.line += Int((found &* 0x0101_0101_0101_0101) >> 56)
    }
    while known.place < end {
      if base[known.place] == 10 { known.line += 1 }
      known.place += 1
    }
    return known.line
  }
}
