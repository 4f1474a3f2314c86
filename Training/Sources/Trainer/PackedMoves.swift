import Language

/// Weights of moves as they are written: two differences a feature, sixteen features a line.
struct PackedMoves {
  private(set) var slots: [UInt32]
  /// How many features found no room.
  private(set) var dropped = 0

  /// Packs averaged weights; where a line is full, the features that matter least are left out.
  init(_ averages: [WeightLearner.Average], bits: Int) {
    var features: [(hash: UInt64, left: Double, right: Double)] = []
    for average in averages {
      if features.last?.hash != average.hash { features.append((average.hash, 0, 0)) }
      switch Move(rawValue: Int(average.label)) {
      case .shift:
        features[features.count - 1].left -= average.weight
        features[features.count - 1].right -= average.weight
      case .left: features[features.count - 1].left += average.weight
      case .right, nil: features[features.count - 1].right += average.weight
      }
    }
    func size(_ feature: (hash: UInt64, left: Double, right: Double)) -> Double {
      max(abs(feature.left), abs(feature.right), abs(feature.left - feature.right))
    }
    let sizes = features.map(size).sorted()
    let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10000)]
    let scale = 511 / max(largest, 1e-9)
    func quantised(_ weight: Double) -> Int { Int(max(-511, min(511, (weight * scale).rounded()))) }
    slots = Array(repeating: 0, count: 16 << bits)
    var start = 0
    while start < features.count {
      let line = Int(features[start].hash >> UInt64(64 - bits))
      var end = start
      while end < features.count, Int(features[end].hash >> UInt64(64 - bits)) == line { end += 1 }
      let kept = features[start..<end].sorted { size($0) > size($1) }
        .map { MoveWeights.slot($0.hash, left: quantised($0.left), right: quantised($0.right)) }
        .filter { $0 & 0xF_FFFF != 0 }
      dropped += max(0, kept.count - 16)
      for (place, slot) in kept.prefix(16).enumerated() { slots[line * 16 + place] = slot }
      start = end
    }
  }
}
