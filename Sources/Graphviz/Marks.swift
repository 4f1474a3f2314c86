/// Text in or without a shape: some lines in one style, centred on a place or starting from it.
public struct Label: Hashable, Sendable {
  /// How lines stand to each other.
  public enum Alignment: Hashable, Sendable {
    case centred
    /// From the left edge of the mark.
    case leading
  }

  /// The lines from top to bottom.
  public var lines: [PlainText]
  /// The font size in points, 1...200.
  public let size: Double
  /// The colour of the letters.
  public var colour: Colour
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Where lines begin.
  public var alignment: Alignment

  /// Lines of text; a size out of range is brought to its nearer end.
  public init(
    _ lines: [PlainText], size: Double, colour: Colour, isBold: Bool = false,
    alignment: Alignment = .centred
  ) {
    self.lines = lines
    self.size = size.clamped(to: 1...200)
    self.colour = colour
    self.isBold = isBold
    self.alignment = alignment
  }

  /// The distance from one baseline to the next, as a multiple of the font size.
  public static let lineHeight = 1.2
}

/// How a line is broken.
public enum Dash: String, Hashable, Sendable, CaseIterable {
  case solid, dashed, dotted
}

/// The mark at the end of a line.
public enum Arrow: String, Hashable, Sendable, CaseIterable {
  case none, normal, empty, tee, vee
  case openDiamond = "odiamond"
  case openDot = "odot"

  /// The length in points at size 1, along the line.
  public var length: Double {
    switch self {
    case .none: 0
    case .normal, .empty, .vee: 10
    case .tee: 2.5
    case .openDiamond: 12
    case .openDot: 8
    }
  }
}

/// A pen: colour, width and dash of a line or an outline.
public struct Pen: Hashable, Sendable {
  /// The colour of the line.
  public var colour: Colour
  /// The width in points, 0.05...50.
  public let width: Double
  /// How the line is broken.
  public var dash: Dash

  /// A pen; a width out of range is brought to its nearer end.
  public init(_ colour: Colour, width: Double, dash: Dash = .solid) {
    self.colour = colour
    self.width = width.clamped(to: 0.05...50)
    self.dash = dash
  }

  /// The lengths of dash and gap in SVG: broad lines need longer ones to be seen.
  var pattern: String? {
    let unit = max(width, 0.8)
    return switch dash {
    case .solid: nil
    case .dashed: "\(fixed(3.2 * unit + 2)),\(fixed(1.8 * unit + 1.5))"
    case .dotted: "\(fixed(unit)),\(fixed(1.6 * unit + 1.4))"
    }
  }
}
