import PartnerModel

/// Where entities stand on maps, as a table that people can read and change: `id,x,y,name`.
public enum PlacesFile {
  /// The place of one entity.
  public struct Place: Hashable, Sendable {
    /// Whose place it is.
    public var id: EntityID
    /// Points from the left edge of the canvas.
    public var x: Double
    /// Points from its upper edge.
    public var y: Double
    /// For those who read the file; not read back by programs.
    public var name: String

    /// Made of its parts.
    public init(id: EntityID, x: Double, y: Double, name: String) {
      self.id = id
      self.x = x
      self.y = y
      self.name = name
    }
  }

  /// Reads places in the order of the file; columns may stand in any order, others are passed over.
  ///
  /// - Parameters:
  ///   - across: where a place can be, from the left edge.
  ///   - down: the same from the upper edge.
  /// - Throws: `ExchangeError` with the line, if one of them is no place or names an entity again.
  public static func read(
    _ path: String, across: ClosedRange<Double>, down: ClosedRange<Double>
  ) throws(ExchangeError) -> [Place] {
    var bytes = try FileBytes.read(path)
    var reader = PlacesReader(path: path, across: across, down: down)
    // Bytes are brought together in place where they stand in quotation marks.
    do {
      try bytes.withUnsafeMutableBufferPointer { try reader.read($0) }
    } catch let error as ExchangeError {
      throw error
    } catch {
      throw ExchangeError(.malformed, file: path, detail: "\(error)")
    }
    return reader.places
  }

  /// The file of some places, rounded to hundredths of a point.
  public static func bytes(of places: [Place]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("id,x,y,name\n")
    for place in places {
      writer.writeCell(place.id.rawValue, delimiter: UInt8(ascii: ","))
      for number in [place.x, place.y] {
        writer.write(",")
        writer.write((number * 100).rounded() / 100)
      }
      writer.write(",")
      writer.writeCell(place.name, delimiter: UInt8(ascii: ","))
      writer.write("\n")
    }
    return writer.bytes
  }
}

private struct PlacesReader {
  let path: String
  let across: ClosedRange<Double>
  let down: ClosedRange<Double>
  private(set) var places: [PlacesFile.Place] = []
  private var lines: [EntityID: Int] = [:]
  /// Of id, x, y and name among the columns.
  private var columns: [Int] = []

  init(path: String, across: ClosedRange<Double>, down: ClosedRange<Double>) {
    self.path = path
    self.across = across
    self.down = down
  }

  mutating func read(_ bytes: UnsafeMutableBufferPointer<UInt8>) throws(ExchangeError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scanner = RecordScanner(bytes, from: start, delimiter: UInt8(ascii: ","))
    while scanner.place < scanner.end {
      let line = scanner.line
      let cells = Self.cells(&scanner)
      if scanner.isUnclosed {
        throw fault(line, "a quotation mark is not closed", "close it, or double it in a name")
      }
      if cells.allSatisfy(\.isEmpty) { continue }
      if columns.isEmpty { try readHeader(cells, line) } else { try readPlace(cells, line) }
    }
    if columns.isEmpty { throw header(1) }
  }

  private static func cells(_ scanner: inout RecordScanner) -> [String] {
    let fields = [RecordScanner.Field](repeating: RecordScanner.Field(), count: 16)
    var filled = fields
    let count = filled.withUnsafeMutableBufferPointer { scanner.next(into: $0) }
    return filled.prefix(count).map { field in
      String(
        decoding: UnsafeBufferPointer(
          start: scanner.base + field.start, count: field.end - field.start), as: UTF8.self)
    }
  }

  private mutating func readHeader(_ cells: [String], _ line: Int) throws(ExchangeError) {
    let names = cells.map { $0.lowercased() }
    let found = ["id", "x", "y"].compactMap { names.firstIndex(of: $0) }
    guard found.count == 3 else { throw header(line) }
    columns = found + [names.firstIndex(of: "name") ?? -1]
  }

  private mutating func readPlace(_ cells: [String], _ line: Int) throws(ExchangeError) {
    func cell(_ column: Int) -> String {
      cells.indices.contains(columns[column]) ? cells[columns[column]] : ""
    }
    let id = EntityID(rawValue: cell(0))
    guard !id.rawValue.isEmpty else {
      throw fault(line, "the id is missing", "give it, or take the line out")
    }
    if let first = lines.updateValue(line, forKey: id) {
      throw fault(
        line, "'\(id.rawValue.prefix(80))' has a place on line \(first) already",
        "take one of the two lines out")
    }
    places.append(
      PlacesFile.Place(
        id: id, x: try number(cell(1), "x", across, line), y: try number(cell(2), "y", down, line),
        name: cell(3)))
  }

  private func number(
    _ text: String, _ name: String, _ range: ClosedRange<Double>, _ line: Int
  ) throws(ExchangeError) -> Double {
    let value = text.utf8.withContiguousStorageIfAvailable {
      FieldReader.weight(UnsafeRawBufferPointer($0))
    }
    guard let value = value ?? nil, range.contains(value) else {
      throw fault(
        line, "\(name) is '\(text.prefix(40))'",
        "give a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)), or take the "
          + "line out for a new place")
    }
    return value
  }

  private func header(_ line: Int) -> ExchangeError {
    fault(
      line, "the columns id, x and y are not there",
      "begin the file with the line id,x,y,name, or remove it to have places found anew")
  }

  private func fault(_ line: Int, _ detail: String, _ remedy: String) -> ExchangeError {
    ExchangeError(.malformed, file: path, line: line, detail: detail, remedy: remedy)
  }
}
