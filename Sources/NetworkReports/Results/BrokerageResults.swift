import PartnerModel
import PartnerNetwork

/// Brokers as the outputs of `brokers`.
public struct BrokerageResults: Sendable {
  /// The brokers.
  public let brokerage: Brokerage
  /// The network in which they stand.
  public let network: Network
  /// Which ties count.
  public let options: ProjectionOptions
  /// What the groups are: `kinds`, `leiden communities`.
  public let basis: String

  /// Made of its parts.
  public init(
    _ brokerage: Brokerage, of network: Network, options: ProjectionOptions, basis: String
  ) {
    self.brokerage = brokerage
    self.network = network
    self.options = options
    self.basis = basis
  }

  /// What was counted, in one line.
  public var summary: String {
    "brokers between \(counted(brokerage.groups.count, "group")) (\(basis)) on ties"
      + " \(countedTies(network, options)), "
      + (options.direction == .both ? "which lead both ways" : "as they point")
      + ": how often each connects two others without a tie of their own"
  }

  /// A row for each entity, those who connect most first.
  public var table: Table {
    Table(
      columns: [
        Table.Column("rank"), Table.Column("id", isShown: false), Table.Column("name"),
        Table.Column("kind"), Table.Column("group"),
      ] + BrokerageRole.allCases.map { Table.Column($0.rawValue) } + [Table.Column("total")],
      rows: brokerage.rows.map { row in
        [
          .integer(row.rank), .text(row.entity.id.rawValue), .text(row.entity.name),
          .init(row.entity.kind?.rawValue), .init(group(row)),
        ] + row.counts.map { .integer($0) } + [.integer(row.total)]
      })
  }

  private func group(_ row: Brokerage.Row) -> String? {
    row.group.flatMap { brokerage.groups.indices.contains($0) ? brokerage.groups[$0] : nil }
  }

  /// The brokers as JSON.
  ///
  /// - Parameter limit: How many entities.
  public func json(limit: Int? = nil) -> JSON {
    [
      "period": JSON(network.selection.period?.description),
      "basis": .string(basis),
      "ties": .string(countedTies(network, options)),
      "isDirected": .bool(options.direction != .both),
      "groups": .array(brokerage.groups.map { .string($0) }),
      "entities": .array(
        brokerage.rows.prefix(limit ?? brokerage.rows.count).map { row in
          [
            "id": .string(row.entity.id.rawValue), "name": .string(row.entity.name),
            "kind": JSON(row.entity.kind?.rawValue), "group": JSON(row.group),
            "rank": .integer(row.rank),
            "roles": .object(
              zip(BrokerageRole.allCases, row.counts).map {
                JSON.Member(key: $0.rawValue, value: .integer($1))
              }),
            "total": .integer(row.total),
          ]
        }),
    ]
  }
}
