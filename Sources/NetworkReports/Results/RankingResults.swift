import PartnerModel
import PartnerNetwork

/// A ranking as the outputs of `rank`.
public struct RankingResults: Sendable {
  /// The ranking.
  public let ranking: Ranking
  /// The network that was ranked.
  public let network: Network
  private let hasIntervals: Bool

  /// Made of its parts.
  public init(_ ranking: Ranking, of network: Network) {
    self.ranking = ranking
    self.network = network
    hasIntervals = ranking.rows.contains { !$0.intervals.isEmpty }
  }

  /// A row for each entity. The first measure decides the order; the rank by another stands beside
  /// its score.
  public var table: Table {
    let measures = ranking.measures.map(\.rawValue)
    var columns: [Table.Column] = []
    for (number, measure) in measures.enumerated() {
      let rank = Table.Column(
        measures.count == 1 ? "rank" : "\(measure)_rank", title: "rank", isRight: true)
      if number == 0 {
        columns += [
          rank, Table.Column("id", isShown: false), Table.Column("name"), Table.Column("kind"),
          Table.Column(measure),
        ]
      } else {
        columns += [Table.Column(measure), rank]
      }
      if hasIntervals {
        columns += [
          Table.Column("\(measure)_rank_low", isShown: false),
          Table.Column("\(measure)_rank_high", isShown: false),
          Table.Column("\(measure)_interval", title: "95 % of ranks", isRight: true),
        ]
      }
    }
    return Table(columns: columns, rows: ranking.rows.map(row))
  }

  private func row(_ row: Ranking.Row) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    for number in ranking.measures.indices {
      if number == 0 {
        cells += [
          .integer(row.ranks[0]), .text(row.entity.id.rawValue), .text(row.entity.name),
          .init(row.entity.kind?.rawValue), .number(row.scores[0]),
        ]
      } else {
        cells += [.number(row.scores[number]), .integer(row.ranks[number])]
      }
      if hasIntervals {
        let interval = row.intervals[number]
        cells += [
          .integer(interval.lowerBound), .integer(interval.upperBound), .text(interval.inWords),
        ]
      }
    }
    return cells
  }

  /// A number as it stands in tables.
  public static func shown(_ number: Double) -> String {
    Decimals.text(number, decimals: Decimals.fitting([number]))
  }

  /// The ranking as JSON.
  ///
  /// - Parameter limit: How many entities, the first by the first measure.
  public func json(limit: Int? = nil) -> JSON {
    let basis = RankingBasis(
      measures: ranking.measures, options: ranking.options, selection: network.selection)
    let perMeasure = basis.perMeasure
    var members = [
      JSON.Member(key: "period", value: JSON(network.selection.period?.description))
    ]
    members += basis.members
    if hasIntervals {
      members.append(.init(key: "bootstrap", value: .integer(ranking.options.bootstrap)))
    }
    if let error = ranking.samplingError {
      members.append(.init(key: "samples", value: JSON(ranking.options.samples)))
      members.append(.init(key: "samplingError", value: .number(error)))
    }
    let entities = ranking.rows.prefix(limit ?? ranking.rows.count).map { row -> JSON in
      var members: [JSON.Member] = [
        .init(key: "id", value: .string(row.entity.id.rawValue)),
        .init(key: "name", value: .string(row.entity.name)),
        .init(key: "kind", value: JSON(row.entity.kind?.rawValue)),
        .init(key: "rank", value: perMeasure { .integer(row.ranks[$0]) }),
        .init(key: "score", value: perMeasure { .number(row.scores[$0]) }),
      ]
      if hasIntervals {
        members.append(
          .init(
            key: "interval",
            value: perMeasure {
              [.integer(row.intervals[$0].lowerBound), .integer(row.intervals[$0].upperBound)]
            }))
      }
      return .object(members)
    }
    members.append(.init(key: "entities", value: .array(entities)))
    return .object(members)
  }
}
