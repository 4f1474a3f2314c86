import Language

/// The weights of a perceptron while it learns, and their averages over all steps (Collins 2002).
///
/// Features are found by their hash; the weights of one feature, one for each class that was ever
/// corrected, lie side by side.
struct WeightLearner {
  private struct Feature {
    var key: UInt64 = 0
    var start: Int32 = 0
    var count: UInt16 = 0
    var capacity: UInt16 = 0
  }

  private struct Weight {
    var value: Int32
    var label: Int32
  }

  /// What is only needed to average a weight.
  private struct History {
    var total: Int64 = 0
    var stamp: Int32 = 0
  }

  /// What is left of a feature's weights for a class.
  struct Average {
    var hash: UInt64
    var label: UInt8
    var weight: Double
  }

  private var features: [Feature]
  private var featureCount = 0
  private var weights: [Weight] = []
  private var histories: [History] = []
  private var step: Int32 = 1

  init(bits: Int = 20) {
    features = Array(repeating: Feature(), count: 1 << bits)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = features.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while features[slot].key != key, features[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// Adds the features' weights to the scores of the classes.
  func add(_ list: borrowing FeatureList, to scores: inout [Int32]) {
    for index in 0..<list.count {
      let feature = features[slot(of: list[index] | 1)]
      let start = Int(feature.start)
      for place in start..<start + Int(feature.count) {
        scores[Int(weights[place].label)] &+= weights[place].value
      }
    }
  }

  /// Counts a decision, right or wrong.
  mutating func advance() { step += 1 }

  /// Moves the features' weights for a class.
  mutating func change(_ list: borrowing FeatureList, _ label: UInt8, by delta: Int32) {
    for index in 0..<list.count { change(list[index] | 1, Int32(label), by: delta) }
  }

  private mutating func change(_ key: UInt64, _ label: Int32, by delta: Int32) {
    var slot = slot(of: key)
    if features[slot].key == 0 {
      if featureCount * 2 > features.count {
        grow()
        slot = self.slot(of: key)
      }
      features[slot].key = key
      featureCount += 1
    }
    let start = Int(features[slot].start)
    let end = start + Int(features[slot].count)
    var place = start
    while place < end, weights[place].label != label { place += 1 }
    if place == end { place = addWeight(label, to: slot) }
    histories[place].total += Int64(weights[place].value) * Int64(step - histories[place].stamp)
    histories[place].stamp = step
    weights[place].value += delta
  }

  /// Adds a weight of nought to a feature, which moves to the end if it has no room.
  private mutating func addWeight(_ label: Int32, to slot: Int) -> Int {
    let feature = features[slot]
    if feature.count == feature.capacity {
      let old = Int(feature.start)..<Int(feature.start) + Int(feature.count)
      features[slot].start = Int32(weights.count)
      features[slot].capacity = max(1, feature.capacity * 2)
      let room = Int(features[slot].capacity) - old.count
      weights.append(contentsOf: Array(weights[old]))
      weights.append(contentsOf: repeatElement(Weight(value: 0, label: -1), count: room))
      histories.append(contentsOf: Array(histories[old]))
      histories.append(contentsOf: repeatElement(History(), count: room))
    }
    let place = Int(features[slot].start) + Int(feature.count)
    weights[place] = Weight(value: 0, label: label)
    histories[place] = History(total: 0, stamp: step)
    features[slot].count += 1
    return place
  }

  private mutating func grow() {
    let old = features
    features = Array(repeating: Feature(), count: old.count * 2)
    for feature in old where feature.key != 0 { features[slot(of: feature.key)] = feature }
  }

  /// The averaged weights, by hash and class.
  func averages() -> [Average] {
    var averages: [Average] = []
    for feature in features where feature.key != 0 {
      for place in Int(feature.start)..<Int(feature.start) + Int(feature.count) {
        let weight = weights[place]
        let history = histories[place]
        let total = history.total + Int64(weight.value) * Int64(step - history.stamp)
        averages.append(
          Average(
            hash: feature.key, label: UInt8(weight.label), weight: Double(total) / Double(step)))
      }
    }
    return averages.sorted { ($0.hash, $0.label) < ($1.hash, $1.label) }
  }

  /// The mean of several learners' averages.
  static func mean(_ learners: [[Average]]) -> [Average] {
    var all = learners.flatMap(\.self).sorted { ($0.hash, $0.label) < ($1.hash, $1.label) }
    for index in all.indices { all[index].weight /= Double(learners.count) }
    var mean: [Average] = []
    for average in all {
      if let last = mean.last, last.hash == average.hash, last.label == average.label {
        mean[mean.count - 1].weight += average.weight
      } else {
        mean.append(average)
      }
    }
    return mean
  }
}
