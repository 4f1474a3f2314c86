import Graphviz
import PartnerNetwork
import Testing

@testable import NetworkMaps

@Suite struct ThemeTests {
  /// Relative luminance by WCAG 2.2.
  private func luminance(_ colour: UInt32) -> Double {
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(colour >> UInt32(shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The 2.4th power: the fifth root of the twelfth power, by Newton's method.
  private func power(_ base: Double) -> Double {
    let cubed = base * base * base
    let twelfth = cubed * cubed * cubed * cubed
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (root - twelfth / fourth) / 5
    }
    return root
  }

  private func contrast(_ one: Colour, on other: Colour, opacity: Double = 1) -> Double {
    var seen: UInt32 = 0
    for shift in [UInt32(16), 8, 0] {
      let front = Double(one.value >> shift & 255)
      let back = Double(other.value >> shift & 255)
      seen |= UInt32((front * opacity + back * (1 - opacity)).rounded()) << shift
    }
    let (a, b) = (luminance(seen), luminance(other.value))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// WCAG's own example: #777777 on white has 4.48, black on white 21.
  @Test func contrastIsThatOfWCAG() {
    #expect(abs(contrast(Colour(0x777777), on: Colour(0xFFFFFF)) - 4.48) < 0.01)
    #expect(abs(contrast(Colour(0), on: Colour(0xFFFFFF)) - 21) < 0.001)
  }

  /// 3:1 for graphics and 4.5:1 for text, by WCAG 2.2, on maps of all sizes.
  @Test(arguments: MapTheme.allCases) func everythingCanBeSeen(theme: MapTheme) {
    let palette = theme.palette
    for count in [10, 100, 1_000] {
      let scale = LineScale(entityCount: count, maximum: 1)
      for family in LineFamily.allCases {
        let colour = family.colour(in: palette)
        #expect(contrast(colour, on: palette.paper, opacity: scale.opacity) >= 3, "\(family)")
      }
      for style in ChangeStyle.allCases {
        let colour = style.pen(unit: 1, in: palette).colour
        #expect(
          contrast(colour, on: palette.paper, opacity: scale.changeOpacity) >= 3, "\(style)")
      }
    }
    let surfaces = palette.communities + [palette.neutral, palette.new]
    for surface in surfaces {
      #expect(contrast(surface.stroke, on: palette.paper) >= 3)
      #expect(contrast(palette.ink, on: surface.fill) >= 7)
      for text in [palette.new.stroke, palette.goneText] {
        #expect(contrast(text, on: palette.paper) >= 4.5)
      }
    }
    #expect(contrast(palette.secondary, on: palette.paper) >= 4.5)
    #expect(palette.communities.count == Palette.communityCount)
  }

  /// Every colour of a dark map is one of the dark palette: nothing is left white.
  @Test func nothingOfADarkMapIsWhite() throws {
    let network = Samples.network(25)
    let (before, after) = Samples.periods(Samples.evidence(25, seed: 1))
    let options = MapOptions(theme: .dark)
    let maps = try [
      NetworkMap(network, layout: .quick(network), options: options).render(as: .svg),
      DiffMap(
        NetworkDiff(before: before, after: after), layout: .quick(network), options: options
      ).render(as: .svg),
    ]
    for bytes in maps {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("#14181f"))
      for white in ["#ffffff", "#fff;", "\"white\"", "#1a1a1a", "\"black\""] {
        #expect(!text.contains(white), "\(white)")
      }
    }
  }
}
