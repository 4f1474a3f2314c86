/// The parts of an edge list, each for a thread of its own.
///
/// They end where lines do. A line may also end within quotation marks; then these are not closed
/// within the part, which is an error. If there is none, every part begins where a row does, as
/// the first one does and none before it ends within a row.
struct EdgeListParts {
  private let file: FileBytes
  private let header: EdgeListHeader
  private var parts: [Part] = []

  private struct Part {
    var bytes: Range<Int>
    /// For how many rows there is to be room.
    var rowCount: Int
  }

  init(_ file: FileBytes, isTabbed: Bool, count: Int) throws(ExchangeError) {
    self.file = file
    let beginning = try file.read(EdgeListHeader.usualLength, at: 0)
    header = try beginning.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      // A line that is cut off is not there.
      let end = (bytes.lastIndex(of: 10) ?? -1) + 1
      return try EdgeListHeader(
        of: UnsafeBufferPointer(rebasing: bytes[..<end]), file: file.path, isTabbed: isTabbed)
    }
    let starts = try starts(count)
    var density = try lineDensity(at: header.place)
    for (start, end) in zip(starts, starts.dropFirst() + [file.size]) {
      let next = try lineDensity(at: end)
      // A quarter more than there seem to be, as room that is not used costs nothing.
      let rowCount = Double(end - start) * max(density, next) * 1.25
      parts.append(Part(bytes: start..<end, rowCount: Int(rowCount) + 64))
      density = next
    }
  }

  /// Where parts of about the same size begin.
  private func starts(_ count: Int) throws(ExchangeError) -> [Int] {
    var starts = [header.place]
    for number in 1..<count {
      var place = header.place + (file.size - header.place) / count * number
      var end: Int?
      while end == nil, place < file.size {
        let bytes = try file.read(1 << 12, at: place)
        if bytes.isEmpty { break }
        end = bytes.firstIndex(of: 10).map { place + $0 + 1 }
        place += bytes.count
      }
      if let end, end > starts[starts.count - 1], end < file.size { starts.append(end) }
    }
    return starts
  }

  /// How many lines end in a byte.
  private func lineDensity(at place: Int) throws(ExchangeError) -> Double {
    let bytes = try file.read(1 << 14, at: place)
    return Double(bytes.count { $0 == 10 }) / Double(max(bytes.count, 1))
  }

  /// What all parts say, in the order of the file; `nil` if it has to be read as a whole.
  func read() -> EvidenceBuilder? {
    guard parts.count > 1 else { return nil }
    return PartReading.whole(parts.map(\.rowCount)) { (number, room) throws(ExchangeError) in
      var rows = EdgeListRows(header, line: number == 0 ? header.line : 0, room: room)
      var blocks = RowBlocks(file, part: parts[number].bytes)
      while let block = try blocks.next() { try rows.read(block, from: 0) }
      return PartReading(builder: rows.builder, lineCount: rows.line)
    }
  }
}
