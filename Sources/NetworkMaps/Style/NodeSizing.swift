import PartnerModel

/// How large entities are drawn: area grows evenly with the score, from a smallest size that can
/// still be seen to a largest that leaves room for the rest.
struct NodeSizing: Hashable, Sendable {
  /// The radius of a circle of score 0.
  let minimumRadius: Double
  /// The radius of a circle of the highest score.
  let maximumRadius: Double

  /// The sizes for so many entities in all pictures of a series.
  init(entityCount: Int) {
    let crowding = min(1, 50 / Double(max(entityCount, 1)))
    // Half powers only: square roots are the same on every machine.
    let root = crowding.squareRoot()
    minimumRadius = max(1.1, 19 * root * root.squareRoot())
    maximumRadius = max(9, 46 * root.squareRoot() * root.squareRoot().squareRoot())
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
  private(set) var values: [Double]
  var maximum: Double { values.max() ?? 0 }

  init(of ids: [EntityID], given: [EntityID: Double], strengths: [Double]) {
    if given.isEmpty {
      values = strengths
    } else {
      values = ids.map { given[$0] ?? 0 }
    }
    values = values.map { $0.isFinite ? max($0, 0) : 0 }
  }

  /// Places by score, the highest first, then by place.
  func order() -> [Int] {
    values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
  }
}
