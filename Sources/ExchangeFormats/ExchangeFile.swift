import PartnerModel

/// Graph files: what a path holds, and reading it.
public enum ExchangeFile {
  /// What a graph can be read from.
  public enum Content: Hashable, Sendable {
    /// An SQLite file, which is for the store to judge.
    case store
    /// A file of one of the exchange formats.
    case exchange(ExchangeFormat)
  }

  /// What stands at a path: by its first bytes a store, or else by its ending. A store that is
  /// missing or empty is known by its ending.
  public static func content(of path: String) throws(ExchangeError) -> Content {
    let format = Result { () throws(ExchangeError) in try ExchangeFormat(path: path) }
    let looksLikeStore = [".sqlite", ".sqlite3", ".db"].contains { path.lowercased().hasSuffix($0) }
    // What is read of a pipe is gone.
    if FileBytes.isStream(path) { return .exchange(try format.get()) }
    do {
      let magic = "SQLite format 3\0".utf8
      if try FileBytes.read(path, first: magic.count).elementsEqual(magic) { return .store }
    } catch {
      if looksLikeStore { return .store }
      throw error
    }
    if looksLikeStore { return .store }
    return .exchange(try format.get())
  }

  /// Reads a graph, in the format of the path's ending.
  ///
  /// - Parameter threads: How many threads to read a large file on; the result is the same
  ///   for any.
  public static func read(
    _ path: String, threads: Int = 1
  ) throws(ExchangeError) -> ExchangeReading {
    switch try ExchangeFormat(path: path) {
    case .csv: return try EdgeListReader.read(path, isTabbed: false, threads: threads)
    case .tsv: return try EdgeListReader.read(path, isTabbed: true, threads: threads)
    case .json: return try NodeLinkReader.read(path, threads: threads)
    case .graphml: return try GraphMLReader.read(path, threads: threads)
    }
  }

  /// Reads a graph from bytes; `file` is what errors call them.
  public static func read(
    _ bytes: [UInt8], as format: ExchangeFormat, file: String
  ) throws(ExchangeError) -> ExchangeReading {
    var bytes = bytes
    return switch format {
    case .csv: try EdgeListReader.read(&bytes, file: file, isTabbed: false)
    case .tsv: try EdgeListReader.read(&bytes, file: file, isTabbed: true)
    case .json: try NodeLinkReader.read(bytes, file: file)
    case .graphml: try GraphMLReader.read(bytes, file: file)
    }
  }
}
