/// How many of the dealt networks change at least as far up, and at least as far down.
struct ChanceTestResult: Sendable {
  /// A change and how many deals there were.
  struct Tally: Sendable {
    var atLeast = 0
    var atMost = 0
    var deals = 0

    mutating func count(atLeast isAtLeast: Bool, atMost isAtMost: Bool) {
      atLeast += isAtLeast ? 1 : 0
      atMost += isAtMost ? 1 : 0
      deals += 1
    }

    static func += (tally: inout Tally, other: Tally) {
      tally.atLeast += other.atLeast
      tally.atMost += other.atMost
      tally.deals += other.deals
    }

    /// How probable so great a change is by chance.
    var chance: Double { min(1, 2 * Double(1 + min(atLeast, atMost)) / Double(1 + deals)) }
  }

  private(set) var ties: [Tally]
  /// By measure and entity.
  private(set) var shifts: [[Tally]]
  private var distances: [Double] = []
  private var observedDistance = 0.0

  init(tieCount: Int, shiftCounts: [Int]) {
    ties = Array(repeating: Tally(), count: tieCount)
    shifts = shiftCounts.map { Array(repeating: Tally(), count: $0) }
  }

  /// All pieces together.
  init(_ pieces: [ChanceTestResult], observed: ChanceTest.Changes) {
    self.init(tieCount: observed.ties.count, shiftCounts: observed.shifts.map { $0?.count ?? 0 })
    observedDistance = observed.distance
    for piece in pieces {
      for place in ties.indices { ties[place] += piece.ties[place] }
      for measure in shifts.indices {
        for place in shifts[measure].indices {
          shifts[measure][place] += piece.shifts[measure][place]
        }
      }
      distances += piece.distances
    }
    distances.sort()
  }

  /// Counts a deal; `slack` is what rounding may make of a tie's change.
  mutating func count(
    _ dealt: ChanceTest.Changes, against observed: ChanceTest.Changes, slack: [Double]
  ) {
    for place in ties.indices {
      let (change, was) = (dealt.ties[place], observed.ties[place])
      ties[place].count(
        atLeast: change >= was - slack[place], atMost: change <= was + slack[place])
    }
    for (measure, shifted) in observed.shifts.enumerated() {
      guard let shifted, let dealtShifts = dealt.shifts[measure] else { continue }
      for (place, was) in shifted.enumerated() {
        shifts[measure][place].count(
          atLeast: dealtShifts[place] >= was, atMost: dealtShifts[place] <= was)
      }
    }
    distances.append(dealt.distance)
  }

  /// The distances that chance gives, and how probable so great a one is.
  func summary(seed: UInt64) -> ChanceLevel {
    func quantile(_ permille: Int) -> Double {
      distances.isEmpty ? 0 : distances[max(0, (permille * distances.count + 999) / 1000 - 1)]
    }
    let farther = distances.reduce(0) { $0 + ($1 >= observedDistance - 1e-9 ? 1 : 0) }
    return ChanceLevel(
      permutations: distances.count, seed: seed, distances: quantile(25)...quantile(975),
      distanceChance: Double(1 + farther) / Double(1 + distances.count))
  }
}
