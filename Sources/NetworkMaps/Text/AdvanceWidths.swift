import Graphviz

/// Widths of text in Helvetica, which Arial and Liberation Sans share.
///
/// Measured by table, so that a map does not depend on the fonts of the machine that draws it.
enum AdvanceWidths {
  /// The width of `text` in points at font size `size`.
  static func width(of text: PlainText, size: Double, isBold: Bool = false) -> Double {
    var total = 0
    for scalar in text.value.unicodeScalars { total += width(of: scalar, isBold: isBold) }
    return Double(total) * size / 1000
  }

  /// The advance of one character in thousandths of the font size.
  static func width(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let code = Int(scalar.value)
    if (0x20...0x7E).contains(code) { return (isBold ? bold : regular)[code - 0x20] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch code {
    // East Asian scripts and pictures fill the square.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x20000...0x3FFFD:
      return 1000
    case 0x1F000...0x1FAFF: return 1250
    case 0x2010...0x2027: return code == 0x2014 || code == 0x2026 ? 1000 : 556
    default: break
    }
    // Elsewhere an upper bound of what is common: labels had better be narrower than their room.
    let isUpper = scalar.properties.isUppercase
    if code < 0x250 { return isUpper ? 740 : isBold ? 611 : 556 }
    if code < 0x530 { return isUpper ? 780 : 640 }
    return 700
  }

  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
