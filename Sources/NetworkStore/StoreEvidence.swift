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
  }

  /// The whole vocabulary, in its order.
  mutating func readRelations(_ database: Database) throws {
    evidence.relations = try String.fetchAll(
      database, sql: "SELECT name FROM relation ORDER BY rowid"
    ).map { TieType(name: $0) }
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
    let entities = TextPlaces(evidence.entities.lazy.map(\.id.rawValue))
    let relations = TextPlaces(evidence.relations.lazy.map(\.name))
    let statuses = TextPlaces(Status.allCases.lazy.map(\.rawValue))
    // The statements of a document mostly stand together.
    var last: (number: Int, place: Int32)?
    evidence.observations.reserveCapacity(try mostStatements(database))
    let rows = try RawRows(
      database,
      sql: """
        SELECT id, document, source, relation, target, status, date_first, date_last
        FROM statement ORDER BY id
        """)
    // Those whose entities are still to be looked up, and the identifiers of these.
    var waiting: [Observation] = []
    var ends = TextPlaces.Batch()
    func settle() throws {
      entities.find(&ends)
      for (place, var observation) in waiting.enumerated() {
        observation.source = ends.places[2 * place]
        observation.target = ends.places[2 * place + 1]
        guard min(observation.source, observation.target) >= 0 else {
          throw unconnected(observation.row)
        }
        evidence.observations.append(observation)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    while try rows.next() {
      let number = Int64(rows.number(0) ?? 0)
      if let document = rows.number(1), document != last?.number {
        last = documentPlaces[document].map { (document, $0) }
      }
      guard let document = last?.place, last?.number == rows.number(1), let source = rows.text(2),
        let relation = rows.text(3).flatMap({ relations[$0] }), let target = rows.text(4)
      else { throw unconnected(number) }
      entities.add(source, to: &ends)
      entities.add(target, to: &ends)
      let statusText = rows.text(5)
      guard let status = statusText.flatMap({ statuses[$0] }).map({ Status.allCases[Int($0)] })
      else {
        throw StoreError.unknownStatus(
          path, statusText.map { String(decoding: $0, as: UTF8.self) } ?? "")
      }
      var date = try date(rows)
      if date == nil, status != .historical { date = evidence.documents[Int(document)].date }
      waiting.append(
        Observation(
          source: 0, target: 0, relation: relation, status: status, date: date,
          document: document, row: number))
      if waiting.count == 64 { try settle() }
    }
    try settle()
    removeUnusedRelations()
  }

  private func unconnected(_ number: Int64) -> StoreError {
    StoreError.damaged(path, "statement \(number) refers to what is not there")
  }

  /// Not fewer than there are, unless each takes less room than it can; counting them takes long.
  private func mostStatements(_ database: Database) throws -> Int {
    func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
    let size = try number("PRAGMA page_count") * number("PRAGMA page_size")
    return max(0, min(try number("SELECT max(id) FROM statement"), size / 40))
  }

  /// The statement's own date.
  @inline(__always)
  private func date(_ rows: RawRows) throws -> PartialDate? {
    guard let first = rows.text(6), let last = rows.text(7) else { return nil }
    guard let from = Day(isoText: first), let to = Day(isoText: last) else {
      return try PartialDate(
        String(decoding: first, as: UTF8.self), String(decoding: last, as: UTF8.self), store: path)
    }
    return PartialDate(from: from, to: to)
  }

  private mutating func removeUnusedRelations() {
    var isUsed = evidence.relations.map { _ in false }
    for observation in evidence.observations { isUsed[Int(observation.relation)] = true }
    var places: [Int32] = []
    var count: Int32 = 0
    for isUsed in isUsed {
      places.append(count)
      if isUsed { count += 1 }
    }
    if count == isUsed.count { return }
    for place in evidence.observations.indices {
      let relation = Int(evidence.observations[place].relation)
      evidence.observations[place].relation = places[relation]
    }
    evidence.relations = zip(evidence.relations, isUsed).filter(\.1).map(\.0)
  }
}
