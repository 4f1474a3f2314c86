import PartnerModel

/// How ranks went over time: the same ranking for each of several periods.
///
/// A date falls in one of successive periods only, and one known less precisely than a period is
/// long in none (``PartnerModel/Period/contains(_:)``), so that periods say nothing of each other.
public struct RankTrajectory: Hashable, Sendable {
  /// A period and what was reported in it.
  public struct Step: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// What was reported in it: a rank that fell where little was reported may be silence.
    public let coverage: Coverage
    /// How many entities have a tie that counts.
    public let entityCount: Int
    /// Places in ``RankTrajectory/measures`` of those that have no meaning on the period's network.
    public let undefinedMeasures: [Int]
  }

  /// An entity in a period.
  public struct Point: Hashable, Sendable {
    /// Its score.
    public let score: Double
    /// Its rank among those of the period, from 1.
    public let rank: Int
    /// Where the rank lies in 95 % of the resampled networks; `nil` if none were made.
    public let interval: ClosedRange<Int>?
  }

  /// An entity over time.
  public struct Row: Hashable, Sendable {
    /// Who it is, as the latest period that has it describes it.
    public let entity: Entity
    /// By measure and by period; `nil` where it has no tie that counts, or the measure no meaning.
    public let points: [[Point?]]

    /// The best rank it ever has by the first measure.
    public var bestRank: Int? { points.first?.compactMap { $0?.rank }.min() }
  }

  /// The measures, in the order asked for.
  public let measures: [Measure]
  /// How the rankings were made.
  public let options: RankingOptions
  /// The periods, in the order asked for.
  public let steps: [Step]
  /// Everyone with a tie that counts in a period: by the best rank that the first measure ever
  /// gives, then by in how many periods, then by name.
  public let rows: [Row]
}

extension RankTrajectory {
  /// Ranks the entities of the evidence period by period.
  ///
  /// - Parameters:
  ///   - evidence: Where the networks come from.
  ///   - periods: The periods; see ``PeriodSeries/periods(of:every:)`` for every year or month.
  ///   - selection: What else to select; its period is not looked at.
  ///   - measures: By what to rank.
  ///   - options: How to rank. What resamples is drawn anew for each period.
  /// - Throws: A ``NetworkError`` if there is no measure or an option is out of range.
  public init(
    of evidence: EvidenceSet, over periods: [Period], selection: Selection = Selection(),
    by measures: [Measure], options: RankingOptions = RankingOptions()
  ) throws(NetworkError) {
    let distinct = try options.checked(measures)
    var steps: [Step] = []
    var rows: [EntityID: (entity: Entity, points: [[Point?]])] = [:]
    let blank = distinct.map { _ in periods.map { _ in Point?.none } }
    for (number, period) in periods.enumerated() {
      var selection = selection
      selection.period = period
      let network = Network(evidence, selection: selection)
      let ranking = try Ranking(
        of: network, by: distinct, options: options, leavesOutUndefined: true)
      for row in ranking.rows {
        var points = rows[row.entity.id]?.points ?? blank
        for (place, measure) in ranking.measures.enumerated() {
          guard let original = distinct.firstIndex(of: measure) else { continue }
          points[original][number] = Point(
            score: row.scores[place], rank: row.ranks[place],
            interval: row.intervals.isEmpty ? nil : row.intervals[place])
        }
        rows[row.entity.id] = (row.entity, points)
      }
      steps.append(
        Step(
          period: period, coverage: network.coverage, entityCount: ranking.rows.count,
          undefinedMeasures: distinct.indices.filter {
            !ranking.measures.contains(distinct[$0])
          }))
    }
    self.measures = distinct
    self.options = options
    self.steps = steps
    self.rows = rows.values.map { Row(entity: $0.entity, points: $0.points) }
      .sorted { $0.order < $1.order }
  }
}

extension RankTrajectory.Row {
  fileprivate var order: (Int, Int, String, EntityID) {
    let present = points.first?.reduce(0) { $0 + ($1 == nil ? 0 : 1) } ?? 0
    return (bestRank ?? .max, -present, entity.name, entity.id)
  }
}
