/// How many columns of a terminal a text takes up, and texts cut or filled to a width.
///
/// Letters of East Asian scripts and emoji take two columns, marks that sit on a letter none
/// (Unicode Standard Annex 11, to the precision of blocks).
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The text with spaces added to reach the width, on the right or on the left.
  static func padded(_ text: String, to width: Int, onLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return onLeft ? space + text : text + space
  }

  /// The beginning of a text that is wider than `width`, with an ellipsis.
  static func shortened(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += of(scalar)
      guard used <= width else { break }
      result.append(scalar)
    }
    while let last = result.last, last == " " { result.removeLast() }
    return String(result) + "…"
  }

  /// One line, without what would move the cursor or turn the direction of the text.
  static func harmless(_ text: String) -> String {
    let isHarmless = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isHarmless else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        result.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : "\u{FFFD}")
      // Joiners shape letters of Persian and Indian scripts; the other formats reorder text.
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
