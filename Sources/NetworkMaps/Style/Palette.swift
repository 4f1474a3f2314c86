import Graphviz

/// The colours of one theme: after Okabe and Ito, safe for colour-blind readers; every line has a
/// contrast of 3:1 or more on the paper, also where it lets others shine through.
struct Palette: Sendable {
  /// Fill and outline of a shape.
  struct Surface: Sendable {
    var fill: Colour
    var stroke: Colour

    init(_ fill: UInt32, _ stroke: UInt32) {
      self.fill = Colour(fill)
      self.stroke = Colour(stroke)
    }
  }

  let paper: Colour
  let ink: Colour
  let secondary: Colour
  let neutral: Surface

  let blue: Colour
  let green: Colour
  let purple: Colour
  let red: Colour
  let grey: Colour

  /// What changed between two periods.
  let new: Surface
  let gone: Colour
  /// Strong enough for small letters.
  let goneText: Colour
  let stronger: Colour
  let weaker: Colour
  let same: Colour

  /// Quiet fill and strong outline of the largest communities; the others share the neutral ones.
  let communities: [Surface]

  func community(_ number: Int?) -> Surface {
    guard let number, communities.indices.contains(number) else { return neutral }
    return communities[number]
  }

  /// How many communities have a colour of their own, in every theme.
  static let communityCount = 7
}

extension Palette {
  /// White paper.
  static let print = Palette(
    paper: Colour(0xFFFFFF), ink: Colour(0x1A1A1A), secondary: Colour(0x555555),
    neutral: Surface(0xF1F1F1, 0x767676), blue: Colour(0x0072B2), green: Colour(0x007F5C),
    purple: Colour(0xA0527F), red: Colour(0xC1121F), grey: Colour(0x555555),
    new: Surface(0xCFE6F5, 0x0072B2), gone: Colour(0xC85400), goneText: Colour(0xB34700),
    stronger: Colour(0x2C7FB0), weaker: Colour(0xA06A00), same: Colour(0x767676),
    communities: [
      Surface(0xF7DDA8, 0xA66E00), Surface(0xBFE0F5, 0x2C7FB0), Surface(0xCDEBDD, 0x00785A),
      Surface(0xEBCFE0, 0xA0527F), Surface(0xF3EFB3, 0x837A00), Surface(0xF8CDB8, 0xC04F00),
      Surface(0xC9D3EE, 0x4A5FA5),
    ])

  /// Nearly black, for slides and dark pages.
  static let dark = Palette(
    paper: Colour(0x14181F), ink: Colour(0xEDEFF2), secondary: Colour(0xB4BAC2),
    neutral: Surface(0x2A2F37, 0x969DA7), blue: Colour(0x4FB0F0), green: Colour(0x2FC69A),
    purple: Colour(0xD98BBB), red: Colour(0xFF6B6B), grey: Colour(0xA3A9B1),
    new: Surface(0x12354C, 0x56B4E9), gone: Colour(0xF0824A), goneText: Colour(0xFF9A66),
    stronger: Colour(0x7CC7F2), weaker: Colour(0xE0A030), same: Colour(0x8A919A),
    communities: [
      Surface(0x4A3610, 0xE0A030), Surface(0x12354C, 0x56B4E9), Surface(0x0F3F33, 0x2FBF95),
      Surface(0x47283B, 0xD98BBB), Surface(0x3F3C0C, 0xC9BE30), Surface(0x4C2613, 0xF0824A),
      Surface(0x27305A, 0x8FA3F0),
    ])
}
