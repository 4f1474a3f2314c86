/// The pairs that matter for at least one of the two, where all of them would be a thicket.
///
/// Disparity filter: Serrano, Boguñá and Vespignani, "Extracting the multiscale backbone of complex
/// weighted networks" (2009). A tie of weight share p of an entity with k partners is significant
/// at α = (1 - p)^(k - 1), the chance of such a share if weights fell at random. Kept are the most
/// significant pairs, and each entity's strongest, so that nobody is left alone.
struct Backbone {
  /// Which pairs are kept.
  let isKept: [Bool]
  /// The greatest α among the pairs kept for their significance.
  let significance: Double

  init(_ pairs: [Pair], entityCount: Int, limit: Int) {
    var strength = [Double](repeating: 0, count: entityCount)
    var partners = [Int](repeating: 0, count: entityCount)
    var strongest = [Int](repeating: -1, count: entityCount)
    for (number, pair) in pairs.enumerated() {
      for end in Set([pair.first, pair.second]) {
        strength[end] += pair.weight
        partners[end] += 1
        if strongest[end] < 0 || pairs[strongest[end]].weight < pair.weight {
          strongest[end] = number
        }
      }
    }
    var isKept = [Bool](repeating: false, count: pairs.count)
    for number in strongest where number >= 0 { isKept[number] = true }
    let chances = pairs.map { pair in
      min(
        Self.chance(pair.weight / strength[pair.first], partners[pair.first]),
        Self.chance(pair.weight / strength[pair.second], partners[pair.second]))
    }
    var remaining = limit - isKept.count { $0 }
    var reached = 0.0
    for number in pairs.indices.sorted(by: { (chances[$0], $0) < (chances[$1], $1) }) {
      if remaining <= 0 { break }
      if isKept[number] { continue }
      isKept[number] = true
      reached = max(reached, chances[number])
      remaining -= 1
    }
    self.isKept = isKept
    significance = reached
  }

  private static func chance(_ share: Double, _ partners: Int) -> Double {
    var result = 1.0
    var base = max(0, 1 - share)
    var exponent = max(partners - 1, 0)
    while exponent > 0 {
      if exponent & 1 == 1 { result *= base }
      base *= base
      exponent >>= 1
    }
    return result
  }
}
