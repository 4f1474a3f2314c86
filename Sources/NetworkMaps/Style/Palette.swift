import Graphviz

/// The colours of the house: after Okabe and Ito, safe for colour-blind readers; every line has a
/// contrast of 3:1 or more on white.
enum Palette {
  static let ink = Colour(0x1A1A1A)
  static let secondary = Colour(0x555555)
  static let neutralFill = Colour(0xF1F1F1)
  static let neutralStroke = Colour(0x767676)

  static let blue = Colour(0x0072B2)
  static let green = Colour(0x007F5C)
  static let purple = Colour(0xA0527F)
  static let red = Colour(0xC1121F)
  static let grey = Colour(0x555555)

  /// What changed between two periods.
  static let new = Colour(0x0072B2)
  static let newFill = Colour(0xCFE6F5)
  static let gone = Colour(0xD55E00)
  /// Dark enough for small letters.
  static let goneText = Colour(0xB34700)
  static let stronger = Colour(0x3A8FC4)
  static let weaker = Colour(0xB87A00)
  static let same = Colour(0x8A8A8A)

  /// Pale fill and strong outline of the largest communities; the others share the neutral ones.
  static let communities: [(fill: Colour, stroke: Colour)] = [
    (Colour(0xF7DDA8), Colour(0xA66E00)), (Colour(0xBFE0F5), Colour(0x2C7FB0)),
    (Colour(0xCDEBDD), Colour(0x00785A)), (Colour(0xEBCFE0), Colour(0xA0527F)),
    (Colour(0xF3EFB3), Colour(0x837A00)), (Colour(0xF8CDB8), Colour(0xC04F00)),
    (Colour(0xC9D3EE), Colour(0x4A5FA5)),
  ]

  static func community(_ number: Int?) -> (fill: Colour, stroke: Colour) {
    guard let number, communities.indices.contains(number) else {
      return (neutralFill, neutralStroke)
    }
    return communities[number]
  }
}
