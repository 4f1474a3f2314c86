/// Rows and columns, to be read by people (``text(limit:)``) or by programs (``csv``).
public struct Table: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name in a CSV file.
    public var key: String
    /// Its heading for people.
    public var title: String
    /// Whether people see it: identifiers and the like are for programs.
    public var isShown: Bool
    /// Whether its texts are aligned on the right, as numbers always are.
    public var isRight: Bool

    /// Made of its parts; the heading is the name in words unless given.
    public init(
      _ key: String, title: String? = nil, isShown: Bool = true, isRight: Bool = false
    ) {
      self.key = key
      self.title = title ?? String(key.map { $0 == "_" ? " " : $0 })
      self.isShown = isShown
      self.isRight = isRight
    }
  }

  /// What stands in a row of a column.
  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    /// Rounded for people, exact for programs.
    case number(Double)

    /// A text, or nothing.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    /// A whole number, or nothing.
    public init(_ number: Int?) { self = number.map { .integer($0) } ?? .empty }
    /// A number, or nothing.
    public init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }
  }

  /// What it is about; `nil` where that is clear.
  public var title: String?
  /// The columns.
  public var columns: [Column]
  /// The rows; each has a cell for each column.
  public var rows: [[Cell]]

  /// Made of its parts.
  public init(title: String? = nil, columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

extension Table {
  /// The table in aligned columns, under its title.
  ///
  /// - Parameter limit: How many rows to show; what is left out is counted below.
  public func text(limit: Int? = nil) -> String {
    var result = title.map { DisplayWidth.harmless($0) + "\n" } ?? ""
    let all = limit.map { Array(rows.prefix($0)) } ?? rows
    let shown = shownColumns(all)
    let cells = shown.map { column in formatted(column: column, all) }
    let widths = zip(shown, cells).map { column, texts in
      max(
        DisplayWidth.of(columns[column].title), texts.map(DisplayWidth.of).max() ?? 0)
    }
    let onRight = shown.map { isRight($0, all) }
    func line(_ texts: [String]) -> String {
      let padded = texts.enumerated().map { place, text in
        DisplayWidth.padded(text, to: widths[place], onLeft: onRight[place])
      }
      var line = padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    result += line(shown.map { columns[$0].title })
    result += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
    for row in all.indices { result += line(cells.map { $0[row] }) }
    if all.count < rows.count { result += "(\(rows.count - all.count) more)\n" }
    return result
  }

  /// The table with its first rows only.
  public func limited(to limit: Int?) -> Table {
    var table = self
    if let limit { table.rows = Array(rows.prefix(limit)) }
    return table
  }

  /// The table as comma-separated values with a line of names (RFC 4180, lines ended by LF).
  public var csv: String {
    var result = columns.map { Table.quoted($0.key) }.joined(separator: ",") + "\n"
    for row in rows {
      let fields = row.map { cell in
        switch cell {
        case .empty: ""
        case .text(let text): Table.quoted(text)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : ""
        }
      }
      result += fields.joined(separator: ",") + "\n"
    }
    return result
  }

  /// The widest that a text is shown.
  private static let widestText = 60

  /// The columns that people see: not those in which nothing stands.
  func shownColumns(_ rows: [[Cell]]) -> [Int] {
    columns.indices.filter { column in
      columns[column].isShown
        && (rows.isEmpty || rows.contains { $0[column] != .empty && $0[column] != .text("") })
    }
  }

  /// The texts of a column, numbers with the same count of decimals.
  func formatted(column: Int, _ rows: [[Cell]]) -> [String] {
    let decimals = Decimals.fitting(
      rows.compactMap { if case .number(let number) = $0[column] { number } else { nil } })
    return rows.map { row in
      switch row[column] {
      case .empty: ""
      case .text(let text):
        DisplayWidth.shortened(DisplayWidth.harmless(text), to: Table.widestText)
      case .integer(let number): String(number)
      case .number(let number): Decimals.text(number, decimals: decimals)
      }
    }
  }

  /// Whether a column is aligned on the right.
  func isRight(_ column: Int, _ rows: [[Cell]]) -> Bool {
    columns[column].isRight
      || rows.contains { row in
        switch row[column] {
        case .integer, .number: true
        default: false
        }
      }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
