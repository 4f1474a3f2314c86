import LanguageData

/// A table of the language data: rows of tab-separated cells under a header; lines that start with
/// `#` are comments, lists inside a cell are separated by `|`.
struct Table {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private let rows: Bytes
  private let columns: [String]

  /// The table of a name that is built into the binary; empty if there is none.
  init(named name: String) {
    let table = language_data_table(name)
    var rest = Bytes(start: table.bytes, count: table.count)
    var header: Bytes?
    while header == nil, let line = Self.line(from: &rest) {
      if let first = line.first, first != UInt8(ascii: "#") { header = line }
    }
    columns =
      header.map { header in
        header.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      } ?? []
    rows = rest
  }

  private static func line(from rest: inout Bytes) -> Bytes? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
    defer { rest = Bytes(rebasing: rest[min(end + 1, rest.count)...]) }
    return Bytes(rebasing: rest[..<end])
  }

  /// Calls `body` with each row, of which it can ask the columns by their places in `names`.
  func forEachRow(_ names: String..., body: (borrowing Row) -> Void) {
    forEachRow(names, body: body)
  }

  func forEachRow(_ names: [String], body: (borrowing Row) -> Void) {
    var row = Row(columns: names.map { columns.firstIndex(of: $0) ?? -1 })
    var rest = rows
    while let line = Self.line(from: &rest) {
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      row.read(line)
      body(row)
    }
  }

  /// One row of a table.
  struct Row: ~Copyable {
    private let columns: [Int]
    private var cells: [Bytes] = []

    fileprivate init(columns: [Int]) { self.columns = columns }

    fileprivate mutating func read(_ line: Bytes) {
      cells.removeAll(keepingCapacity: true)
      var start = 0
      for index in 0..<line.count where line[index] == UInt8(ascii: "\t") {
        cells.append(Bytes(rebasing: line[start..<index]))
        start = index + 1
      }
      cells.append(Bytes(rebasing: line[start...]))
    }

    /// A cell, empty where the row is short or the column missing.
    subscript(column: Int) -> Bytes {
      let place = columns[column]
      return place < 0 || place >= cells.count ? Bytes(rebasing: cells[0][..<0]) : cells[place]
    }

    func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }

    /// The parts of a cell that holds a list.
    func forEachPart(_ column: Int, _ body: (Bytes) -> Void) {
      let cell = self[column]
      var start = 0
      while start < cell.count {
        var end = start
        while end < cell.count, cell[end] != UInt8(ascii: "|") { end += 1 }
        let next = end + 1
        while start < end, cell[start] == 0x20 { start += 1 }
        while start < end, cell[end - 1] == 0x20 { end -= 1 }
        if start < end { body(Bytes(rebasing: cell[start..<end])) }
        start = next
      }
    }

    func list(_ column: Int) -> [String] {
      var list: [String] = []
      forEachPart(column) { list.append(String(decoding: $0, as: UTF8.self)) }
      return list
    }
  }
}
