import GRDB
import PartnerModel

extension NetworkStore {
  /// Everything that the store knows, ready to be made into the network of any period.
  ///
  /// Entities stand in the order of their identifiers, relations in the order of the vocabulary,
  /// documents and statements in the order of reading. A statement is dated by itself or else by
  /// its document, unless it looks back on an earlier event whose date it does not give.
  public func evidence() throws(StoreError) -> EvidenceSet {
    try attempt {
      try queue.read { database in
        var reading = EvidenceReading(path: path)
        try reading.readEntities(database)
        try reading.readRelations(database)
        try reading.readDocuments(database)
        try reading.readStatements(database)
        return reading.evidence
      }
    }
  }
}

/// The tables of a store on their way into an evidence set.
private struct EvidenceReading {
  let path: String
  var evidence = EvidenceSet()
  private var entityPlaces: [String: Int32] = [:]
  private var relationPlaces: [String: Int32] = [:]
  private var documentPlaces: [Int: Int32] = [:]

  init(path: String) { self.path = path }

  mutating func readEntities(_ database: Database) throws {
    var aliases: [String: [String]] = [:]
    let aliasRows = try Row.fetchCursor(
      database, sql: "SELECT entity, name FROM alias ORDER BY entity, name")
    while let row = try aliasRows.next() {
      aliases[try row.text(0), default: []].append(try row.text(1))
    }
    let rows = try Row.fetchCursor(database, sql: "SELECT id, kind, name FROM entity")
    while let row = try rows.next() {
      let id = try row.text(0)
      let kind: String? = row[1]
      evidence.entities.append(
        Entity(
          id: EntityID(rawValue: id), kind: kind.flatMap(EntityKind.init), name: try row.text(2),
          aliases: aliases[id] ?? []))
    }
    // Not by SQLite, whose order of letters beyond ASCII is not Swift's.
    evidence.entities.sort { $0.id < $1.id }
    for (place, entity) in evidence.entities.enumerated() {
      entityPlaces[entity.id.rawValue] = Int32(place)
    }
  }

  /// Those that occur, in the order in which the vocabulary has them.
  mutating func readRelations(_ database: Database) throws {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM relation
        WHERE EXISTS (SELECT 1 FROM statement WHERE statement.relation = relation.name)
        ORDER BY relation.rowid
        """)
    for name in names {
      relationPlaces[name] = Int32(evidence.relations.count)
      evidence.relations.append(TieType(name: name))
    }
  }

  mutating func readDocuments(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(DocumentInfo.columns) FROM document ORDER BY id")
    while let row = try rows.next() {
      documentPlaces[try row.number(0)] = Int32(evidence.documents.count)
      evidence.documents.append(try DocumentInfo(row, store: path))
    }
  }

  mutating func readStatements(_ database: Database) throws {
    let statuses = Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, $0) })
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM statement") ?? 0
    evidence.observations.reserveCapacity(count)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, document, source, relation, target, status, date_first, date_last
        FROM statement ORDER BY id
        """)
    while let row = try rows.next() {
      let number = try row.number(0)
      guard let document = documentPlaces[try row.number(1)],
        let source = entityPlaces[try row.text(2)],
        let relation = relationPlaces[try row.text(3)],
        let target = entityPlaces[try row.text(4)]
      else { throw StoreError.damaged(path, "statement \(number) refers to what is not there") }
      let statusName = try row.text(5)
      guard let status = statuses[statusName] else {
        throw StoreError.unknownStatus(path, statusName)
      }
      let own = try PartialDate(row[6], row[7], store: path)
      let date = own ?? (status == .historical ? nil : evidence.documents[Int(document)].date)
      evidence.observations.append(
        Observation(
          source: source, target: target, relation: relation, status: status, date: date,
          document: document, row: Int64(number)))
    }
  }
}
