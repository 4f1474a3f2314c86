extension Network {
  /// The weights of the ties if as many witnesses are drawn, with replacement, as there are: each
  /// adds what it says as often as it was drawn.
  ///
  /// A story that several documents tell is drawn as a whole, because its documents do not vary
  /// independently; a row without document is drawn on its own.
  func resampledWeights(seed: UInt64, sample: Int) -> [Double] {
    var random = RandomNumbers(seed: seed, stream: sample)
    var times = Array(repeating: 0.0, count: support.witnessCount)
    for _ in times.indices { times[random.next(below: support.witnessCount)] += 1 }
    return ties.indices.map { tie in
      support.shares[support.shareStart[tie]..<support.shareStart[tie + 1]].reduce(0) {
        $0 + $1.weight * times[Int($1.witness)]
      }
    }
  }
}
