import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StoreError {
  static func missing(_ path: String) -> StoreError {
    StoreError(
      .notFound, file: path, detail: "no such file",
      remedy: "check the path; `partnernet ingest DOCUMENTS --store PATH` makes a store")
  }

  static func empty(_ path: String) -> StoreError {
    StoreError(
      .notAStore, file: path, detail: "is empty; nothing was ever read into it",
      remedy: "fill it with `partnernet ingest DOCUMENTS --store \(path)`")
  }

  static func newer(_ path: String, version: Int32) -> StoreError {
    StoreError(
      .newerVersion, file: path,
      detail: "was made by a later version of partnernet (schema \(version); this one knows"
        + " \(StoreSchema.version))",
      remedy: "update partnernet")
  }

  static func damaged(_ path: String, _ detail: String) -> StoreError {
    StoreError(
      .damaged, file: path, detail: "the store is damaged: \(detail)",
      remedy: "restore it from a copy, or read the documents into a new store")
  }

  /// A failed call of the operating system.
  static func system(_ path: String, _ number: Int32, _ detail: String) -> StoreError {
    let reason = String(cString: strerror(number))
    let isPermission = number == EACCES || number == EPERM || number == EROFS
    return StoreError(
      isPermission ? .notPermitted : .notFound, file: path, detail: "\(detail): \(reason)",
      remedy: isPermission ? "check who may read and write it" : "check the path")
  }

  /// Runs `body` and turns what the database throws into a ``StoreError``.
  static func attempt<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(path, error)
    } catch {
      throw StoreError(.damaged, file: path, detail: "\(error)", remedy: "")
    }
  }

  private init(_ path: String, _ error: DatabaseError) {
    let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, file: path, detail: "another program is using the store",
        remedy: "try again when it has finished")
    case .SQLITE_NOTADB:
      self.init(
        .notAStore, file: path, detail: "is not a store", remedy: "give the path of a store")
    case .SQLITE_CANTOPEN where !StoreError.folderExists(of: path):
      self.init(
        .notFound, file: path, detail: "its folder does not exist",
        remedy: "make the folder, or check the path")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .notPermitted, file: path, detail: "cannot be opened or written: \(message)",
        remedy: "check who may read and write the file and its folder")
    case .SQLITE_FULL:
      self.init(
        .disk, file: path, detail: "the disk is full",
        remedy: "make room and run the command again; what is in the store is whole")
    case .SQLITE_IOERR where error.extendedResultCode != .SQLITE_IOERR_SHORT_READ:
      self.init(
        .disk, file: path, detail: "the disk failed: \(message)",
        remedy: "check the disk and run the command again")
    case .SQLITE_CONSTRAINT:
      self.init(
        .invalid, file: path, detail: "the document contradicts itself: \(message)",
        remedy: "report this with the document")
    default:
      self = .damaged(path, message)
    }
  }

  private static func folderExists(of path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/") else { return true }
    return slash == path.startIndex || access(String(path[..<slash]), F_OK) == 0
  }
}
