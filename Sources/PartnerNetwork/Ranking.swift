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

  /// Made of its parts.
  public init(
    projection: ProjectionOptions = ProjectionOptions(), threads: Int = 1, bootstrap: Int = 0,
    seed: UInt64 = 1
  ) {
    self.projection = projection
    self.threads = threads
    self.bootstrap = bootstrap
    self.seed = seed
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
}
