import PartnerModel
import PartnerNetwork

/// Which ranks hang on one outlet, as the outputs of `rank --leave-one-out`.
public struct DependenceResults: Sendable {
  /// The ranks without each outlet.
  public let dependence: SourceDependence
  /// What was selected.
  public let selection: Selection

  /// Made of its parts.
  public init(_ dependence: SourceDependence, selection: Selection) {
    self.dependence = dependence
    self.selection = selection
  }

  /// The outlets, then for each measure the ranks and what they hang on.
  ///
  /// - Parameter limit: How many entities to show.
  public func text(limit: Int? = nil) -> String {
    ((dependence.sources.isEmpty ? [] : [outlets.text()])
      + dependence.measures.indices.map { ranks($0).text(limit: limit) })
      .joined(separator: "\n")
  }

  private var outlets: Table {
    let measures = dependence.measures
    let changes = measures.indices.map { dependence.greatestChange(by: $0) }
    return Table(
      title: "Outlets, left out one by one (\(dependence.sources.count))",
      columns: [Table.Column("outlet"), Table.Column("documents")]
        + measures.map {
          Table.Column(
            "\($0.rawValue)_change",
            title: measures.count == 1 ? "greatest change" : "greatest change of \($0.rawValue)")
        },
      rows: dependence.sources.enumerated().map { place, source in
        [.text(source.name), .integer(source.documentCount)]
          + changes.map { .integer($0[place]) }
      })
  }

  private func ranks(_ measure: Int) -> Table {
    Table(
      title: "Ranks by \(dependence.measures[measure].rawValue)",
      columns: [
        Table.Column("rank"), Table.Column("name"), Table.Column("kind"),
        Table.Column("without", isRight: true), Table.Column("change", isRight: true),
        Table.Column("outlet that matters most"), Table.Column("note"),
      ],
      // The order of the first measure would not be that of this one.
      rows: dependence.rows.enumerated().sorted {
        ($0.element.dependences[measure].rank, $0.offset)
          < ($1.element.dependences[measure].rank, $1.offset)
      }.map { _, row in
        let found = row.dependences[measure]
        let rises = -found.fall
        return [
          .integer(found.rank), .text(row.entity.name), .init(row.entity.kind?.rawValue),
          found.source == nil ? .empty : .integer(found.rankWithout),
          found.source == nil ? .empty : .text(rises > 0 ? "+\(rises)" : "\(rises)"),
          .init(found.source.map(name)),
          row.onlySource == nil
            ? .empty : .text("no tie without \(row.onlySource.map(name) ?? "")"),
        ]
      })
  }

  private func name(_ source: Int) -> String { dependence.sources[source].name }

  /// A row for each entity and measure.
  ///
  /// - Parameter limit: How many entities.
  public func table(limit: Int? = nil) -> Table {
    Table(
      columns: [
        "measure", "id", "name", "kind", "rank", "outlet", "rank_without", "change", "only_outlet",
      ].map { Table.Column($0) },
      rows: dependence.rows.prefix(limit ?? dependence.rows.count).flatMap { row in
        zip(dependence.measures, row.dependences).map { measure, found in
          [
            .text(measure.rawValue), .text(row.entity.id.rawValue), .text(row.entity.name),
            .init(row.entity.kind?.rawValue), .integer(found.rank),
            .init(found.source.map(name)), .integer(found.rankWithout), .integer(-found.fall),
            .init(row.onlySource.map(name)),
          ]
        }
      })
  }

  /// The ranks without every outlet as JSON.
  ///
  /// - Parameter limit: How many entities.
  public func json(limit: Int? = nil) -> JSON {
    let basis = RankingBasis(
      measures: dependence.measures, options: dependence.options, selection: selection)
    let perMeasure = basis.perMeasure
    let changes = dependence.measures.indices.map { dependence.greatestChange(by: $0) }
    var members = [JSON.Member(key: "period", value: JSON(selection.period?.description))]
    members += basis.members
    members.append(
      .init(
        key: "outlets",
        value: .array(
          dependence.sources.enumerated().map { place, source in
            [
              "name": .string(source.name), "documents": .integer(source.documentCount),
              "greatestChange": perMeasure { .integer(changes[$0][place]) },
            ]
          })))
    let entities = dependence.rows.prefix(limit ?? dependence.rows.count).map { row -> JSON in
      [
        "id": .string(row.entity.id.rawValue), "name": .string(row.entity.name),
        "kind": JSON(row.entity.kind?.rawValue),
        "rank": perMeasure { .integer(row.dependences[$0].rank) },
        "rankWithout": perMeasure { .array(row.dependences[$0].ranksWithout.map { JSON($0) }) },
        "outlet": perMeasure { JSON(row.dependences[$0].source.map(name)) },
        "onlyOutlet": JSON(row.onlySource.map(name)),
      ]
    }
    members.append(.init(key: "entities", value: .array(entities)))
    return .object(members)
  }
}
