/// How long to look for good positions.
///
/// Small maps are read line by line and repay the search, and it takes them little time.
struct SearchEffort: Sendable {
  /// How many starts are tried.
  var starts: Int
  /// How many of them, the best, are refined.
  var refined: Int
  /// By how many trials each.
  var trials: Int

  /// What suits a network in print.
  init(vertexCount: Int, edgeCount: Int) {
    switch vertexCount {
    case ...60: (starts, refined) = (16, 3)
    case ...90: (starts, refined) = (8, 1)
    case ...300: (starts, refined) = (3, 0)
    default: (starts, refined) = (1, 0)
    }
    trials = refined > 0 ? min(350 * vertexCount, 900_000 / max(edgeCount, 1)) : 0
  }

  private init(starts: Int) {
    self.starts = starts
    refined = 0
    trials = 0
  }

  /// The first positions found.
  static let least = SearchEffort(starts: 1)
}
