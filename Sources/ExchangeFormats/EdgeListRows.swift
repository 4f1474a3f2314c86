import PartnerModel

/// Reads the rows of an edge list whose header is known.
struct EdgeListRows {
  let header: EdgeListHeader
  private(set) var builder: EvidenceBuilder
  /// The line on which reading goes on.
  private(set) var line: Int

  private let columns: EdgeListColumns
  /// What was fetched of the table of names in advance.
  private var fetched: UInt32 = 0

  private static let mostRows = 64

  /// A row whose ends wait to be looked up.
  private struct Row {
    let line: Int
    let cells: Cells
    let source: NameTable.Key
    let target: NameTable.Key
  }

  /// - Parameters:
  ///   - line: The line on which the rows begin, unless they follow the header.
  ///   - room: Where the observations go, if not into the evidence.
  init(_ header: EdgeListHeader, line: Int? = nil, room: ObservationRoom? = nil) {
    self.header = header
    self.line = line ?? header.line
    columns = header.columns
    builder = EvidenceBuilder(file: header.file, room: room)
    builder.notes = header.notes
    if let room { builder.reserveEntities(room.count / 4) }
  }

  /// Makes room for the rows in so many bytes of a file that begins with `bytes`.
  mutating func reserve(for byteCount: Int, like bytes: UnsafeBufferPointer<UInt8>) {
    let sample = bytes.prefix(EdgeListHeader.usualLength)
    let lines = sample.count { $0 == 10 }
    guard lines > 0 else { return }
    // One in eight more, as room that is not used costs nothing, and no more than plausible.
    let count = Double(byteCount) * Double(lines) / Double(sample.count) * 1.125
    builder.reserve(min(Int(count), byteCount / 8, 1 << 26))
  }

  /// Reads whole rows.
  mutating func read(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) throws(ExchangeError) {
    var scanner = RecordScanner(bytes, from: start, line: line, delimiter: header.delimiter)
    let width = max(columns.count, 1)
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: EdgeListRows.mostRows)
    let fields = UnsafeMutablePointer<RecordScanner.Field>.allocate(
      capacity: EdgeListRows.mostRows * width)
    defer {
      rows.deallocate()
      fields.deallocate()
    }
    while scanner.place < scanner.end {
      var count = 0
      while count < EdgeListRows.mostRows, scanner.place < scanner.end {
        let line = scanner.line
        let own = UnsafeMutableBufferPointer(start: fields + count * width, count: width)
        let fieldCount = scanner.next(into: own)
        if scanner.isUnclosed { throw .unclosedQuotation(header.file, line) }
        let cells = Cells(
          fields: own.baseAddress.unsafelyUnwrapped, count: fieldCount, base: scanner.base,
          end: scanner.end)
        let row = Row(
          line: line, cells: cells, source: key(cells, columns[.source]),
          target: key(cells, columns[.target]))
        (rows + count).initialize(to: row)
        count += 1
      }
      for number in 0..<count {
        fetched &+= builder.entityNames.fetch(rows[number].source)
        fetched &+= builder.entityNames.fetch(rows[number].target)
      }
      for number in 0..<count { readRow(rows[number]) }
    }
    line = scanner.line
  }

  @inline(__always)
  private mutating func readRow(_ row: Row) {
    let line = row.line
    let cells = row.cells
    if cells.count != columns.count, !isUsable(cells, line) { return }
    guard !row.source.text.isEmpty, !row.target.text.isEmpty else {
      let end = row.source.text.isEmpty ? "source" : "target"
      builder.report(line: line, "the row has no \(end)")
      return
    }
    var weight = 1.0
    let weightText = cells[columns[.weight]]
    if !weightText.isEmpty {
      guard let value = FieldReader.weight(weightText, room: cells.room(columns[.weight])) else {
        report(
          line, weightText, "is not a weight", "weights are numbers from 0, with a decimal point")
        return
      }
      weight = value
    }
    var date: PartialDate?
    let dateText = cells[columns[.date]]
    if !dateText.isEmpty {
      date = FieldReader.date(dateText)
      if date == nil {
        report(line, dateText, "is not a date", "write 2012, 2012-10, 2012-10-17 or two with a /")
        return
      }
    }
    var status = Status.asserted
    let statusText = cells[columns[.status]]
    if !statusText.isEmpty {
      guard let value = FieldReader.status(statusText) else {
        report(
          line, statusText, "is not a status",
          Status.allCases.map(\.rawValue).joined(separator: ", "))
        return
      }
      status = value
    }
    guard let type = type(of: cells),
      let sourcePlace = builder.entity(row.source),
      let targetPlace = builder.entity(row.target)
    else {
      builder.report(
        line: line, "the row is not text in UTF-8, or holds a NUL byte", "save it as UTF-8")
      return
    }
    var document: Int32 = -1
    if columns[.document] >= 0 {
      document = builder.document(cells[columns[.document]], story: cells[columns[.story]])
    }
    if columns[.sourceName] >= 0 { name(sourcePlace, cells[columns[.sourceName]]) }
    if columns[.targetName] >= 0 { name(targetPlace, cells[columns[.targetName]]) }
    builder.add(
      Observation(
        source: sourcePlace, target: targetPlace, relation: type, status: status, weight: weight,
        date: date, document: document, row: Int64(line)))
  }

  /// The relation is in the first of these columns that says something. In Gephi's files the type
  /// says instead whether the edge is directed.
  @inline(__always)
  private mutating func type(of cells: Cells) -> Int32? {
    let relation = cells[columns[.relation]]
    if columns[.type] < 0, !relation.isEmpty {
      return builder.type(relation, room: cells.room(columns[.relation]), isUndirected: false)
    }
    return otherType(of: cells)
  }

  @inline(never)
  private mutating func otherType(of cells: Cells) -> Int32? {
    var name = cells[columns[.relation]]
    let type = cells[columns[.type]]
    var isUndirected = false
    if type.isWord("undirected") {
      isUndirected = true
    } else if name.isEmpty, !type.isWord("directed") {
      name = type
    }
    if name.isEmpty { name = cells[columns[.kind]] }
    if name.isEmpty { name = cells[columns[.label]] }
    if name.isEmpty {
      return builder.type(EvidenceBuilder.unnamedRelation, isUndirected: isUndirected)
    }
    return builder.type(name, isUndirected: isUndirected)
  }

  @inline(__always)
  private func key(_ cells: Cells, _ place: Int) -> NameTable.Key {
    builder.entityNames.key(cells[place], room: cells.room(place))
  }

  private mutating func name(_ place: Int32, _ text: FileText) {
    builder.describe(place, name: EvidenceBuilder.text(text), kind: nil, aliases: [])
  }

  /// Whether a row of more or fewer fields than the header can be read all the same; an empty
  /// line cannot, and needs no word.
  @inline(never)
  private mutating func isUsable(_ cells: Cells, _ line: Int) -> Bool {
    if cells.count < columns.count { return cells.count > 1 || !cells[0].isEmpty }
    builder.report(
      line: line, "the row has \(cells.count) fields, the header \(columns.count)",
      "put fields that hold the delimiter in quotation marks")
    return false
  }

  private mutating func report(
    _ line: Int, _ text: FileText, _ detail: String, _ remedy: String
  ) {
    builder.report(line: line, "'\(text.shown)' \(detail)", remedy)
  }
}

/// The fields of a row, and where their bytes are.
private struct Cells {
  let fields: UnsafeMutablePointer<RecordScanner.Field>
  let count: Int
  let base: UnsafeMutablePointer<UInt8>
  let end: Int

  @inline(__always)
  subscript(place: Int) -> FileText {
    guard place >= 0, place < count else { return .none }
    let field = fields[place]
    return FileText(start: base + field.start, count: field.end - field.start)
  }

  /// How many bytes may be read from where a field begins.
  @inline(__always)
  func room(_ place: Int) -> Int {
    place >= 0 && place < count ? end - fields[place].start : 0
  }
}
