/// The beginning of an edge list: what tells how to read its rows.
struct EdgeListHeader {
  let file: String
  let delimiter: UInt8
  private(set) var columns = EdgeListColumns(withoutHeader: 2)
  private(set) var notes: [String] = []
  /// Where the rows begin, and on which line.
  private(set) var place = 0
  private(set) var line = 1

  /// How long a header usually is at most.
  static let usualLength = 1 << 16

  /// Reads the header of a file that begins with `bytes`.
  init(
    of bytes: UnsafeBufferPointer<UInt8>, file: String, isTabbed: Bool
  ) throws(ExchangeError) {
    // Read from a copy, as scanning may alter what turns out to be the first row.
    let few = bytes.prefix(EdgeListHeader.usualLength)
    if few.count < bytes.count, let end = few.lastIndex(of: 10),
      let header = try? EdgeListHeader(Array(few[...end]), file, isTabbed)
    {
      self = header
    } else {
      try self.init(Array(bytes), file, isTabbed)
    }
  }

  private init(_ bytes: [UInt8], _ file: String, _ isTabbed: Bool) throws(ExchangeError) {
    self.file = file
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ExchangeError(
        .malformed, file: file, detail: "is in UTF-16", remedy: "save it as UTF-8")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    delimiter = isTabbed ? 9 : EdgeListHeader.delimiter(bytes[start...])
    var bytes = bytes
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ExchangeError) in
      var scanner = RecordScanner(bytes, from: start, delimiter: delimiter)
      try read(&scanner)
      place = scanner.place
      line = scanner.line
    }
  }

  /// Semicolons are what spreadsheets write where the comma is the decimal sign.
  private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let header = bytes.prefix { $0 != 10 && $0 != 13 }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 9].first { header.contains($0) }
      ?? UInt8(ascii: ",")
  }

  private mutating func read(_ scanner: inout RecordScanner) throws(ExchangeError) {
    var header: [String] = []
    var before = scanner
    repeat {
      before = scanner
      guard scanner.place < scanner.end else {
        throw ExchangeError(
          .malformed, file: file, detail: "is empty",
          remedy: "an edge list begins with a line such as source,target,relation,weight,date")
      }
      header = try fields(&scanner)
    } while header == [""] || header.first?.hasPrefix("#") == true
    columns = EdgeListColumns(header: header)
    if columns.isEdgeList {
      let ignored = columns.ignored(of: header)
      if !ignored.isEmpty {
        notes.append("columns not read: " + ignored.joined(separator: ", "))
      }
      return
    }
    let namesRole = header.contains { EdgeListColumns.Role(header: $0) != nil }
    let isWeighted = header.count == 3 && Double(header[2]) != nil
    guard !namesRole, header.count == 2 || isWeighted else { throw noEdgeList(header) }
    columns = EdgeListColumns(withoutHeader: header.count)
    notes.append(
      "no header: the columns are taken for source, target" + (isWeighted ? ", weight" : ""))
    scanner = before
  }

  private func fields(_ scanner: inout RecordScanner) throws(ExchangeError) -> [String] {
    var fields = [RecordScanner.Field](repeating: RecordScanner.Field(), count: 1000)
    let line = scanner.line
    let count = fields.withUnsafeMutableBufferPointer { scanner.next(into: $0) }
    if scanner.isUnclosed { throw .unclosedQuotation(file, line) }
    var texts: [String] = []
    for field in fields.prefix(count) {
      let bytes = FileText(start: scanner.base + field.start, count: field.end - field.start)
      guard let text = EvidenceBuilder.text(bytes) else {
        throw ExchangeError(
          .malformed, file: file, line: line, detail: "is not text in UTF-8",
          remedy: "save it as UTF-8")
      }
      texts.append(text)
    }
    return texts
  }

  private func noEdgeList(_ header: [String]) -> ExchangeError {
    let columns = header.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    let isNodeTable = header.map { $0.lowercased() }.contains("id")
    return ExchangeError(
      .malformed, file: file, line: 1,
      detail: "has no columns source and target, but " + columns,
      remedy: isNodeTable
        ? "this looks like a table of nodes: give the table of edges"
        : "name the columns in the first line: source,target,relation,weight,date")
  }
}

extension ExchangeError {
  static func unclosedQuotation(_ file: String, _ line: Int) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, line: line, detail: "a quotation mark is opened and never closed",
      remedy: "close it, or double it if it belongs to the text")
  }
}
