import PartnerModel

/// How often chance alone gives so great a change: a permutation test over documents.
///
/// If it made no difference in which of the two networks a document stands, the documents could be
/// dealt to them anew. So they are, many times: what one story says of one network is one card, and
/// so is a row without document; each network gets as many cards as it had. A change is compared
/// with those of the dealt networks. Its chance is twice the smaller of the shares in which the
/// change is at least as far up, or at least as far down, at most 1, the change itself counted in
/// (Phipson and Smyth, "Permutation p-values should never be zero", 2010). What hangs on a single
/// document is never beyond chance. A network with more documents gets more in every deal, so that
/// a tie that grew no more than reporting did is not beyond chance either.
///
/// Those who have no tie that counts rank after all who have one. Deals on which a measure has no
/// meaning say nothing about it.
struct ChanceTest {
  private let options: DiffOptions
  /// Whether the network before is dealt to second: which of the two is dealt to first must not
  /// depend on the direction in which they are compared.
  private let isTurned: Bool
  /// How many cards the network dealt to first has.
  private let firstCount: Int
  private let cardCount: Int
  /// By tie of the diff: what each card adds to it.
  private var shareStart = [0]
  private var shares: [TieSupport.Share] = []
  /// Both networks in one, to be weighed anew.
  private let pooled: Network
  /// How to rank the network before, and the one after.
  private let scoring: [Scoring]

  init(_ builder: NetworkDiffBuilder, measures: [Measure]) {
    options = builder.options
    let sides = [builder.before, builder.after]
    isTurned = ChanceTest.isDealtFirst(builder.after, rather: builder.before)
    firstCount = sides[isTurned ? 1 : 0].support.witnessCount
    cardCount = sides[0].support.witnessCount + sides[1].support.witnessCount
    for pair in builder.aligned.ties {
      for (side, place) in [pair.before?.place, pair.after?.place].enumerated() {
        guard let place else { continue }
        let support = sides[side].support
        let offset = (side == 0) == isTurned ? Int32(firstCount) : 0
        for share in support.shares[support.shareStart[place]..<support.shareStart[place + 1]] {
          shares.append(TieSupport.Share(witness: share.witness + offset, weight: share.weight))
        }
      }
      shareStart.append(shares.count)
    }
    let pooled = Network(
      selection: Selection(),
      entities: builder.aligned.entities.compactMap { places in
        places.after.map { sides[1].entities[$0] } ?? places.before.map { sides[0].entities[$0] }
      },
      types: builder.aligned.types,
      ties: builder.aligned.ties.compactMap { $0.before?.tie ?? $0.after?.tie },
      documents: [], undatedObservationCount: 0, coverage: Coverage(), problems: [],
      mentioned: [], support: TieSupport())
    self.pooled = pooled
    scoring = sides.map { side in
      var ranking = builder.options.ranking
      ranking.projection.ties = ranking.projection.ties(for: side.selection)
      return Scoring(network: pooled, measures: measures, options: ranking)
    }
  }

  /// The same of the two, whichever way round they are given.
  private static func isDealtFirst(_ a: Network, rather b: Network) -> Bool {
    func key(_ network: Network) -> [Int] {
      let period = network.selection.period
      return [
        period?.first.map { Int($0.number) } ?? .min, period?.last.map { Int($0.number) } ?? .max,
        network.support.witnessCount, network.entities.count, network.ties.count,
      ]
    }
    if key(a) != key(b) { return key(a).lexicographicallyPrecedes(key(b)) }
    for (one, other) in zip(a.entities, b.entities) where one.id != other.id {
      return one.id < other.id
    }
    for (one, other) in zip(a.ties, b.ties) {
      let (p, q) = ((one.source, one.target, one.type), (other.source, other.target, other.type))
      if p != q { return p < q }
      if one.weight != other.weight { return one.weight < other.weight }
    }
    return false
  }

  // MARK: Dealing

  /// The weights of the ties before and after, if the cards lie so.
  private func weights(_ isFirst: [Bool]) -> [[Double]] {
    var weights = [[Double]](
      repeating: Array(repeating: 0, count: shareStart.count - 1), count: 2)
    for tie in 0..<shareStart.count - 1 {
      for share in shares[shareStart[tie]..<shareStart[tie + 1]] {
        weights[isFirst[Int(share.witness)] == isTurned ? 1 : 0][tie] += share.weight
      }
    }
    return weights
  }

  private var asTheyWere: [Bool] { (0..<cardCount).map { $0 < firstCount } }

  private func dealt(_ number: Int) -> [Bool] {
    var random = RandomNumbers(seed: options.ranking.seed, stream: number)
    var cards = Array(0..<cardCount)
    var isFirst = Array(repeating: false, count: cardCount)
    for place in 0..<firstCount {
      cards.swapAt(place, place + random.next(below: cardCount - place))
      isFirst[cards[place]] = true
    }
    return isFirst
  }

  private func changes(_ isFirst: [Bool]) throws(NetworkError) -> Changes {
    let weights = weights(isFirst)
    var changes = Changes(
      ties: zip(weights[0], weights[1]).map { $1 - $0 },
      distance: weightedDistance(zip(weights[0], weights[1])))
    guard !scoring[0].measures.isEmpty else { return changes }
    var ranks: [[[Int32]]] = []
    for (side, scoring) in scoring.enumerated() {
      ranks.append(
        try scoring.scores(tieWeights: weights[side], toleratesUndefined: true)
          .ranks(by: scoring.measures, count: pooled.entities.count))
    }
    changes.shifts = zip(ranks[0], ranks[1]).map { before, after in
      // A rank of 0 stands for a measure without meaning.
      before.first == 0 || after.first == 0 ? nil : zip(before, after).map { $0 - $1 }
    }
    return changes
  }

  /// What the dealt networks say of the changes that there are.
  func result() throws(NetworkError) -> ChanceTestResult {
    let observed = try changes(asTheyWere)
    // Rounding is no difference.
    let slack = (1..<shareStart.count).map { end in
      1e-9 * shares[shareStart[end - 1]..<shareStart[end]].reduce(0) { $0 + $1.weight }
    }
    // Few pieces, so that the tallies of large networks take little room.
    let pieces = max(1, min(options.permutations, 4 * options.ranking.threads))
    let tallies = try inParallel(pieces, threads: options.ranking.threads) {
      piece throws(NetworkError) in
      var tally = ChanceTestResult(
        tieCount: slack.count, shiftCounts: observed.shifts.map { $0?.count ?? 0 })
      for number in stride(from: piece, to: options.permutations, by: pieces) {
        tally.count(try changes(dealt(number)), against: observed, slack: slack)
      }
      return tally
    }
    return ChanceTestResult(tallies, observed: observed)
  }

  /// How a deal differs from one network to the other.
  struct Changes {
    var ties: [Double]
    var distance: Double
    /// By measure and entity: by how many ranks it rose; `nil` if the measure has no meaning.
    var shifts: [[Int32]?] = []
  }
}

/// 1 - sum of the lesser / sum of the greater: 0 for equal weights, 1 for none in common.
func weightedDistance(_ weights: some Sequence<(Double, Double)>) -> Double {
  var (lesser, greater) = (0.0, 0.0)
  for (before, after) in weights {
    lesser += min(before, after)
    greater += max(before, after)
  }
  return greater > 0 ? 1 - lesser / greater : 0
}
