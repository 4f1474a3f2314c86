import Language

/// Learns to tag.
struct TaggerTrainer {
  private(set) var weights = WeightLearner()
  private let classCount: Int
  private var scores: [Int32]

  init(classCount: Int) {
    self.classCount = classCount
    scores = Array(repeating: 0, count: classCount)
  }

  /// Goes through the sentences so many times, in an order of chance that is always the same.
  mutating func train(_ instances: [Instance], epochs: Int, seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    var order = Array(instances.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order { learn(instances[index]) }
    }
  }

  private mutating func learn(_ instance: Instance) {
    var features = FeatureList()
    var tags = instance.tags
    for index in TaggerFeatures.margin..<TaggerFeatures.margin + instance.count {
      TaggerFeatures.extract(index, words: instance.words, tags: tags, into: &features)
      let guess = best(features)
      let gold = instance.tags[index]
      if guess != gold {
        weights.change(features, gold, by: 1)
        weights.change(features, guess, by: -1)
      }
      weights.advance()
      tags[index] = guess
    }
  }

  private mutating func best(_ features: borrowing FeatureList) -> UInt8 {
    for index in scores.indices { scores[index] = 0 }
    weights.add(features, to: &scores)
    var best = 0
    for index in 1..<classCount where scores[index] > scores[best] { best = index }
    return UInt8(best)
  }
}

/// Tags sentences as taggers do that have not seen them, so that a parser trained on the tags
/// learns to live with mistakes.
enum Jackknife {
  static func tagged(
    _ instances: [Instance], classCount: Int, folds: Int, epochs: Int
  ) -> [Instance] {
    var result = instances
    for fold in 0..<folds {
      var trainer = TaggerTrainer(classCount: classCount)
      let others = instances.indices.filter { $0 / 20 % folds != fold }.map { instances[$0] }
      trainer.train(others, epochs: epochs, seed: UInt64(fold) + 100)
      let table = PackedTable(trainer.weights.averages(), bits: 16)
      for index in instances.indices where index / 20 % folds == fold {
        result[index].tags = table.tags(of: instances[index], classCount: classCount)
      }
    }
    return result
  }
}
