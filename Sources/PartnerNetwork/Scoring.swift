import GraphAnalytics
import PartnerModel

/// The scores of a network's entities by several measures, as it is or with other weights.
struct Scoring {
  let network: Network
  let measures: [Measure]
  let options: RankingOptions

  /// The scores of everyone who has a tie that counts.
  struct Scores {
    /// By vertex: the entity's place in the network.
    let places: [Int]
    /// By measure: the score of every vertex; `nil` if it has no meaning on this network.
    var byMeasure: [[Double]?] = []
    /// By how much sampled betweenness may be off; `nil` if it was not sampled.
    var samplingError: Double?
  }

  /// - Parameters:
  ///   - tieWeights: By tie: its weight, in place of its own.
  ///   - threads: How many threads may work on one measure.
  ///   - toleratesUndefined: Whether a measure without meaning on this network is no error.
  ///   - onPhase: Called after each step with its name.
  func scores(
    tieWeights: [Double]? = nil, threads: Int = 1, toleratesUndefined: Bool,
    onPhase: (String) -> Void = { _ in }
  ) throws(NetworkError) -> Scores {
    let base = try Projection(network, options.projection, tieWeights: tieWeights)
    // Directions do not decide who is in: all projections have the same vertices.
    var special: [ProjectionOptions: Projection] = [options.projection: base]
    for measure in measures {
      let wanted = measure.projectionOptions(options.projection)
      if special[wanted] == nil {
        special[wanted] = try Projection(network, wanted, tieWeights: tieWeights)
      }
    }
    onPhase("project")
    var scores = Scores(places: base.places)
    for measure in measures {
      let projection = special[measure.projectionOptions(options.projection)] ?? base
      if measure == .betweenness, let samples = options.samples {
        let sampled = try sampledBetweenness(projection, samples, threads)
        scores.byMeasure.append(sampled.scores)
        scores.samplingError = sampled.error
        onPhase(measure.rawValue)
        continue
      }
      do throws(NetworkError) {
        scores.byMeasure.append(
          try measure.scores(
            on: projection, preferences: try preferences(measure, projection), threads: threads))
      } catch {
        guard toleratesUndefined, error.code == .undefinedMeasure else { throw error }
        scores.byMeasure.append(nil)
      }
      onPhase(measure.rawValue)
    }
    return scores
  }

  private func sampledBetweenness(
    _ projection: Projection, _ samples: Int, _ threads: Int
  ) throws(NetworkError) -> SampledBetweenness {
    do {
      return try projection.graph.sampledBetweenness(
        samples: samples, seed: options.seed, weighted: projection.options.weights == .strength,
        threads: threads)
    } catch {
      throw NetworkError(error, measure: .betweenness)
    }
  }

  private func preferences(
    _ measure: Measure, _ projection: Projection
  ) throws(NetworkError) -> [Double]? {
    guard measure == .pagerank, !options.preferred.isEmpty else { return nil }
    let preferences = projection.places.map {
      options.preferred.contains(network.entities[$0].id) ? 1.0 : 0
    }
    if !preferences.isEmpty, !preferences.contains(1) {
      throw NetworkError(
        .undefinedMeasure,
        detail: "pagerank: none of those it is to be seen from has a tie that counts",
        remedy: "prefer entities of the network, or none")
    }
    return preferences.isEmpty ? nil : preferences
  }
}

extension Scoring.Scores {
  /// By measure: the rank of every entity of a network of `count`, as places; 0 for all of them if
  /// the measure has no meaning. Those who have no tie that counts rank after all who have one.
  func ranks(by measures: [Measure], count: Int) -> [[Int32]] {
    zip(measures, byMeasure).map { measure, scores in
      guard let scores else { return Array(repeating: 0, count: count) }
      var ranks = Array(repeating: Int32(places.count + 1), count: count)
      for (place, rank) in zip(places, measure.ranks(of: scores)) { ranks[place] = Int32(rank) }
      return ranks
    }
  }
}
