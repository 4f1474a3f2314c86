/// What a character means to the tokeniser.
enum CharacterClass: UInt8 {
  case space
  case letter
  case digit
  /// Joins or divides, according to what stands around it.
  case period, apostrophe, hyphen, comma, colon, slash, ampersand, at, underscore
  /// A token of its own, together with its repetitions ("...", "--", "!!").
  case run
  /// A token of its own.
  case mark
  case currency

  /// Whether it can be part of the inside of a word.
  @inline(__always) var isAlphanumeric: Bool { self == .letter || self == .digit }
}

/// A character read from UTF-8: what it means and how many bytes it takes.
struct ClassifiedCharacter {
  let kind: CharacterClass
  let length: Int
}

/// Tells the classes of characters in UTF-8.
enum CharacterClasses {
  private static let ascii: [CharacterClass] = (UInt8(0)..<128).map { byte in
    switch UnicodeScalar(byte) {
    case "\0"..." ", "\u{7F}": .space
    case "0"..."9": .digit
    case "a"..."z", "A"..."Z": .letter
    case ".": .period
    case "'", "`": .apostrophe
    case "-": .hyphen
    case ",": .comma
    case ":": .colon
    case "/": .slash
    case "&": .ampersand
    case "@": .at
    case "_": .underscore
    case "$": .currency
    case "!", "?", "*", "=", "~", "#", "+", "<", ">", "|", "^": .run
    default: .mark
    }
  }

  /// The character that begins at `index`, which must be inside the text. Damaged UTF-8 is read as
  /// letters, byte by byte, so that no byte is lost.
  @inline(__always)
  static func character(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> ClassifiedCharacter {
    let byte = text[index]
    if byte < 128 { return ClassifiedCharacter(kind: ascii[Int(byte)], length: 1) }
    return beyondASCII(at: index, in: text)
  }

  private static func beyondASCII(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> ClassifiedCharacter {
    let first = text[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= text.count else {
      return ClassifiedCharacter(kind: .letter, length: 1)
    }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for place in 1..<length {
      let byte = text[index + place]
      guard byte & 0xC0 == 0x80 else { return ClassifiedCharacter(kind: .letter, length: 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return ClassifiedCharacter(kind: kind(of: scalar), length: length)
  }

  private static func kind(of scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x2019, 0x02BC, 0x2032: .apostrophe
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2026, 0x2212: .run
    case 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
      0xFEFF, 0x61C:
      .space
    case 0xA2...0xA5, 0x20A0...0x20CF: .currency
    case 0xA1, 0xA6...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7, 0xF7,
      0x2016...0x205E, 0x2190...0x23FF, 0x2500...0x27BF, 0x3001...0x3003, 0x3008...0x3020,
      0x60C, 0x61B, 0x61F, 0x6D4, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFC, 0xFFFD:
      .mark
    default: .letter
    }
  }
}
