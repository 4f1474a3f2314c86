import GRDB
import PartnerModel

/// The evidence store: one SQLite file that holds documents, entities and statements.
///
/// The file keeps a rollback journal rather than a write-ahead log: a store that nobody writes is
/// always exactly one file, which can be copied, mailed, put on a network disk or opened from a
/// read-only folder. What it costs is that a commit waits for readers, of which the store has few.
public final class NetworkStore: Sendable {
  /// What a store is opened for.
  public enum Mode: Sendable {
    /// The file must exist and stays as it is.
    case reading
    /// The file is made if it does not exist.
    case writing
  }

  /// Where the store is.
  public let path: String
  let queue: DatabaseQueue

  /// Opens a store.
  ///
  /// A file that is not a store is left alone. While a store is being written, do not open the
  /// same file a second time in one process from another thread; other processes may read it.
  public init(path: String, mode: Mode) throws(StoreError) {
    self.path = path
    let state = try StoreFile.inspect(path)
    switch mode {
    case .reading:
      switch state {
      case .missing: throw StoreError.missing(path)
      case .empty: throw StoreError.empty(path)
      case .store: queue = try NetworkStore.openForReading(path)
      }
    case .writing:
      queue = try NetworkStore.openForWriting(path)
    }
  }

  /// Closes the file; the store cannot be used afterwards.
  public func close() throws(StoreError) {
    try attempt { try queue.close() }
  }

  private static func openForWriting(_ path: String) throws(StoreError) -> DatabaseQueue {
    try StoreError.attempt(path) {
      let queue = try DatabaseQueue(
        path: StoreFile.sqlitePath(path), configuration: configuration(readonly: false))
      try queue.writeWithoutTransaction { database in
        // Another tool may have switched the file to a write-ahead log, which is kept in the file.
        if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "delete" {
          try database.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        // First of all, so that a store whose making is cut off is known for one.
        if try Int32.fetchOne(database, sql: "PRAGMA application_id") != StoreSchema.applicationID {
          try database.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
        }
      }
      try StoreSchema.migrator.migrate(queue)
      try queue.write(StoreSchema.writeVocabulary)
      return queue
    }
  }

  private static func openForReading(_ path: String) throws(StoreError) -> DatabaseQueue {
    let queue = try StoreError.attempt(path) {
      do {
        return try connect(path, readonly: true)
      } catch let error as DatabaseError where needsRecovery(error) {
        // An ingest was cut off in the middle of a document. SQLite takes that document back as
        // soon as somebody who may write opens the file.
        do { try connect(path, readonly: false).close() } catch {
          throw StoreError(
            .notPermitted, file: path,
            detail: "the last ingest was cut off, and what it left half done cannot be taken back"
              + " here because the file or its folder is read-only",
            remedy: "copy the file and the -journal file beside it to a folder of your own")
        }
        return try connect(path, readonly: true)
      }
    }
    let version = try StoreError.attempt(path) {
      try queue.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }
    guard version > 0 else { throw StoreError.empty(path) }
    return queue
  }

  private static func connect(_ path: String, readonly: Bool) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: StoreFile.sqlitePath(path), configuration: configuration(readonly: readonly))
    // Opening is lazy; the first look at the tables meets whatever is wrong with the file.
    _ = try queue.unsafeRead { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  private static func needsRecovery(_ error: DatabaseError) -> Bool {
    error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || error.extendedResultCode == .SQLITE_READONLY_RECOVERY
  }

  private static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.label = "store"
    return configuration
  }

  /// Runs `body` and turns what the database throws into a ``StoreError``.
  func attempt<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
    try StoreError.attempt(path, body)
  }
}
