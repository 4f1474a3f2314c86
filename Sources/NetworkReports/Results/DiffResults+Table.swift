import PartnerModel
import PartnerNetwork

extension DiffResults {
  /// Every change as a row of one table, for programs: entities, ties, ranks and communities, told
  /// apart by the column `what`. What chance gives stands in two more columns, if it was asked for.
  public var table: Table {
    var columns = [
      "what", "change", "source", "source_name", "relation", "target", "target_name", "before",
      "after", "difference", "statements_before", "statements_after", "documents_before",
      "documents_after", "first", "last", "note",
    ]
    if diff.chance != nil { columns += ["chance", "exceeds_chance"] }
    return Table(
      columns: columns.map { Table.Column($0) },
      rows: entityRows + tieRows + rankRows + communityRows + wholeRows)
  }

  private var entityRows: [[Table.Cell]] {
    diff.entities.filter { $0.kind != .stayed }.map { change in
      row(
        "entity", change.kind.rawValue, source: change.entity,
        before: .number(change.strengthBefore), after: .number(change.strengthAfter),
        difference: .number(change.strengthAfter - change.strengthBefore), note: note(change))
    }
  }

  private var tieRows: [[Table.Cell]] {
    diff.ties.map { tie in
      var cells = row(
        "tie", tie.kind.rawValue, source: diff.entity(tie.source),
        relation: diff.types[tie.type].name, target: diff.entity(tie.target),
        before: .number(tie.weightBefore), after: .number(tie.weightAfter),
        difference: .number(tie.weightChange), note: note(tie), chance: tie.chance,
        exceedsChance: tie.exceedsChance)
      let ties = [tie.before, tie.after].compactMap(\.self)
      cells[10...15] = [
        .integer(tie.before?.statementCount ?? 0), .integer(tie.after?.statementCount ?? 0),
        .integer(tie.before?.documentCount ?? 0), .integer(tie.after?.documentCount ?? 0),
        .init(ties.compactMap(\.first).min()?.description),
        .init(ties.compactMap(\.last).max()?.description),
      ]
      return cells
    }
  }

  private var rankRows: [[Table.Cell]] {
    diff.rankShifts.filter { ($0.shift ?? 0) != 0 }.map { shift in
      let change = (shift.shift ?? 0) > 0 ? "rose" : "fell"
      return row(
        "rank", change, source: diff.entity(shift.entity), relation: shift.measure.rawValue,
        before: .init(shift.rankBefore), after: .init(shift.rankAfter),
        difference: .init(shift.shift),
        note: because(shift).compactMap(\.self).joined(separator: "; "), chance: shift.chance,
        exceedsChance: shift.exceedsChance)
    }
  }

  private var communityRows: [[Table.Cell]] {
    diff.communities.map { change in
      func members(_ communities: [Community]) -> Int {
        communities.reduce(0) { $0 + $1.members.count }
      }
      let largest = change.before.first ?? change.after.first
      let centre = largest.flatMap {
        $0.members.indices.contains($0.centre) ? $0.members[$0.centre].entity : nil
      }
      return row(
        "community", change.kind.rawValue, source: centre,
        before: .integer(members(change.before)), after: .integer(members(change.after)),
        difference: .integer(members(change.after) - members(change.before)),
        note: becoming(change))
    }
  }

  /// `Russia → Russia, Turkey`: what the communities are called before and after.
  private func becoming(_ change: CommunityChange) -> String {
    let (before, after) = communityNames(change)
    guard !before.isEmpty, !after.isEmpty else { return "" }
    return [before, after].map { $0.joined(separator: ", ") }.joined(separator: " → ")
  }

  /// What was reported, and how far apart the networks are as wholes.
  private var wholeRows: [[Table.Cell]] {
    let (before, after) = (diff.before.coverage, diff.after.coverage)
    let counts = [
      ("documents", before.documentCount, after.documentCount),
      ("outlets", before.sources.count, after.sources.count),
      ("statements", before.observationCount, after.observationCount),
    ]
    let coverage = counts.map { name, old, new in
      row(
        "coverage", name, source: nil, before: .integer(old), after: .integer(new),
        difference: .integer(new - old))
    }
    let distances: [(String, Double?)] = [
      ("ties", diff.distances.ties), ("pairs", diff.distances.pairs),
      ("influence", diff.distances.influence), ("shape", diff.distances.shape),
    ]
    let agreements: [(String, Double?)] = [
      ("normalised mutual information", diff.agreement?.normalisedMutualInformation),
      ("adjusted Rand index", diff.agreement?.adjustedRandIndex),
      ("variation of information", diff.agreement?.variationOfInformation),
    ]
    return coverage
      + [("distance", distances), ("agreement", agreements)].flatMap { what, values in
        values.compactMap { name, value in
          value.map {
            row(what, name, source: nil, before: .empty, after: .empty, difference: .number($0))
          }
        }
      }
  }

  private func row(
    _ what: String, _ change: String, source: Entity?, relation: String? = nil,
    target: Entity? = nil, before: Table.Cell, after: Table.Cell, difference: Table.Cell,
    note: String = "", chance: Double? = nil, exceedsChance: Bool? = nil
  ) -> [Table.Cell] {
    let cells: [Table.Cell] = [
      .text(what), .text(change), .init(source?.id.rawValue), .init(source?.name), .init(relation),
      .init(target?.id.rawValue), .init(target?.name), before, after, difference, .empty, .empty,
      .empty, .empty, .empty, .empty, note.isEmpty ? .empty : .text(note),
    ]
    guard diff.chance != nil else { return cells }
    return cells + [.init(chance), .init(exceedsChance.map { $0 ? "yes" : "no" })]
  }
}
