import Graphviz
import PartnerNetwork

/// What became of the ties of one line, and how that looks.
enum ChangeStyle: CaseIterable {
  case came, went, wentUnreported, grew, faded, unchanged

  /// The change of the sum of weights of some ties.
  init(_ ties: [TieChange]) {
    let before = ties.reduce(0) { $0 + $1.weightBefore }
    let after = ties.reduce(0) { $0 + $1.weightAfter }
    if before <= 0 {
      self = .came
    } else if after <= 0 {
      // Absence is not silence: where nobody reported on the two, nothing is known to have ended.
      self = ties.allSatisfy(\.isUnreported) ? .wentUnreported : .went
    } else if after >= before * NetworkDiff.growthFactor {
      self = .grew
    } else if before >= after * NetworkDiff.growthFactor {
      self = .faded
    } else {
      self = .unchanged
    }
  }

  /// The CSS class.
  var identifier: Identifier {
    switch self {
    case .came: Identifier("came")
    case .went: Identifier("went")
    case .wentUnreported: Identifier("went-unreported")
    case .grew: Identifier("grew")
    case .faded: Identifier("faded")
    case .unchanged: Identifier("unchanged")
    }
  }

  /// The word in tooltips.
  var word: String {
    switch self {
    case .came: "new"
    case .went: "gone"
    case .wentUnreported: "gone, nothing was reported"
    case .grew: "stronger"
    case .faded: "weaker"
    case .unchanged: "about the same"
    }
  }

  private func colour(in palette: Palette) -> Colour {
    switch self {
    case .came: palette.new.stroke
    case .went, .wentUnreported: palette.gone
    case .grew: palette.stronger
    case .faded: palette.weaker
    case .unchanged: palette.same
    }
  }

  /// The pen on a map whose broadest lines measure `unit` times those of a small one.
  func pen(unit: Double, in palette: Palette) -> Pen {
    let colour = colour(in: palette)
    return switch self {
    case .came: Pen(colour, width: 2.2 * unit)
    case .went: Pen(colour, width: 2 * unit, dash: .dashed)
    case .wentUnreported: Pen(colour, width: 1.6 * unit, dash: .dotted)
    case .grew: Pen(colour, width: 4.2 * unit)
    case .faded: Pen(colour, width: 1.1 * unit)
    case .unchanged: Pen(colour, width: 0.8 * unit)
    }
  }
}
