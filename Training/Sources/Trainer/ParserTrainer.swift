import Language

/// Learns to parse with a dynamic oracle: it follows its own mistakes and learns what is best
/// behind them (Goldberg & Nivre 2012).
struct ParserTrainer {
  private(set) var moves = WeightLearner(bits: 22)
  private(set) var labelling = WeightLearner(bits: 20)
  private let labelCount: Int
  private var moveScores: [Int32] = [0, 0, 0]
  private var labelScores: [Int32]
  private var random: RandomNumbers

  /// By how much the best right move must lead, or the weights change.
  private let margin: Int32 = 5

  /// How often a mistake is followed, from the second time on.
  private let exploration = 0.9

  init(labelCount: Int, seed: UInt64) {
    random = RandomNumbers(seed: seed)
    self.labelCount = labelCount
    labelScores = Array(repeating: 0, count: labelCount)
  }

  /// Goes through the sentences so many times; `report` is told how each went.
  mutating func train(_ instances: [Instance], epochs: Int, report: (String) -> Void) {
    for epoch in 0..<epochs {
      var right = 0
      var total = 0
      for index in shuffledOrder(instances, epoch: epoch, using: &random) {
        right += learn(instances[index], explores: epoch > 0)
        total += instances[index].count
      }
      report("epoch \(epoch + 1): \(percent(right, of: total)) of heads in training")
    }
  }

  /// Learns from one sentence; returns how many heads were right.
  private mutating func learn(_ instance: Instance, explores: Bool) -> Int {
    var state = ParserState(
      words: Array(instance.words.dropFirst(TaggerFeatures.margin)),
      tags: Array(instance.tags.dropFirst(TaggerFeatures.margin)), count: instance.count)
    return learn(instance.heads, instance.labels, &state, explores: explores)
  }

  private mutating func learn(
    _ heads: [Int], _ labels: [UInt8], _ state: inout ParserState, explores: Bool
  ) -> Int {
    var features = FeatureList()
    let oracle = Oracle(heads: heads)
    while !state.isFinished {
      MoveFeatures.extract(state, into: &features)
      for index in 0..<3 { moveScores[index] = 0 }
      moves.add(features, to: &moveScores)
      let candidates = candidates(oracle, state)
      let lowest = candidates.lazy.map(\.cost).min() ?? 0
      guard let guess = Candidate.best(candidates),
        let right = Candidate.best(candidates.filter { $0.cost == lowest })
      else { break }
      if let rival = Candidate.best(candidates.filter { $0.cost > lowest }),
        right.score - rival.score < margin
      {
        moves.change(features, UInt8(right.move.rawValue), by: 1)
        moves.change(features, UInt8(rival.move.rawValue), by: -1)
      }
      moves.advance()
      let follows = guess.cost == lowest || explores && random.fraction() < exploration
      let taken = follows ? guess.move : right.move
      if taken == .shift {
        state.shift()
      } else {
        state.attach(taken, label: label(heads, labels, state, taken, &features))
      }
    }
    return heads.indices.count { state.head(of: $0) == heads[$0] }
  }

  /// A move that is allowed.
  private struct Candidate {
    let move: Move
    let cost: Int
    let score: Int32

    /// The one of the highest score; of equals the first.
    static func best(_ candidates: [Candidate]) -> Candidate? {
      candidates.reduce(nil) { best, next in
        best.map { next.score > $0.score } ?? true ? next : best
      }
    }
  }

  private func candidates(_ oracle: Oracle, _ state: borrowing ParserState) -> [Candidate] {
    var candidates: [Candidate] = []
    for move in Move.allCases where state.allows(move) {
      candidates.append(
        Candidate(
          move: move, cost: oracle.cost(move, state), score: moveScores[move.rawValue]))
    }
    return candidates
  }

  /// The relation guessed for an arc, learned from if the arc is right.
  private mutating func label(
    _ heads: [Int], _ labels: [UInt8], _ state: borrowing ParserState, _ move: Move,
    _ features: inout FeatureList
  ) -> UInt8 {
    LabelFeatures.extract(state, move, into: &features)
    for index in labelScores.indices { labelScores[index] = 0 }
    labelling.add(features, to: &labelScores)
    var guess = 0
    for index in 1..<labelCount where labelScores[index] > labelScores[guess] { guess = index }
    let (dependent, head) = state.arc(move)
    if heads[dependent] == head {
      let gold = labels[dependent]
      if Int(gold) != guess {
        labelling.change(features, gold, by: 1)
        labelling.change(features, UInt8(guess), by: -1)
      }
      labelling.advance()
    }
    return UInt8(guess)
  }
}
