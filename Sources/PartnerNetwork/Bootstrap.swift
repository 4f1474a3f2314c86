/// Ranks in networks made of resampled documents: how sure a ranking is.
///
/// As many witnesses are drawn, with replacement, as there are; a tie weighs what those that were
/// drawn add to it, as often as they were drawn. A story that several documents tell is drawn as a
/// whole, because its documents do not vary independently; a row without document is drawn on its
/// own. An entity of whom no tie is drawn ranks after all who have one. Resamples on which a
/// measure has no meaning say nothing about it.
struct Bootstrap {
  let scoring: Scoring
  /// The entities to be ranked, as places in the network.
  let places: [Int]

  private var network: Network { scoring.network }
  private var options: RankingOptions { scoring.options }

  /// By place in `places` and by measure: the interval that holds the rank in 95 % of the
  /// resampled networks.
  func intervals() throws(NetworkError) -> [[ClosedRange<Int>]] {
    let samples = try inParallel(options.bootstrap, threads: options.threads) {
      sample throws(NetworkError) in try ranks(sample: sample)
    }
    for (number, measure) in scoring.measures.enumerated() where !places.isEmpty {
      if samples.allSatisfy({ $0[number].first == 0 }) {
        throw NetworkError(
          .undefinedMeasure, detail: "\(measure.rawValue) has no meaning on any resampled network",
          remedy: "resample more often, or rank without intervals")
      }
    }
    return places.indices.map { vertex in
      scoring.measures.indices.map { measure in
        let ranks = samples.map { $0[measure][vertex] }.filter { $0 > 0 }.sorted()
        let least = Int(ranks[percentile(25, of: ranks.count)])
        let greatest = Int(ranks[percentile(975, of: ranks.count)])
        return least...greatest
      }
    }
  }

  /// The place of the least value that `permille` of the sorted values do not exceed.
  private func percentile(_ permille: Int, of count: Int) -> Int {
    max(0, (permille * count + 999) / 1000 - 1)
  }

  /// By measure: the rank of each of `places`.
  private func ranks(sample: Int) throws(NetworkError) -> [[Int32]] {
    let scores = try scoring.scores(
      tieWeights: network.resampledWeights(seed: options.seed, sample: sample),
      toleratesUndefined: true)
    return scores.ranks(by: scoring.measures, count: network.entities.count).map { ranks in
      places.map { ranks[$0] }
    }
  }
}
