/// A file's text as UTF-8, without its byte order mark.
struct DecodedText: Sendable {
  /// What had to be done to read it as text.
  enum Remark: Hashable, Sendable {
    /// Bytes that were no UTF-8 were replaced by U+FFFD, so often.
    case repaired(Int)
    /// Not UTF-8, and every byte makes sense as Windows-1252.
    case windows1252
  }

  var utf8: [UInt8]
  var remark: Remark?

  /// Decodes a file: by its byte order mark, as UTF-8, as Windows-1252 when it is that, otherwise
  /// as UTF-8 with U+FFFD for what is not.
  ///
  /// Returns `nil` when the bytes are no text. Complexity: linear.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), bigEndian: true)
    } else if let bigEndian = Self.unmarkedUTF16(bytes) {
      self.init(utf16: bytes[...], bigEndian: bigEndian)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: Array(bytes[3...]), isMarked: true)
    } else {
      self.init(utf8: bytes, isMarked: false)
    }
  }

  private init?(utf8 bytes: [UInt8], isMarked: Bool) {
    guard !Self.isBinary(bytes) else { return nil }
    let (invalid, multibyte) = Self.invalidSequences(bytes)
    if invalid == 0 {
      utf8 = bytes
    } else if !isMarked, multibyte <= invalid / 8, Windows1252.fits(bytes) {
      utf8 = Windows1252.decode(bytes)
      remark = .windows1252
    } else {
      utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
      remark = .repaired(invalid)
    }
  }

  private init?(utf16 bytes: ArraySlice<UInt8>, bigEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? a << 8 | b : b << 8 | a)
      index += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    let damaged = Self.unpairedSurrogates(units) + (bytes.count % 2)
    remark = damaged > 0 ? .repaired(damaged) : nil
    guard !Self.isBinary(utf8) else { return nil }
  }

  private static func unpairedSurrogates(_ units: [UInt16]) -> Int {
    var count = 0
    var index = 0
    while index < units.count {
      if units[index] & 0xFC00 == 0xD800, index + 1 < units.count,
        units[index + 1] & 0xFC00 == 0xDC00
      {
        index += 1
      } else if units[index] & 0xF800 == 0xD800 {
        count += 1
      }
      index += 1
    }
    return count
  }

  /// Whether the bytes are mostly Latin text in UTF-16 without a mark: every other byte is zero.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 8, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = sample.count / 2
    if zeros[0] == 0, zeros[1] * 10 >= half * 9 { return false }
    if zeros[1] == 0, zeros[0] * 10 >= half * 9 { return true }
    return nil
  }

  /// Whether the bytes are no text: a NUL, or more than one control character in twenty.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes where byte < 32 || byte == 127 {
      if byte == 0 { return true }
      // Tab to carriage return, escape of terminal colours, and the end-of-file mark of old disks.
      if !(9...13).contains(byte), byte != 27, byte != 26 { controls += 1 }
    }
    return controls * 20 > bytes.count
  }

  /// How many ill-formed sequences there are, and how many well-formed ones of several bytes.
  private static func invalidSequences(_ bytes: [UInt8]) -> (invalid: Int, multibyte: Int) {
    var invalid = 0
    var multibyte = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let length = lengthOfScalar(bytes, index)
      if length == 0 {
        invalid += 1
        index += 1
        while index < count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      } else {
        if length > 1 { multibyte += 1 }
        index += length
      }
    }
    return (invalid, multibyte)
  }

  /// The length of the well-formed scalar at a place, or 0 (Unicode, table 3-7).
  private static func lengthOfScalar(_ bytes: [UInt8], _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let (length, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0, index + length <= bytes.count, (low...high).contains(bytes[index + 1])
    else { return 0 }
    for next in 2..<max(length, 2) where bytes[index + next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
