import PartnerModel

/// How large entities are drawn: area grows evenly with the score, from a smallest size that can
/// still be seen to a largest that leaves room for the rest.
struct NodeSizing: Hashable, Sendable {
  /// The radius of a circle of score 0.
  let minimumRadius: Double
  /// The radius of a circle of the highest score.
  let maximumRadius: Double

  /// The sizes for all pictures of a series, in which shapes together take up a small part of the
  /// paper, however their scores are spread.
  init(_ scores: Scores) {
    let count = Double(max(scores.values.count, 1))
    let crowding = min(1, 50 / count)
    // Roots of roots: square roots are the same on every machine.
    let root = crowding.squareRoot()
    let least = max(1.1, 19 * root * root.squareRoot())
    let most = max(9, 46 * root.squareRoot() * root.squareRoot().squareRoot())
    let total = scores.values.reduce(0) { $0 + $1 / max(scores.maximum, .leastNonzeroMagnitude) }
    let paper = 0.1 * Frame.plot.width * Frame.plot.height / 3.14159265358979
    let fitting = least * least + max(0, paper - count * least * least) / max(total, 1)
    minimumRadius = least
    maximumRadius = min(most, max(fitting.squareRoot(), least * 1.25))
  }

  /// The radius of the circle for a score, where `maximum` is the highest.
  func radius(score: Double, maximum: Double) -> Double {
    let share = maximum > 0 && score.isFinite ? min(max(score / maximum, 0), 1) : 0
    let least = minimumRadius * minimumRadius
    return (least + (maximumRadius * maximumRadius - least) * share).squareRoot()
  }
}

/// The scores that areas show: those given, or the strength of each entity.
struct Scores {
  let values: [Double]
  /// The highest of them, or of those of all pictures with which they are compared.
  var maximum: Double

  init(of ids: [EntityID], given: [EntityID: Double], strengths: [Double]) {
    let chosen = given.isEmpty ? strengths : ids.map { given[$0] ?? 0 }
    values = chosen.map { $0.isFinite ? max($0, 0) : 0 }
    maximum = values.max() ?? 0
  }

  /// Places by score, the highest first, then by place.
  func order() -> [Int] {
    values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
  }
}
