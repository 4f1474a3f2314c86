import PartnerModel
import PartnerNetwork

/// Which ties hold a network together, as the outputs of `rank --bridges`.
public struct TieBetweennessResults: Sendable {
  /// The pairs.
  public let found: TieBetweenness
  /// The network that they hold together.
  public let network: Network

  /// Made of its parts.
  public init(_ found: TieBetweenness, of network: Network) {
    self.found = found
    self.network = network
  }

  /// What was computed, in one line.
  public var summary: String {
    "bridges: share of the shortest paths between two that lead over a tie (edge betweenness) on"
      + " ties \(countedTies(network, found.options)); distance = "
      + (found.options.weights == .strength ? "1/strength" : "1 for each tie")
  }

  private var isDirected: Bool { found.options.direction != .both }

  /// A row for each pair, those on most paths first.
  public var table: Table {
    Table(
      columns: [
        Table.Column("rank"), Table.Column("source", isShown: false),
        Table.Column("source_name", isShown: false), Table.Column("target", isShown: false),
        Table.Column("target_name", isShown: false), Table.Column("pair"),
        Table.Column("strength"), Table.Column("betweenness"),
      ],
      rows: found.rows.map { row in
        let (source, target) = (network.entities[row.source], network.entities[row.target])
        return [
          .integer(row.rank), .text(source.id.rawValue), .text(source.name),
          .text(target.id.rawValue), .text(target.name),
          .text(source.name + (isDirected ? " → " : " – ") + target.name), .number(row.strength),
          .number(row.betweenness),
        ]
      })
  }

  /// The pairs as JSON.
  ///
  /// - Parameter limit: How many, those on most paths first.
  public func json(limit: Int? = nil) -> JSON {
    [
      "period": JSON(network.selection.period?.description),
      "ties": .string(countedTies(network, found.options)),
      "weights": .string(found.options.weights.rawValue),
      "direction": .string(found.options.direction.rawValue),
      "pairs": .array(
        found.rows.prefix(limit ?? .max).map { row in
          [
            "source": .string(network.entities[row.source].id.rawValue),
            "target": .string(network.entities[row.target].id.rawValue),
            "strength": .number(row.strength), "betweenness": .number(row.betweenness),
            "rank": .integer(row.rank),
          ]
        }),
    ]
  }
}
