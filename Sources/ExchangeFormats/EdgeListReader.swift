import PartnerModel

/// Reads edge lists: `source,target[,relation,weight,date,...]`, columns in any order.
struct EdgeListReader {
  private typealias Field = RecordScanner.Field
  private var builder: EvidenceBuilder
  private var columns = EdgeListColumns(withoutHeader: 2)
  private var fields: [Field] = []
  private let file: String
  private var delimiter: UInt8
  private var line = 1

  /// Reads the bytes of a file, which it may alter.
  static func read(
    _ bytes: inout [UInt8], file: String, isTabbed: Bool
  ) throws(ExchangeError) -> ExchangeReading {
    var reader = EdgeListReader(file: file, isTabbed: isTabbed)
    let size = bytes.count
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ExchangeError) in
      try reader.read(bytes, of: size)
    }
    return try reader.builder.reading()
  }

  /// Reads a file.
  static func read(_ path: String, isTabbed: Bool) throws(ExchangeError) -> ExchangeReading {
    var reader = EdgeListReader(file: path, isTabbed: isTabbed)
    var blocks = try RowBlocks(path)
    while let block = try blocks.next() { try reader.read(block, of: blocks.size) }
    return try reader.builder.reading()
  }

  private init(file: String, isTabbed: Bool) {
    self.file = file
    delimiter = isTabbed ? 9 : 0
    builder = EvidenceBuilder(file: file)
  }

  /// Reads whole rows, the first of them the header if none was read before.
  private mutating func read(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, of size: Int
  ) throws(ExchangeError) {
    var start = 0
    let isFirst = fields.isEmpty
    if isFirst {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw ExchangeError(
          .malformed, file: file, detail: "is in UTF-16", remedy: "save it as UTF-8")
      }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      if delimiter == 0 { delimiter = EdgeListReader.delimiter(bytes, from: start) }
    }
    var scanner = RecordScanner(bytes, from: start, line: line, delimiter: delimiter)
    if isFirst {
      try readHeader(&scanner)
      builder.reserve(min(size / 24, 1 << 26))
      fields = [Field](repeating: Field(), count: max(columns.count, 1))
    }
    var fields = fields
    try fields.withUnsafeMutableBufferPointer { fields throws(ExchangeError) in
      while scanner.place < scanner.end {
        let line = scanner.line
        let count = scanner.next(into: fields)
        if scanner.isUnclosed { throw unclosed(line) }
        readRow(fields, count, line, UnsafeMutableRawPointer(scanner.base))
      }
    }
    line = scanner.line
  }

  /// Semicolons are what spreadsheets write where the comma is the decimal sign.
  private static func delimiter(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> UInt8 {
    let header = bytes[start...].prefix { $0 != 10 && $0 != 13 }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 9].first { header.contains($0) }
      ?? UInt8(ascii: ",")
  }

  private func unclosed(_ line: Int) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, line: line, detail: "a quotation mark is opened and never closed",
      remedy: "close it, or double it if it belongs to the text")
  }

  // MARK: - The header

  private mutating func readHeader(_ scanner: inout RecordScanner) throws(ExchangeError) {
    var header: [String] = []
    var before = scanner
    repeat {
      before = scanner
      guard scanner.place < scanner.end else {
        throw ExchangeError(
          .malformed, file: file, detail: "is empty",
          remedy: "an edge list begins with a line such as source,target,relation,weight,date")
      }
      header = try headerFields(&scanner)
    } while header == [""] || header.first?.hasPrefix("#") == true
    columns = EdgeListColumns(header: header)
    if columns.isEdgeList {
      if !columns.ignored.isEmpty {
        builder.notes.append("columns not read: " + columns.ignored.joined(separator: ", "))
      }
      return
    }
    let namesRole = header.contains { EdgeListColumns.Role(header: $0) != nil }
    let isWeighted = header.count == 3 && Double(header[2]) != nil
    guard !namesRole, header.count == 2 || isWeighted else { throw noEdgeList(header) }
    columns = EdgeListColumns(withoutHeader: header.count)
    builder.notes.append(
      "no header: the columns are taken for source, target" + (isWeighted ? ", weight" : ""))
    scanner = before
  }

  private func headerFields(_ scanner: inout RecordScanner) throws(ExchangeError) -> [String] {
    var fields = [Field](repeating: Field(), count: 1000)
    let line = scanner.line
    let count = fields.withUnsafeMutableBufferPointer { scanner.next(into: $0) }
    if scanner.isUnclosed { throw unclosed(line) }
    var texts: [String] = []
    for field in fields.prefix(count) {
      let bytes = FileText(
        start: scanner.base + field.start, count: field.end - field.start)
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

  // MARK: - The rows

  @inline(__always)
  private mutating func readRow(
    _ fields: UnsafeMutableBufferPointer<Field>, _ count: Int, _ line: Int,
    _ base: UnsafeMutableRawPointer
  ) {
    func text(_ role: EdgeListColumns.Role) -> FileText {
      let place = columns[role]
      guard place >= 0, place < count else { return .none }
      let field = fields[place]
      return FileText(start: base + field.start, count: field.end - field.start)
    }
    if count != columns.count, !isUsable(fields, count, line) { return }
    let source = text(.source)
    let target = text(.target)
    guard !source.isEmpty, !target.isEmpty else {
      builder.report(line: line, "the row has no \(source.isEmpty ? "source" : "target")")
      return
    }
    var weight = 1.0
    let weightText = text(.weight)
    if !weightText.isEmpty {
      guard let value = FieldReader.weight(weightText) else {
        report(
          line, weightText, "is not a weight", "weights are numbers from 0, with a decimal point")
        return
      }
      weight = value
    }
    var date: PartialDate?
    let dateText = text(.date)
    if !dateText.isEmpty {
      date = FieldReader.date(dateText)
      if date == nil {
        report(line, dateText, "is not a date", "write 2012, 2012-10, 2012-10-17 or two with a /")
        return
      }
    }
    var status = Status.asserted
    let statusText = text(.status)
    if !statusText.isEmpty {
      guard let value = FieldReader.status(statusText) else {
        report(
          line, statusText, "is not a status",
          Status.allCases.map(\.rawValue).joined(separator: ", "))
        return
      }
      status = value
    }
    guard let type = type(text(.relation), text(.type), text(.kind), text(.label)),
      let sourcePlace = builder.entity(source), let targetPlace = builder.entity(target)
    else {
      builder.report(
        line: line, "the row is not text in UTF-8, or holds a NUL byte", "save it as UTF-8")
      return
    }
    var document: Int32 = -1
    if columns[.document] >= 0 {
      document = builder.document(text(.document), story: text(.story))
    }
    if columns[.sourceName] >= 0 { name(sourcePlace, text(.sourceName)) }
    if columns[.targetName] >= 0 { name(targetPlace, text(.targetName)) }
    builder.add(
      Observation(
        source: sourcePlace, target: targetPlace, relation: type, status: status, weight: weight,
        date: date, document: document, row: Int64(line)))
  }

  /// The relation is in the first of these columns that says something. In Gephi's files the type
  /// says instead whether the edge is directed.
  @inline(__always)
  private mutating func type(
    _ relation: FileText, _ type: FileText,
    _ kind: FileText, _ label: FileText
  ) -> Int32? {
    var name = relation
    var isUndirected = false
    if type.isWord("undirected") {
      isUndirected = true
    } else if name.isEmpty, !type.isWord("directed") {
      name = type
    }
    if name.isEmpty { name = kind }
    if name.isEmpty { name = label }
    if name.isEmpty {
      return builder.type(EvidenceBuilder.unnamedRelation, isUndirected: isUndirected)
    }
    return builder.type(name, isUndirected: isUndirected)
  }

  private mutating func name(_ place: Int32, _ text: FileText) {
    builder.describe(place, name: EvidenceBuilder.text(text), kind: nil, aliases: [])
  }

  /// Whether a row of more or fewer fields than the header can be read all the same; an empty
  /// line cannot, and needs no word.
  @inline(never)
  private mutating func isUsable(
    _ fields: UnsafeMutableBufferPointer<Field>, _ count: Int, _ line: Int
  ) -> Bool {
    if count < columns.count { return count > 1 || fields[0].start < fields[0].end }
    builder.report(
      line: line, "the row has \(count) fields, the header \(columns.count)",
      "put fields that hold the delimiter in quotation marks")
    return false
  }

  private mutating func report(
    _ line: Int, _ text: FileText, _ detail: String, _ remedy: String
  ) {
    builder.report(line: line, "'\(text.shown)' \(detail)", remedy)
  }
}
