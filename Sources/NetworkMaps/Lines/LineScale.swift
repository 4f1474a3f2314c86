import Graphviz

/// How broad lines are for their weight, and how strongly they are inked, by the size of the map.
struct LineScale: Sendable {
  private let thinnest: Double
  private let broadest: Double
  private let maximum: Double
  /// The weight of the broadest line; where all weights are small, no line is broad.
  private let reference: Double
  /// The opacity of lines: where many cross, each has to let the others through, but keep a
  /// contrast of 3:1 to the paper.
  let opacity: Double
  /// Whether lines have marks at their ends.
  let hasArrows: Bool
  /// How many lines two entities have at most.
  let linesPerPair: Int

  /// How broad lines are in a small picture, relative to one that fills the page.
  private let unit: Double

  init(entityCount: Int, maximum: Double, unit: Double = 1) {
    self.maximum = maximum
    self.unit = unit
    reference = max(maximum, 8)
    switch entityCount {
    case ...MapLayout.fullyLabelledCount:
      (thinnest, broadest, opacity, hasArrows, linesPerPair) = (0.9, 4.8, 0.85, true, 3)
    case ...320:
      (thinnest, broadest, opacity, hasArrows, linesPerPair) = (0.5, 2.7, 0.8, true, 2)
    default:
      (thinnest, broadest, opacity, hasArrows, linesPerPair) = (0.15, 1.1, 0.75, false, 1)
    }
  }

  /// How broad the lines of a diff map are, relative to a small one.
  var changeUnit: Double { linesPerPair == 3 ? 1 : linesPerPair == 2 ? 0.65 : 0.35 }

  /// How strongly they are inked.
  var changeOpacity: Double { linesPerPair == 3 ? 0.92 : linesPerPair == 2 ? 0.85 : 0.8 }

  /// The width for a weight: it grows with the root, so that great weights stay on the paper.
  func width(_ weight: Double) -> Double {
    let share = weight.isFinite ? min(max(weight / reference, 0), 1) : 0
    return unit * (thinnest + (broadest - thinnest) * share.squareRoot())
  }

  /// The size of marks at the end of a line.
  func arrowSize(_ weight: Double) -> Double {
    unit * (linesPerPair == 3 ? 0.68 : 0.42) + 0.055 * width(weight)
  }

  /// Weights for the legend: the greatest, and round parts of it that look different.
  func samples(least: Double) -> [Double] {
    var result = [maximum]
    for share in [0.3, 0.05] where maximum * share > least * 1.3 {
      result.append(maximum * share)
    }
    if least < (result.last ?? 0) * 0.8 { result.append(least) }
    return result
  }
}
