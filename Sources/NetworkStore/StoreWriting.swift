import Foundation
import GRDB
import PartnerModel

extension NetworkStore {
  /// Whether a document is in the store, by the SHA-256 of its file.
  public func contains(digest: String) throws(StoreError) -> Bool {
    try attempt {
      try queue.read { database in
        let statement = try database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM document WHERE digest = ?)")
        return try Bool.fetchOne(statement, arguments: [digest]) ?? false
      }
    }
  }

  /// Adds a document with all it says, or nothing at all.
  ///
  /// - Parameters:
  ///   - document: What was read. Entities that the store knows already take on its aliases, and
  ///     its name where that is the fuller one.
  ///   - fingerprint: By which other reports of the story are recognised later.
  ///   - revised: Documents of the store whose date and story the new one settles; they change in
  ///     the same transaction, so that a later run need not notice that they have not.
  /// - Returns: `false` if the document was in the store already; then nothing changes.
  @discardableResult
  public func add(
    _ document: AnalysedDocument, fingerprint: [UInt8] = [], revising revised: [DocumentInfo] = []
  ) throws(StoreError) -> Bool {
    try attempt {
      try queue.write { database in
        guard let number = try insert(document.info, fingerprint, database) else { return false }
        for entity in document.entities {
          try EntityMerging.merge(entity.entity, database)
          for mention in entity.mentions {
            try database.cachedStatement(
              sql: """
                INSERT INTO mention (document, entity, start_offset, end_offset)
                VALUES (?, ?, ?, ?)
                """
            ).execute(arguments: [
              number, key(entity.entity.id), mention.start, mention.end,
            ])
          }
        }
        var known = Set(document.entities.map(\.entity.id))
        for statement in document.statements {
          for id in [statement.source, statement.target] where known.insert(id).inserted {
            try EntityMerging.merge(Entity(unnamed: id), database)
          }
          try insert(statement, document: number, database)
        }
        for document in revised { try revise(document, database) }
        return true
      }
    }
  }

  /// Gives documents of the store, found by digest, another date, basis of the date and story.
  public func update(_ documents: [DocumentInfo]) throws(StoreError) {
    try attempt {
      try queue.write { database in
        for document in documents { try revise(document, database) }
      }
    }
  }

  private func insert(
    _ info: DocumentInfo, _ fingerprint: [UInt8], _ database: Database
  ) throws -> Int64? {
    let arguments: StatementArguments = [
      clean(info.digest), clean(info.name), info.title.map(clean), info.source.map(clean),
      info.url.map(clean), info.date?.first.description, info.date?.last.description,
      info.dateBasis?.rawValue, info.story, info.wordCount,
    ]
    try database.cachedStatement(
      sql: """
        INSERT INTO document (digest, name, title, source, url, date_first, date_last, date_basis,
          story, word_count, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING
        """
    ).execute(arguments: arguments + [Data(fingerprint)])
    return database.changesCount == 1 ? database.lastInsertedRowID : nil
  }

  private func insert(
    _ statement: PartnerModel.Statement, document: Int64, _ database: Database
  ) throws {
    let confidence = statement.confidence.isFinite ? statement.confidence : 0
    try database.cachedStatement(
      sql: """
        INSERT INTO statement (document, source, relation, target, status, date_first, date_last,
          evidence_start, evidence_end, confidence, rule, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      document, key(statement.source), statement.relation.rawValue,
      key(statement.target), statement.status.rawValue,
      statement.date?.first.description, statement.date?.last.description,
      statement.evidence.start, statement.evidence.end, confidence, clean(statement.rule),
      clean(statement.text),
    ])
  }

  private func revise(_ document: DocumentInfo, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        UPDATE document SET date_first = ?, date_last = ?, date_basis = ?, story = ?
        WHERE digest = ?
        """
    ).execute(arguments: [
      document.date?.first.description, document.date?.last.description,
      document.dateBasis?.rawValue, document.story, document.digest,
    ])
    guard database.changesCount == 1 else {
      throw StoreError(
        .invalid, file: path, detail: "there is no document \(document.name) in the store",
        remedy: "add it first")
    }
  }
}

/// An identifier as the store writes it: Swift holds two spellings of one accented letter for
/// equal and SQLite does not, so all are brought to the composed one.
func key(_ id: EntityID) -> String {
  let text = clean(id.rawValue)
  return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}

/// SQLite's own functions end a text at the character NUL, and so do many tools that will open
/// the file. The replacement character takes its place, and offsets stay right.
func clean(_ text: String) -> String {
  guard text.utf8.contains(0) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
  return String(result)
}
