import GRDB
import PartnerModel

/// A statement with the document that makes it.
public struct EvidenceRow: Hashable, Sendable {
  /// The statement's number in the store, which is ``Observation/row``.
  public var row: Int64
  /// What is claimed, and the sentence that claims it.
  public var statement: PartnerModel.Statement
  /// When it was so: the statement's own date or its document's.
  public var date: PartialDate?
  /// The document.
  public var document: DocumentInfo
}

extension NetworkStore {
  /// The statements with these numbers, by date (the undated last), then by document.
  ///
  /// Numbers that the store does not have are left out.
  public func statements(rows: [Int64]) throws(StoreError) -> [EvidenceRow] {
    try attempt {
      try queue.read { database in
        var result: [EvidenceRow] = []
        // One look-up each: SQLite limits how many values one query may list.
        let statement = try database.makeStatement(sql: evidenceQuery + "WHERE statement.id = ?")
        for row in Set(rows) {
          result += try evidenceRows(
            Row.fetchCursor(statement, arguments: [row]))
        }
        return result.sorted(by: EvidenceRow.precedes)
      }
    }
  }

  /// The statements about an entity, or about a pair of entities in either direction, by date
  /// (the undated last), then by document.
  public func statements(
    about entity: EntityID, and other: EntityID? = nil
  ) throws(StoreError) -> [EvidenceRow] {
    try attempt {
      try queue.read { database in
        let rows: RowCursor
        if let other {
          rows = try Row.fetchCursor(
            database,
            sql: evidenceQuery + """
              WHERE statement.source = ?1 AND statement.target = ?2
                OR statement.source = ?2 AND statement.target = ?1
              """, arguments: [key(entity), key(other)])
        } else {
          rows = try Row.fetchCursor(
            database,
            sql: evidenceQuery + "WHERE statement.source = ?1 OR statement.target = ?1",
            arguments: [key(entity)])
        }
        return try evidenceRows(rows).sorted(by: EvidenceRow.precedes)
      }
    }
  }

  private var evidenceQuery: String {
    """
    SELECT statement.id, statement.source, statement.relation, statement.target,
      statement.status, statement.date_first, statement.date_last, statement.evidence_start,
      statement.evidence_end, statement.text, statement.rule, statement.confidence,
      \(DocumentInfo.columns)
    FROM statement JOIN document ON document.id = statement.document

    """
  }

  private func evidenceRows(_ rows: RowCursor) throws -> [EvidenceRow] {
    var result: [EvidenceRow] = []
    while let row = try rows.next() {
      let statusName = try row.text(4)
      let relationName = try row.text(2)
      guard let status = Status(rawValue: statusName) else {
        throw StoreError.unknownStatus(path, statusName)
      }
      guard let relation = Relation(rawValue: relationName) else {
        throw StoreError.unknownRelation(path, relationName)
      }
      let document = try DocumentInfo(row, at: 12, store: path)
      let statement = PartnerModel.Statement(
        source: EntityID(rawValue: try row.text(1)), relation: relation,
        target: EntityID(rawValue: try row.text(3)), status: status,
        date: try PartialDate(row[5], row[6], store: path),
        evidence: TextRange(try row.number(7), try row.number(8)), text: try row.text(9),
        rule: try row.text(10), confidence: try row.decode(Double.self, atIndex: 11))
      let date = statement.date ?? (status == .historical ? nil : document.date)
      result.append(
        EvidenceRow(
          row: try row.decode(Int64.self, atIndex: 0), statement: statement, date: date,
          document: document))
    }
    return result
  }
}

extension EvidenceRow {
  fileprivate static func precedes(_ a: EvidenceRow, _ b: EvidenceRow) -> Bool {
    switch (a.date, b.date) {
    case (let first?, let second?) where first != second: return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    default:
      return (a.document.name, a.document.digest, a.row)
        < (b.document.name, b.document.digest, b.row)
    }
  }
}

extension StoreError {
  static func unknownStatus(_ path: String, _ status: String) -> StoreError {
    StoreError(
      .newerVersion, file: path, detail: "a statement has the unknown status '\(status)'",
      remedy: "update partnernet")
  }

  static func unknownRelation(_ path: String, _ relation: String) -> StoreError {
    StoreError(
      .newerVersion, file: path, detail: "a statement has the unknown relation '\(relation)'",
      remedy: "update partnernet")
  }
}
