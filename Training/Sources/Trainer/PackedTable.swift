import Language

/// Weights as they are written: quantised, in buckets.
struct PackedTable {
  var starts: [UInt32]
  var entries: [UInt32]
  let bits: Int

  /// Packs averaged weights; at most so many, the largest, are kept.
  init(_ averages: [WeightLearner.Average], bits: Int, limit: Int = .max) {
    self.bits = bits
    var sizes = averages.map { abs($0.weight) }.sorted()
    let threshold = limit < sizes.count ? sizes[sizes.count - limit] : 0
    let kept = averages.filter { abs($0.weight) > threshold }
    sizes.removeFirst(sizes.count - kept.count)
    // The few largest weights are cut, so that the others keep their differences.
    let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9995 / 10000)]
    let scale = 127 / max(largest, 1e-9)
    starts = [0]
    entries = []
    var bucket = 0
    for average in kept {
      let place = Int(average.hash >> UInt64(64 - bits))
      while bucket < place {
        starts.append(UInt32(entries.count))
        bucket += 1
      }
      let weight = Int8(max(-127, min(127, (average.weight * scale).rounded())))
      guard weight != 0 else { continue }
      let fingerprint = UInt32(truncatingIfNeeded: average.hash >> 8) & 0xFFFF
      entries.append(
        fingerprint << 16 | UInt32(average.label) << 8 | UInt32(UInt8(bitPattern: weight)))
    }
    while starts.count <= 1 << bits { starts.append(UInt32(entries.count)) }
  }

  /// Adds the features' weights to scores of 256 classes.
  func add(_ features: borrowing FeatureList, to scores: inout [Int32]) {
    for index in 0..<features.count {
      let hash = features[index]
      let bucket = Int(hash >> UInt64(64 - bits))
      let fingerprint = UInt32(truncatingIfNeeded: hash >> 8) & 0xFFFF
      for place in Int(starts[bucket])..<Int(starts[bucket + 1])
      where entries[place] >> 16 == fingerprint {
        scores[Int(entries[place] >> 8 & 0xFF)] += Int32(
          Int8(truncatingIfNeeded: entries[place]))
      }
    }
  }

  /// The tags of a sentence, with the margins.
  func tags(of instance: Instance, classCount: Int) -> [UInt8] {
    var features = FeatureList()
    var scores = Array(repeating: Int32(0), count: 256)
    var tags = instance.tags
    for index in TaggerFeatures.margin..<TaggerFeatures.margin + instance.count {
      TaggerFeatures.extract(index, words: instance.words, tags: tags, into: &features)
      for index in 0..<classCount { scores[index] = 0 }
      add(features, to: &scores)
      var best = 0
      for index in 1..<classCount where scores[index] > scores[best] { best = index }
      tags[index] = UInt8(best)
    }
    return tags
  }

  /// The bytes of a list of numbers, lowest byte first.
  static func bytes(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { number in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
}
