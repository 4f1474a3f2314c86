import LanguageData

/// A table of the language data: rows of tab-separated cells under a header.
struct Table {
  let columns: [String: Int]
  let rows: [[Substring]]

  /// Reads a table; lines that start with `#` are comments, the first other line is the header.
  init(text: String) {
    var columns: [String: Int] = [:]
    var rows: [[Substring]] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let start = line.first, start != UInt8(ascii: "#") else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0) }
      if columns.isEmpty {
        for (index, name) in cells.enumerated() { columns[String(name)] = index }
      } else {
        rows.append(cells)
      }
    }
    self.columns = columns
    self.rows = rows
  }

  /// The table of a name that is built into the binary; empty if there is none.
  init(named name: String) {
    let table = language_data_table(name)
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  /// A cell, empty where the row is short or the column missing.
  func cell(_ row: [Substring], _ column: String) -> String {
    guard let index = columns[column], index < row.count else { return "" }
    return String(row[index])
  }

  /// A cell that holds a list separated by `|`.
  func list(_ row: [Substring], _ column: String) -> [String] {
    guard let index = columns[column], index < row.count else { return [] }
    return row[index].split(separator: "|").map { String(trim($0)) }.filter { !$0.isEmpty }
  }

  private func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
