import Dispatch
import Synchronization

/// Ranks in networks made of resampled documents: how sure a ranking is.
///
/// As many witnesses are drawn, with replacement, as there are; a tie weighs what those that were
/// drawn add to it, as often as they were drawn. A story that several documents tell is drawn as a
/// whole, because its documents do not vary independently; a row without document is drawn on its
/// own. An entity of whom no tie is drawn ranks after all who have one.
struct Bootstrap {
  let network: Network
  let measures: [Measure]
  let options: RankingOptions
  /// The entities to be ranked, as places in the network.
  let places: [Int]

  /// By place in `places` and by measure: the interval that holds the rank in 95 % of the
  /// resampled networks.
  func intervals() throws(NetworkError) -> [[ClosedRange<Int>]] {
    let samples = try ranksOfSamples()
    return places.indices.map { vertex in
      measures.indices.map { measure in
        let ranks = samples.map { $0[measure * places.count + vertex] }.sorted()
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

  private typealias Sample = Result<[Int32], NetworkError>

  private func ranksOfSamples() throws(NetworkError) -> [[Int32]] {
    let results = Mutex<[Sample?]>(Array(repeating: nil, count: options.bootstrap))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, options.bootstrap))) {
      _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < options.bootstrap else { return }
        let result: Sample
        do throws(NetworkError) {
          result = .success(try ranks(sample: number))
        } catch {
          result = .failure(error)
          // There is no use in the other samples.
          next.store(options.bootstrap, ordering: .relaxed)
        }
        results.withLock { $0[number] = result }
      }
    }
    var samples: [[Int32]] = []
    for result in results.withLock({ $0 }) {
      if let result { samples.append(try result.get()) }
    }
    return samples
  }

  /// The ranks by measure, one measure after the other.
  private func ranks(sample: Int) throws(NetworkError) -> [Int32] {
    let projection = try Projection(
      network, options.projection, tieWeights: resampledWeights(sample: sample))
    var vertexOf = Array(repeating: -1, count: network.entities.count)
    for (vertex, place) in places.enumerated() { vertexOf[place] = vertex }
    let last = Int32(projection.places.count + 1)
    var all = Array(repeating: last, count: measures.count * places.count)
    for (number, measure) in measures.enumerated() {
      let ranks = competitionRanks(try measure.scores(on: projection))
      for (vertex, place) in projection.places.enumerated() where vertexOf[place] >= 0 {
        all[number * places.count + vertexOf[place]] = Int32(ranks[vertex])
      }
    }
    return all
  }

  private func resampledWeights(sample: Int) -> [Double] {
    let support = network.support
    var random = RandomNumbers(seed: options.seed, stream: sample)
    var times = Array(repeating: 0.0, count: support.witnessCount)
    for _ in times.indices { times[random.next(below: support.witnessCount)] += 1 }
    return network.ties.indices.map { tie in
      support.shares[support.shareStart[tie]..<support.shareStart[tie + 1]].reduce(0) {
        $0 + $1.weight * times[Int($1.witness)]
      }
    }
  }
}
