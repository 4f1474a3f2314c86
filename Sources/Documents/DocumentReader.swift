/// Finds documents in files, folders and streams, and reads them one after the other.
public struct DocumentReader: Sendable {
  /// The largest document read, in bytes.
  public var sizeLimit: Int

  /// A reader that refuses documents of more than `sizeLimit` bytes.
  public init(sizeLimit: Int = 16 << 20) {
    self.sizeLimit = min(max(sizeLimit, 1), 1 << 30)
  }

  /// Reads the documents of some paths one after the other.
  ///
  /// A path is a file, a folder, or `-` for NDJSON on standard input. Folders are read with all
  /// that is in them, in the order of the names, except hidden files. What cannot be read is
  /// reported and the rest goes on. Holds one document at a time.
  public func read(
    paths: [String], problem: (DocumentError) throws -> Void, body: (Document) throws -> Void
  ) rethrows {
    try sources(paths: paths, problem: problem) { source in
      switch Result(catching: { () throws(DocumentError) in try Document(source) }) {
      case .success(let document):
        for note in document.notes { try problem(note) }
        try body(document)
      case .failure(let error): try problem(error)
      }
    }
  }

  /// Finds the documents of some paths without reading more than their bytes, so that the reading
  /// itself, `Document(_:)`, can be done on several cores.
  public func sources(
    paths: [String], problem: (DocumentError) throws -> Void,
    body: (DocumentSource) throws -> Void
  ) rethrows {
    for path in paths {
      if path == "-" {
        try records(.standardInput, "standard input", problem, body)
        continue
      }
      switch Result(catching: { () throws(FileInput.Failure) in try FileInput.kind(of: path) }) {
      case .failure(let failure): try problem(Self.error(failure, path))
      case .success(.folder): try folder(path, problem, body)
      case .success(let kind): try file(path, kind, problem, body)
      }
    }
  }

  // MARK: Files

  private func file(
    _ path: String, _ kind: FileInput.Kind, _ problem: (DocumentError) throws -> Void,
    _ body: (DocumentSource) throws -> Void
  ) rethrows {
    if case .records = FileEnding(path) {
      switch Result(catching: { () throws(FileInput.Failure) in try FileInput(path: path) }) {
      case .success(let input): try records(input, path, problem, body)
      case .failure(let failure): try problem(Self.error(failure, path))
      }
      return
    }
    switch Result(catching: { () throws(DocumentError) in try bytes(path, kind) }) {
    case .success(let bytes): try body(DocumentSource(name: path, bytes: bytes))
    case .failure(let error): try problem(error)
    }
  }

  private func bytes(_ path: String, _ kind: FileInput.Kind) throws(DocumentError) -> [UInt8] {
    if case .file(let size) = kind, size > sizeLimit { throw tooLarge(path, size) }
    do throws(FileInput.Failure) {
      guard let bytes = try FileInput(path: path).readAll(limit: sizeLimit) else {
        throw FileInput.Failure.other("")
      }
      return bytes
    } catch {
      if case .other("") = error { throw tooLarge(path, nil) }
      throw Self.error(error, path)
    }
  }

  private func tooLarge(_ path: String, _ size: Int?) -> DocumentError {
    let limit = Self.megabytes(sizeLimit)
    return DocumentError(
      .tooLarge, file: path,
      detail: size.map { "is \(Self.megabytes($0)) large, more than the limit of \(limit)" }
        ?? "is larger than the limit of \(limit)",
      remedy: "split it; many documents in one file can be given as NDJSON, one a line")
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    if tenths == 0 { return "\(bytes) bytes" }
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }

  static func error(_ failure: FileInput.Failure, _ path: String) -> DocumentError {
    switch failure {
    case .missing:
      DocumentError(
        .missing, file: path, detail: "there is no such file or folder",
        remedy: "check the path")
    case .denied:
      DocumentError(
        .denied, file: path, detail: "may not be read",
        remedy: "give yourself permission (chmod u+r) or leave it out")
    case .other(let reason):
      DocumentError(
        .unreadable, file: path, detail: "cannot be read: \(reason)",
        remedy: "check the file and try again")
    }
  }

  // MARK: Folders

  private func folder(
    _ path: String, _ problem: (DocumentError) throws -> Void,
    _ body: (DocumentSource) throws -> Void
  ) rethrows {
    var walk = FolderWalk(path)
    var isEmpty = true
    while let item = walk.next() {
      switch item {
      case .file(let path, let kind):
        isEmpty = false
        try file(path, kind, problem, body)
      case .failure(let error):
        isEmpty = false
        try problem(error)
      }
    }
    if let note = walk.skippedNote { try problem(note) }
    if isEmpty {
      try problem(
        DocumentError(
          .emptyFolder, file: path, detail: "holds no documents",
          remedy: "put .txt, .md, .html or .ndjson files there, or name a file itself"))
    }
  }

  // MARK: NDJSON

  private func records(
    _ input: consuming FileInput, _ name: String, _ problem: (DocumentError) throws -> Void,
    _ body: (DocumentSource) throws -> Void
  ) rethrows {
    var lines = RecordLines(input, limit: sizeLimit)
    var isEmpty = true
    while true {
      var line: RecordLines.Line?
      do throws(FileInput.Failure) {
        line = try lines.next()
      } catch {
        try problem(Self.error(error, name))
        return
      }
      switch line {
      case nil:
        if isEmpty {
          try problem(
            DocumentError(
              .emptyDocument, file: name, detail: "holds no documents",
              remedy: "give one JSON object with a \"text\" a line"))
        }
        return
      case .tooLong?:
        isEmpty = false
        var error = tooLarge(name, nil)
        error.line = lines.number
        error.remedy = "give one document a line, and split this one"
        try problem(error)
      case .bytes(let bytes)?:
        if bytes.allSatisfy({ $0 <= 32 }) { continue }
        isEmpty = false
        switch Result(catching: { () throws(DocumentRecord.Failure) in
          try DocumentRecord.read(bytes)
        }) {
        case .success(let record):
          try body(
            DocumentSource(
              name: record.name ?? "\(name):\(lines.number)", bytes: Array(record.text.utf8),
              format: .plain, metadata: record.metadata))
        case .failure(let failure):
          try problem(
            DocumentError(
              .badRecord, file: name, line: lines.number, detail: failure.reason,
              remedy: "give one JSON object with a \"text\" a line"))
        }
      }
    }
  }
}
