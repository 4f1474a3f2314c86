import GRDB
import PartnerModel

/// The tables of a store, as people meet them in other tools: SQLite keeps the comments.
enum StoreSchema {
  /// Marks the file as a store ("PNet" in ASCII); `PRAGMA application_id` shows it.
  static let applicationID: Int32 = 0x504E_6574
  /// The version of the schema; `PRAGMA user_version` shows it.
  static let version: Int32 = 1

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 documents, entities and statements") { database in
      try database.execute(sql: tables)
      try database.execute(sql: indices)
      try database.execute(sql: views)
      // The same transaction that makes the tables marks the file, so that no moment exists at
      // which it is one without the other.
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
    return migrator
  }

  /// Brings the vocabulary's tables up to this program's, which may know more relations than the
  /// one that made the store.
  static func writeVocabulary(_ database: Database) throws {
    for relation in Relation.allCases {
      try database.execute(
        sql: "INSERT OR IGNORE INTO relation (name, family, is_undirected) VALUES (?, ?, ?)",
        arguments: [relation.rawValue, relation.group.rawValue, relation.isUndirected])
    }
    for status in Status.allCases {
      try database.execute(
        sql: "INSERT OR IGNORE INTO status (name, weight) VALUES (?, ?)",
        arguments: [status.rawValue, status.weight])
    }
  }

  private static let tables = """
    CREATE TABLE document (
      -- What was read, one row a document, in the order of reading.
      id          INTEGER PRIMARY KEY,
      digest      TEXT NOT NULL UNIQUE,   -- SHA-256 of the file: a document is read once
      name        TEXT NOT NULL,          -- the path as it was given, or the id of an NDJSON line
      title       TEXT,                   -- the headline
      source      TEXT,                   -- the outlet that published it
      url         TEXT,
      date_first  TEXT,                   -- first day it may have been published, yyyy-mm-dd
      date_last   TEXT,                   -- last such day; both NULL when the date is unknown
      date_basis  TEXT CHECK (date_basis IN ('stated', 'inferred', 'estimated')),
      story       INTEGER NOT NULL,       -- reports of one story share a number
      word_count  INTEGER NOT NULL,
      fingerprint BLOB NOT NULL,          -- by which other reports of the story are recognised
      CHECK ((date_first IS NULL) = (date_last IS NULL)),
      CHECK ((date_first IS NULL) = (date_basis IS NULL))
    );

    CREATE TABLE entity (
      -- The countries, organisations and people that documents speak of.
      id   TEXT NOT NULL PRIMARY KEY,     -- country/RU, organisation/nato, person/sergei-chemezov
      kind TEXT CHECK (kind IN ('country', 'organisation', 'person')),
      name TEXT NOT NULL                  -- the fullest name met
    );

    CREATE TABLE alias (
      -- Other names that an entity goes by.
      entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
      name   TEXT NOT NULL,
      PRIMARY KEY (entity, name)
    );

    CREATE TABLE mention (
      -- Every place where a document names an entity.
      id           INTEGER PRIMARY KEY,
      document     INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      entity       TEXT NOT NULL REFERENCES entity (id),
      start_offset INTEGER NOT NULL,      -- Unicode characters from the start of the file
      end_offset   INTEGER NOT NULL       -- the character after the last
    );

    CREATE TABLE relation (
      -- The vocabulary of ties.
      name          TEXT NOT NULL PRIMARY KEY,
      family        TEXT NOT NULL CHECK (family IN ('cooperative', 'hostile', 'structural')),
      is_undirected INTEGER NOT NULL CHECK (is_undirected IN (0, 1))
    );

    CREATE TABLE status (
      -- How a sentence presents what it claims, and what such a claim adds to a tie.
      name   TEXT NOT NULL PRIMARY KEY,
      weight REAL NOT NULL
    );

    CREATE TABLE statement (
      -- One claim made by one sentence.
      id             INTEGER PRIMARY KEY,
      document       INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      source         TEXT NOT NULL REFERENCES entity (id),
      relation       TEXT NOT NULL REFERENCES relation (name),
      target         TEXT NOT NULL REFERENCES entity (id),
      status         TEXT NOT NULL REFERENCES status (name),
      date_first     TEXT,                -- the event's own date, where the sentence gives one
      date_last      TEXT,
      evidence_start INTEGER NOT NULL,    -- Unicode characters from the start of the file
      evidence_end   INTEGER NOT NULL,    -- the character after the sentence
      confidence     REAL NOT NULL,       -- 0 to 1
      rule           TEXT NOT NULL,       -- the rule that found it
      text           TEXT NOT NULL,       -- the sentence
      CHECK ((date_first IS NULL) = (date_last IS NULL))
    );

    """

  private static let indices = """
    CREATE INDEX document_by_date ON document (date_first, date_last);
    CREATE INDEX document_by_story ON document (story);
    CREATE INDEX alias_by_name ON alias (name);
    CREATE INDEX mention_by_document ON mention (document);
    CREATE INDEX mention_by_entity ON mention (entity);
    CREATE INDEX statement_by_document ON statement (document);
    CREATE INDEX statement_by_source ON statement (source, target);
    CREATE INDEX statement_by_target ON statement (target);
    CREATE INDEX statement_by_date ON statement (date_first, date_last);

    """

  private static let views = """
    CREATE VIEW evidence AS
      -- Every statement with the names, the document, and the date that counts: its own, or the
      -- document's unless the sentence looks back on an earlier event.
      SELECT
        statement.id,
        COALESCE(statement.date_first,
          CASE WHEN statement.status <> 'historical' THEN document.date_first END) AS date_first,
        COALESCE(statement.date_last,
          CASE WHEN statement.status <> 'historical' THEN document.date_last END) AS date_last,
        statement.source, a.name AS source_name,
        statement.relation,
        statement.target, b.name AS target_name,
        statement.status, statement.text, statement.confidence, statement.rule,
        statement.evidence_start, statement.evidence_end,
        statement.document, document.name AS document_name, document.title,
        document.source AS outlet, document.url, document.story
      FROM statement
      JOIN document ON document.id = statement.document
      JOIN entity AS a ON a.id = statement.source
      JOIN entity AS b ON b.id = statement.target;

    CREATE VIEW tie AS
      -- Who is tied to whom, over all time. Reports of one story count once for weight, as often
      -- as the one that says it most, and as so many documents. A tie without order has its ends
      -- in the order of their ids. A tie that every statement denies has weight 0.
      WITH observation AS (
        SELECT
          CASE WHEN relation.is_undirected THEN MIN(evidence.source, evidence.target)
            ELSE evidence.source END AS source,
          evidence.relation, relation.family,
          CASE WHEN relation.is_undirected THEN MAX(evidence.source, evidence.target)
            ELSE evidence.target END AS target,
          evidence.story, evidence.document, status.weight,
          CASE WHEN status.weight > 0 THEN evidence.date_first END AS date_first,
          CASE WHEN status.weight > 0 THEN evidence.date_last END AS date_last
        FROM evidence
        JOIN relation ON relation.name = evidence.relation
        JOIN status ON status.name = evidence.status
      ), account AS (
        SELECT source, relation, family, target, story, SUM(weight) AS weight,
          MIN(date_first) AS date_first, MAX(date_last) AS date_last, COUNT(*) AS statements
        FROM observation GROUP BY source, relation, target, story, document
      ), told AS (
        SELECT source, relation, family, target, MAX(weight) AS weight,
          MIN(date_first) AS date_first, MAX(date_last) AS date_last,
          SUM(statements) AS statements, COUNT(*) AS documents
        FROM account GROUP BY source, relation, target, story
      )
      SELECT told.source, a.name AS source_name, told.relation, told.family,
        told.target, b.name AS target_name, SUM(told.weight) AS weight,
        MIN(told.date_first) AS date_first, MAX(told.date_last) AS date_last,
        SUM(told.statements) AS statements, SUM(told.documents) AS documents
      FROM told
      JOIN entity AS a ON a.id = told.source
      JOIN entity AS b ON b.id = told.target
      GROUP BY told.source, told.relation, told.target;

    """
}
