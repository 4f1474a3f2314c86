/// A stretch of a file that is being read, as bytes.
typealias FileText = UnsafeRawBufferPointer

extension FileText {
  static var none: FileText { FileText(start: nil, count: 0) }

  @inline(__always)
  static func == (text: FileText, word: StaticString) -> Bool {
    text.count == word.utf8CodeUnitCount
      && text.indices.allSatisfy { text[$0] == word.utf8Start[$0] }
  }

  @inline(__always)
  static func ~= (word: StaticString, text: FileText) -> Bool { text == word }

  /// Whether the text is a word of ASCII letters, in whatever case.
  @inline(__always)
  func isWord(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && indices.allSatisfy { self[$0] | 0x20 == word.utf8Start[$0] }
  }

  /// Without the spaces and control characters at both ends.
  var trimmed: FileText {
    let start = firstIndex { $0 > 32 } ?? endIndex
    let end = lastIndex { $0 > 32 }.map { $0 + 1 } ?? start
    return FileText(rebasing: self[start..<end])
  }

  /// For messages: the beginning.
  var shown: String {
    let text = String(decoding: prefix(200), as: UTF8.self)
    return text.prefix(40) + (text.count > 40 ? "..." : "")
  }
}

/// The bytes of a file in UTF-8 and how far they were read. Escapes are replaced in place, where
/// what they stand for always has room.
struct FileTextScanner {
  let file: String
  /// What the user is to check when the file does not follow its format.
  private let remedy: String
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Where reading goes on.
  var place: Int
  /// The lines up to where they were last asked for.
  private var lines = (place: 0, count: 1)

  /// - Throws: `ExchangeError` if the bytes are not UTF-8.
  init(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, file: String, remedy: String
  ) throws(ExchangeError) {
    self.bytes = bytes
    self.file = file
    self.remedy = remedy
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ExchangeError(
        .malformed, file: file, detail: "is in UTF-16", remedy: "save it as UTF-8")
    }
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
      _ = try UTF8Span(validating: UnsafeBufferPointer(bytes).span)
    } catch {
      place = error.byteOffsets.lowerBound
      throw failure("is not text in UTF-8")
    }
  }

  var count: Int {
    @inline(__always) get { bytes.count }
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 {
    get { bytes[place] }
    nonmutating set { bytes[place] = newValue }
  }

  @inline(__always)
  func text(_ start: Int, _ end: Int) -> FileText {
    FileText(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// The line of the present place, from 1. What was counted once is not looked at again, so that
  /// it may be altered.
  mutating func line() -> Int {
    let end = min(place, count)
    while lines.place + 8 <= end {
      // Eight bytes at once: a byte of `found` counts those in its place, 31 of them at most.
      let part = min(end, lines.place + 248)
      var found: UInt64 = 0
      while lines.place + 8 <= part {
        let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
          fromByteOffset: lines.place, as: UInt64.self)
        let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        found &+= ~((other & low) &+ low | other | low) >> 7
        lines.place += 8
      }
      lines.count += Int((found &* 0x0101_0101_0101_0101) >> 56)
    }
    while lines.place < end {
      if bytes[lines.place] == 10 { lines.count += 1 }
      lines.place += 1
    }
    return lines.count
  }

  mutating func failure(_ detail: String) -> ExchangeError {
    ExchangeError(.malformed, file: file, line: line(), detail: detail, remedy: remedy)
  }

  /// Whether a text stands at the present place.
  @inline(__always)
  func starts(with text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Writes a text over what was read already, from `place` on; the place after it.
  func write(_ text: String.UTF8View, at place: Int) -> Int {
    var place = place
    for byte in text {
      bytes[place] = byte
      place += 1
    }
    return place
  }

  /// Brings two stretches together in place; the second comes after the first.
  mutating func joined(_ first: FileText, _ second: FileText) -> FileText {
    guard let from = first.baseAddress, let base = bytes.baseAddress, !first.isEmpty else {
      return second
    }
    _ = line()
    let start = from - UnsafeRawPointer(base)
    for (offset, byte) in second.enumerated() { bytes[start + first.count + offset] = byte }
    return text(start, start + first.count + second.count)
  }
}
