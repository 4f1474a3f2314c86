import GRDB
import GRDBSQLite

/// The rows of a query as SQLite holds them, for tables of millions: nothing of a row is copied or
/// decoded before it is asked for.
struct RawRows {
  private let database: Database
  private let statement: GRDB.Statement

  init(_ database: Database, sql: String) throws {
    self.database = database
    statement = try database.makeStatement(sql: sql)
  }

  /// Goes on to the next row; whether there is one.
  func next() throws -> Bool {
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage,
        sql: statement.sql)
    }
  }

  /// A column as an integer; `nil` if it is none.
  @inline(__always)
  func number(_ column: CInt) -> Int? {
    guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER else {
      return nil
    }
    return Int(sqlite3_column_int64(statement.sqliteStatement, column))
  }

  /// The bytes of a column, which hold until the next row; `nil` if it is empty.
  @inline(__always)
  func text(_ column: CInt) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(statement.sqliteStatement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
    return UnsafeBufferPointer(start: start, count: count)
  }
}
