import PartnerModel

/// How to rank.
public struct RankingOptions: Hashable, Sendable {
  /// How the network becomes a simple graph.
  public var projection: ProjectionOptions
  /// How many threads to use.
  public var threads: Int
  /// How many times to resample the documents for a rank interval; 0 for none.
  public var bootstrap: Int
  /// The seed of the resampling.
  public var seed: UInt64
  /// From whom PageRank is seen: its walker jumps back to them, and who is close to them ranks
  /// high. Empty for jumps to anyone. Other measures ignore it.
  public var preferred: Set<EntityID>
  /// From how many entities, drawn by lot with the seed, the shortest paths start by which
  /// betweenness is estimated; `nil` for all of them. Other measures ignore it.
  public var samples: Int?

  /// Made of its parts.
  public init(
    projection: ProjectionOptions = ProjectionOptions(), threads: Int = 1, bootstrap: Int = 0,
    seed: UInt64 = 1, preferred: Set<EntityID> = [], samples: Int? = nil
  ) {
    self.projection = projection
    self.threads = threads
    self.bootstrap = bootstrap
    self.seed = seed
    self.preferred = preferred
    self.samples = samples
  }
}

/// Who matters, by one measure or several.
public struct Ranking: Hashable, Sendable {
  /// An entity's scores and ranks.
  public struct Row: Hashable, Sendable {
    /// Who it is.
    public let entity: Entity
    /// Its place in ``Network/entities``.
    public let place: Int
    /// Its score by each measure.
    public let scores: [Double]
    /// Its rank by each measure, from 1. Those whose scores are equal share the best rank of
    /// their group: 1, 2, 2, 4.
    public let ranks: [Int]
    /// Where its rank by each measure lies in 95 % of the resampled networks; empty if none were
    /// made.
    public let intervals: [ClosedRange<Int>]
  }

  /// The measures, in the order asked for.
  public let measures: [Measure]
  /// How the ranking was made.
  public let options: RankingOptions
  /// The entities by rank of the first measure, then by name.
  public let rows: [Row]
  /// Of sampled betweenness: by how much a score may be off, with 95 % probability; `nil` if all
  /// paths were looked at.
  public let samplingError: Double?
}

extension Ranking {
  /// Ranks the entities of a network.
  ///
  /// - Parameters:
  ///   - network: Who is to be ranked: everyone in it who has a tie that counts.
  ///   - measures: By what; the first decides the order of the rows.
  ///   - options: How the network is projected, and whether it is resampled.
  ///   - onPhase: Called after each step with its name (`project`, the name of a measure,
  ///     `bootstrap`) and how long it took.
  /// - Throws: A ``NetworkError`` if there is no measure or an option is out of range.
  public init(
    of network: Network, by measures: [Measure], options: RankingOptions = RankingOptions(),
    onPhase: ((String, Duration) -> Void)? = nil
  ) throws(NetworkError) {
    try self.init(
      of: network, by: measures, options: options, leavesOutUndefined: false, onPhase: onPhase)
  }

  /// - Parameter leavesOutUndefined: Whether a measure that has no meaning on the network is left
  ///   out of the ranking rather than an error.
  init(
    of network: Network, by measures: [Measure], options: RankingOptions,
    leavesOutUndefined: Bool, onPhase: ((String, Duration) -> Void)? = nil
  ) throws(NetworkError) {
    let distinct = try options.checked(measures)
    let clock = ContinuousClock()
    var start = clock.now
    func finish(_ phase: String) {
      onPhase?(phase, clock.now - start)
      start = clock.now
    }

    let found = try Scoring(network: network, measures: distinct, options: options).scores(
      threads: options.threads, toleratesUndefined: leavesOutUndefined, onPhase: finish)
    let defined = zip(distinct, found.byMeasure).filter { $1 != nil }.map(\.0)
    let scores = found.byMeasure.compactMap(\.self)
    let ranks = zip(defined, scores).map { $0.ranks(of: $1) }
    var intervals: [[ClosedRange<Int>]] = []
    if options.bootstrap > 0 {
      intervals = try Bootstrap(
        scoring: Scoring(network: network, measures: defined, options: options),
        places: found.places
      ).intervals()
      finish("bootstrap")
    }
    self.measures = defined
    self.options = options
    samplingError = found.samplingError
    rows = found.places.enumerated()
      .map { vertex, place in
        Row(
          entity: network.entities[place], place: place, scores: scores.map { $0[vertex] },
          ranks: ranks.map { $0[vertex] }, intervals: intervals.isEmpty ? [] : intervals[vertex])
      }
      .sorted {
        ($0.ranks.first ?? 0, $0.entity.name, $0.place)
          < ($1.ranks.first ?? 0, $1.entity.name, $1.place)
      }
  }
}

extension RankingOptions {
  /// The measures without repetitions, if there are any and the options are within their ranges.
  func checked(_ measures: [Measure]) throws(NetworkError) -> [Measure] {
    if measures.isEmpty {
      throw NetworkError(
        .noMeasures, detail: "no measure to rank by",
        remedy: "give one of: \(Measure.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if bootstrap < 0 || bootstrap > 1_000_000 {
      throw NetworkError(
        .invalidOption, detail: "cannot resample \(bootstrap) times",
        remedy: "give a number from 0 to 1000000; 1000 is usual")
    }
    if let samples, samples < 1 {
      throw NetworkError(
        .invalidOption, detail: "cannot sample \(samples) entities",
        remedy: "give a number from 1")
    }
    if threads < 1 {
      throw NetworkError(
        .invalidOption, detail: "cannot work on \(threads) threads",
        remedy: "give a number from 1")
    }
    return measures.withoutRepetitions
  }
}

extension [Measure] {
  /// Each measure where it first stands.
  var withoutRepetitions: [Measure] {
    reduce(into: []) { distinct, measure in
      if !distinct.contains(measure) { distinct.append(measure) }
    }
  }
}
