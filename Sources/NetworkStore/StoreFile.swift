#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path, found out without SQLite, which would make or alter files.
enum StoreFile {
  enum State: Equatable {
    case missing
    /// A file of no bytes, as `touch` makes it.
    case empty
    case store
  }

  /// Throws if there is something that is not a store of this version or an earlier one.
  static func inspect(_ path: String) throws(StoreError) -> State {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT && !path.isEmpty { return .missing }
      throw StoreError.system(path, errno, "cannot be opened")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw StoreError(
        .notAStore, file: path, detail: "is a folder",
        remedy: "name a file in it, such as \(path)/partners.sqlite")
    default:
      throw StoreError(
        .notAStore, file: path, detail: "is not an ordinary file",
        remedy: "name the store's file itself")
    }
    if status.st_size == 0 { return .empty }
    let header = try readHeader(path)
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      throw StoreError(
        .notAStore, file: path, detail: "is not an SQLite file, so it is not a store",
        remedy: "give another path; `partnernet ingest DOCUMENTS --store PATH` makes a store")
    }
    guard number(header, at: 68) == StoreSchema.applicationID else {
      throw StoreError(
        .notAStore, file: path, detail: "is an SQLite file of another program",
        remedy: "give another path; `partnernet ingest DOCUMENTS --store PATH` makes a store")
    }
    let version = number(header, at: 60)
    guard version <= StoreSchema.version else { throw StoreError.newer(path, version: version) }
    return .store
  }

  /// The path as SQLite takes it for a file, whatever it begins with: `:memory:` and `file:` have
  /// a meaning of their own to SQLite.
  static func sqlitePath(_ path: String) -> String {
    path.hasPrefix("/") || path.hasPrefix(".") ? path : "./" + path
  }

  private static func readHeader(_ path: String) throws(StoreError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.system(path, errno, "cannot be read") }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &header, 100, 0)
    guard count >= 0 else { throw StoreError.system(path, errno, "cannot be read") }
    return Array(header.prefix(count))
  }

  /// A big-endian number of the header of an SQLite file.
  private static func number(_ header: [UInt8], at place: Int) -> Int32 {
    Int32(bitPattern: header[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
}
