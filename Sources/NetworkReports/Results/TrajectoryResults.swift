import PartnerModel
import PartnerNetwork

/// Ranks over time as the outputs of `rank --every` and `rank --periods`.
public struct TrajectoryResults: Sendable {
  /// The ranks.
  public let trajectory: RankTrajectory
  /// What was selected, whatever the period.
  public let selection: Selection
  private let hasIntervals: Bool

  /// Made of its parts.
  public init(_ trajectory: RankTrajectory, selection: Selection) {
    self.trajectory = trajectory
    self.selection = selection
    hasIntervals = trajectory.options.bootstrap > 0
  }

  /// The families of ties that count, as `--ties` names them.
  public var countedFamilies: String { countedTies(selection, trajectory.options.projection) }

  /// What was reported in each period, then for each measure the ranks period by period.
  ///
  /// - Parameter limit: How many entities to show.
  public func text(limit: Int? = nil) -> String {
    ([coverage.text()]
      + trajectory.measures.indices.map { ranks($0).text(limit: limit) })
      .joined(separator: "\n")
  }

  /// A rank that fell where little was reported may be silence.
  private var coverage: Table {
    let hasDocuments = trajectory.steps.contains { $0.coverage.documentCount > 0 }
    return Table(
      title: "What was reported",
      columns: [
        Table.Column("period"), Table.Column("documents"), Table.Column("outlets"),
        Table.Column("statements", title: hasDocuments ? nil : "rows"), Table.Column("entities"),
      ],
      rows: trajectory.steps.map { step in
        [
          .text(step.period.description),
          hasDocuments ? .integer(step.coverage.documentCount) : .empty,
          hasDocuments ? .integer(step.coverage.sources.count) : .empty,
          .integer(step.coverage.observationCount), .integer(step.entityCount),
        ]
      })
  }

  /// The ranks by the first measure, period by period.
  var ranksTable: Table { ranks(0) }

  private func ranks(_ measure: Int) -> Table {
    Table(
      title: "Ranks by \(trajectory.measures[measure].rawValue)"
        + (hasIntervals ? ", with 95 % of ranks" : ""),
      columns: [Table.Column("name"), Table.Column("kind")]
        + trajectory.steps.map { Table.Column($0.period.description, isRight: true) },
      rows: trajectory.rows.map { row in
        [.text(row.entity.name), .init(row.entity.kind?.rawValue)]
          // A period in which nobody ranks is a column all the same.
          + row.points[measure].map { .text($0.map(shown) ?? "·") }
      })
  }

  private func shown(_ point: RankTrajectory.Point) -> String {
    "\(point.rank)" + (point.interval.map { " (\($0.inWords))" } ?? "")
  }

  /// A row for each entity, measure and period in which it has a rank.
  ///
  /// - Parameter limit: How many entities.
  public func table(limit: Int? = nil) -> Table {
    var columns = ["period", "measure", "id", "name", "kind", "rank", "score"]
    if hasIntervals { columns += ["rank_low", "rank_high"] }
    var rows: [[Table.Cell]] = []
    for row in trajectory.rows.prefix(limit ?? trajectory.rows.count) {
      for (measure, points) in zip(trajectory.measures, row.points) {
        for (step, point) in zip(trajectory.steps, points) {
          guard let point else { continue }
          var cells: [Table.Cell] = [
            .text(step.period.description), .text(measure.rawValue),
            .text(row.entity.id.rawValue), .text(row.entity.name),
            .init(row.entity.kind?.rawValue), .integer(point.rank), .number(point.score),
          ]
          if hasIntervals {
            cells += [.init(point.interval?.lowerBound), .init(point.interval?.upperBound)]
          }
          rows.append(cells)
        }
      }
    }
    return Table(columns: columns.map { Table.Column($0) }, rows: rows)
  }

  /// The ranks as JSON: by measure a list with an element for each period, `null` for none.
  ///
  /// - Parameter limit: How many entities.
  public func json(limit: Int? = nil) -> JSON {
    let basis = RankingBasis(
      measures: trajectory.measures, options: trajectory.options, selection: selection)
    var members = [JSON.Member(key: "periods", value: .array(trajectory.steps.map(period)))]
    members += basis.members
    if hasIntervals {
      members.append(.init(key: "bootstrap", value: .integer(trajectory.options.bootstrap)))
    }
    let entities = trajectory.rows.prefix(limit ?? trajectory.rows.count).map { row -> JSON in
      func overTime(_ value: @escaping (RankTrajectory.Point) -> JSON) -> JSON {
        basis.perMeasure { .array(row.points[$0].map { $0.map(value) ?? .null }) }
      }
      var members: [JSON.Member] = [
        .init(key: "id", value: .string(row.entity.id.rawValue)),
        .init(key: "name", value: .string(row.entity.name)),
        .init(key: "kind", value: JSON(row.entity.kind?.rawValue)),
        .init(key: "rank", value: overTime { .integer($0.rank) }),
        .init(key: "score", value: overTime { .number($0.score) }),
      ]
      if hasIntervals {
        members.append(
          .init(
            key: "interval",
            value: overTime { point in
              point.interval.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? .null
            }))
      }
      return .object(members)
    }
    members.append(.init(key: "entities", value: .array(entities)))
    return .object(members)
  }

  private func period(_ step: RankTrajectory.Step) -> JSON {
    [
      "period": .string(step.period.description),
      "documents": .integer(step.coverage.documentCount),
      "outlets": .integer(step.coverage.sources.count),
      "statements": .integer(step.coverage.observationCount),
      "entities": .integer(step.entityCount),
      "undefinedMeasures": .array(
        step.undefinedMeasures.map { .string(trajectory.measures[$0].rawValue) }),
    ]
  }
}
