import PartnerModel
import PartnerNetwork

extension DiffResults {
  /// The statements behind every tie of the diff, before and after, those ties first that changed
  /// most: what every line of ``text(limit:)`` rests on, since entities, ranks and communities are
  /// what their ties make them.
  ///
  /// - Parameters:
  ///   - book: The evidence of the network before.
  ///   - bookAfter: That of the network after.
  ///   - limit: How many ties.
  public func evidenceText(
    book: EvidenceBook, bookAfter: EvidenceBook, limit: Int? = nil
  ) throws -> String {
    var result = "Evidence\n"
    for place in byChange.prefix(limit ?? .max) {
      let tie = diff.ties[place]
      result += "\n" + DisplayWidth.harmless(name(tie)) + "  \(diff.types[tie.type].name), "
      result += "\(tie.kind.rawValue): \(Decimals.short(tie.weightBefore))"
      result += " → \(Decimals.short(tie.weightAfter))"
      let note = note(tie)
      result += (note.isEmpty ? "" : "; " + note) + "\n"
      for (side, lines) in try sides(tie, book, bookAfter) {
        for line in lines { result += EvidenceResults.paragraph(line, lead: side) }
      }
    }
    if let limit, byChange.count > limit { result += "\n(\(byChange.count - limit) more ties)\n" }
    return result
  }

  /// The statements behind every tie of the diff, a row each.
  public func evidenceTable(book: EvidenceBook, bookAfter: EvidenceBook) throws -> Table {
    let statements = EvidenceResults(subjects: [], lines: []).table.columns
    var rows: [[Table.Cell]] = []
    for place in byChange {
      let tie = diff.ties[place]
      for (side, lines) in try sides(tie, book, bookAfter) {
        rows += EvidenceResults(subjects: [], lines: lines).table.rows.map {
          [.text(tie.kind.rawValue), .text(side)] + $0
        }
      }
    }
    return Table(columns: [Table.Column("change"), Table.Column("side")] + statements, rows: rows)
  }

  /// The ties by how much they changed, then by their order.
  private var byChange: [Int] {
    diff.ties.indices.sorted { a, b in
      let (x, y) = (abs(diff.ties[a].weightChange), abs(diff.ties[b].weightChange))
      return x != y ? x > y : a < b
    }
  }

  private func sides(
    _ tie: TieChange, _ before: EvidenceBook, _ after: EvidenceBook
  ) throws -> [(String, [EvidenceLine])] {
    [
      ("before", try before.lines(rows: tie.before?.rows ?? [])),
      ("after", try after.lines(rows: tie.after?.rows ?? [])),
    ]
  }
}
