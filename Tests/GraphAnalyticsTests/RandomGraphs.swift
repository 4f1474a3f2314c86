import GraphAnalytics

/// A generator that gives the same graphs in every run (Knuth's linear congruence, high bits).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    var word: UInt64 = 0
    for _ in 0..<2 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      word = word << 32 | state >> 32
    }
    return word
  }
}

/// The kinds of strengths that decide which algorithm measures paths.
enum Strengths: CaseIterable {
  /// All equal.
  case equal
  /// Small integers: many paths of equal length, few lengths.
  case small
  /// Arbitrary numbers of one order of magnitude.
  case similar
  /// Numbers from a thousandth to a thousand.
  case wide

  func draw(_ dice: inout Dice) -> Double {
    switch self {
    case .equal: 1
    case .small: Double(Int.random(in: 1...4, using: &dice))
    case .similar: Double.random(in: 0.5...4, using: &dice)
    case .wide:
      [1e-3, 1, 1e3][Int.random(in: 0..<3, using: &dice)]
        * Double.random(in: 1...2, using: &dice)
    }
  }
}

/// A random graph with a dense part, trees that hang from it, parallel edges, loops and loose
/// vertices: a bit of everything that fast algorithms treat apart.
func mixedEdges(_ count: Int, seed: UInt64, _ strengths: Strengths = .equal) -> [Edge] {
  var dice = Dice(seed)
  var edges: [Edge] = []
  let dense = max(count / 2, 1)
  for _ in 0..<(dense * 3) {
    edges.append(
      Edge(
        source: Int.random(in: 0..<dense, using: &dice),
        target: Int.random(in: 0..<dense, using: &dice), weight: strengths.draw(&dice)))
  }
  for vertex in dense..<max(dense, count - count / 10) {
    edges.append(
      Edge(
        source: vertex, target: Int.random(in: 0..<vertex, using: &dice),
        weight: strengths.draw(&dice)))
  }
  let numbers = Array(0..<count).shuffled(using: &dice)
  return edges.map {
    Edge(source: numbers[$0.source], target: numbers[$0.target], weight: $0.weight)
  }
}
