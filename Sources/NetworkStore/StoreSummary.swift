import GRDB
import PartnerModel

/// What a store holds, in numbers.
public struct StoreSummary: Hashable, Sendable {
  /// A name and how often it occurs.
  public struct Count: Hashable, Sendable {
    /// What is counted; empty where the store does not say.
    public var name: String
    /// How many.
    public var count: Int
  }

  /// How many documents.
  public var documents = 0
  /// How many stories they tell; reports of one story count once.
  public var stories = 0
  /// Words of running text.
  public var words = 0
  /// How many entities.
  public var entities = 0
  /// Entities by kind, the most frequent first.
  public var kinds: [Count] = []
  /// Places that name an entity.
  public var mentions = 0
  /// How many statements.
  public var statements = 0
  /// Statements by relation, the most frequent first.
  public var relations: [Count] = []
  /// Statements by status, the most frequent first.
  public var statuses: [Count] = []
  /// Documents by outlet, the most frequent first; an empty name for those that do not say.
  public var sources: [Count] = []
  /// Statements by year, in order; a date that is not known to the day counts by its middle.
  public var years: [Count] = []
  /// From the first to the last day that a statement speaks of; `nil` if none is dated.
  public var period: Period?
  /// Statements that no date is known for.
  public var undatedStatements = 0
  /// The names of the documents that no date is known for, in order of reading.
  public var undatedDocuments: [String] = []
}

extension NetworkStore {
  /// Counts what there is.
  public func summary() throws(StoreError) -> StoreSummary {
    try attempt {
      try queue.read { database in
        func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        func counts(_ sql: String) throws -> [StoreSummary.Count] {
          try Row.fetchAll(database, sql: sql).map {
            StoreSummary.Count(name: $0[0] ?? "", count: try $0.number(1))
          }
        }
        func counts(of column: String, in table: String) throws -> [StoreSummary.Count] {
          try counts(
            "SELECT \(column), count(*) FROM \(table) GROUP BY \(column) ORDER BY 2 DESC, 1")
        }
        var summary = StoreSummary()
        summary.documents = try number("SELECT count(*) FROM document")
        summary.stories = try number("SELECT count(DISTINCT story) FROM document")
        summary.words = try number("SELECT sum(word_count) FROM document")
        summary.entities = try number("SELECT count(*) FROM entity")
        summary.kinds = try counts(of: "kind", in: "entity")
        summary.mentions = try number("SELECT count(*) FROM mention")
        summary.statements = try number("SELECT count(*) FROM statement")
        summary.relations = try counts(of: "relation", in: "statement")
        summary.statuses = try counts(of: "status", in: "statement")
        summary.sources = try counts(of: "source", in: "document")
        summary.years = try counts(
          """
          SELECT strftime('%Y', (julianday(date_first) + julianday(date_last)) / 2), count(*)
          FROM evidence WHERE date_first IS NOT NULL GROUP BY 1 ORDER BY 1
          """)
        summary.undatedStatements = try number(
          "SELECT count(*) FROM evidence WHERE date_first IS NULL")
        summary.undatedDocuments = try String.fetchAll(
          database, sql: "SELECT name FROM document WHERE date_first IS NULL ORDER BY id")
        let ends = try Row.fetchOne(
          database, sql: "SELECT min(date_first), max(date_last) FROM evidence")
        if let ends, let dates = try PartialDate(ends[0], ends[1], store: path) {
          summary.period = Period(dates)
        }
        return summary
      }
    }
  }
}
