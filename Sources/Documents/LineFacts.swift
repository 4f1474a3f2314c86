/// What can be seen of a line without knowing its neighbours.
struct LineFacts {
  var words = 0
  /// Words that begin with a capital.
  var capitalisedWords = 0
  /// Scalars.
  var length = 0
  var hasLetters = false
  var hasLowercase = false
  var startsLowercase = false
  /// Whether it ends with a full stop, a question or exclamation mark or three dots, perhaps
  /// inside a closing quotation mark or bracket.
  var endsSentence = false
  /// Bytes of the bullet or number at its beginning, with the space after it.
  var bullet = 0

  /// Letters, and all of them capitals.
  var isAllCapitals: Bool { hasLetters && !hasLowercase }

  /// Complexity: linear in the length of the line.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      var atWordStart = true
      var isFirstLetter = true
      while index < range.upperBound {
        let (scalar, width) = decodeScalar(buffer, index)
        length += 1
        if scalar == 0x20 {
          atWordStart = true
        } else {
          let letter = LetterCase(scalar)
          if atWordStart {
            words += 1
            if letter == .upper { capitalisedWords += 1 }
            // An opening quotation mark or bracket is passed over.
            atWordStart = letter == .none && Self.opens(scalar)
          }
          if letter != .none {
            hasLetters = true
            if letter == .lower { hasLowercase = true }
            if isFirstLetter {
              startsLowercase = letter == .lower && index == range.lowerBound
              isFirstLetter = false
            }
          }
        }
        index += width
      }
      endsSentence = Self.endsSentence(buffer, range)
      bullet = Self.bullet(buffer, range)
    }
  }

  private static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018...0x201F, 0x2039: true
    default: false
    }
  }

  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool
  {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      switch decodeScalar(bytes, start).0 {
      case 0x2E, 0x21, 0x3F, 0x2026: return true
      case 0x20, 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2018...0x201F, 0x203A: end = start
      default: return false
      }
    }
    return false
  }

  /// "* ", "• ", "– ", "1. ", "2) ", "(c) ".
  private static func bullet(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count >= 3 else { return 0 }
    let start = range.lowerBound
    let (scalar, width) = decodeScalar(bytes, start)
    switch scalar {
    case 0x2A, 0x2B, 0x2D, 0xB7, 0x2012...0x2014, 0x2022, 0x2023, 0x2043, 0x25A0, 0x25AA, 0x25AB,
      0x25B6, 0x25CF, 0x25E6, 0x2756:
      return bytes[start + width] == 0x20 ? width + 1 : 0
    default: break
    }
    var index = start
    let isOpen = bytes[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let first = index
    while index < range.upperBound, index - first < 2, isDigitByte(bytes[index]) { index += 1 }
    if index == first, isLowercaseByte(bytes[index]) { index += 1 }
    guard index > first, index + 1 < range.upperBound else { return 0 }
    let closes =
      bytes[index] == UInt8(ascii: ")")
      || !isOpen && bytes[index] == UInt8(ascii: ".") && isDigitByte(bytes[first])
    return closes && bytes[index + 1] == 0x20 ? index + 2 - start : 0
  }
}

/// Whether a scalar is a capital, another letter, or none.
enum LetterCase {
  case upper
  case lower
  case none

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A: self = .upper
    case 0x61...0x7A: self = .lower
    case 0..<0x80, 0x2000..<0x2100: self = .none
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else {
        self = .none
        return
      }
      if properties.isUppercase {
        self = .upper
      } else {
        self = properties.isAlphabetic ? .lower : .none
      }
    }
  }
}
