import PartnerNetwork

/// Reads edge lists: `source,target[,relation,weight,date,...]`, columns in any order.
enum EdgeListReader {
  /// Reads the bytes of a file, which it may alter.
  static func read(
    _ bytes: inout [UInt8], file: String, isTabbed: Bool
  ) throws(ExchangeError) -> ExchangeReading {
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ExchangeError) in
      var rows = EdgeListRows(
        try EdgeListHeader(of: UnsafeBufferPointer(bytes), file: file, isTabbed: isTabbed))
      rows.reserve(for: bytes.count, like: UnsafeBufferPointer(bytes))
      try rows.read(bytes, from: rows.header.place)
      return try rows.builder.reading()
    }
  }

  /// Reads a file, on several threads if it is large enough; the result is the same.
  ///
  /// - Parameter leastPart: How many bytes are worth a thread.
  static func read(
    _ path: String, isTabbed: Bool, threads: Int, leastPart: Int = 2 << 20
  ) throws(ExchangeError) -> ExchangeReading {
    let file = try FileBytes(path)
    let count = min(threads, mostParts, file.size / max(leastPart, 1))
    // Whatever keeps it from being read in parts is told when it is read as a whole.
    if count > 1, let builder = try? read(file, isTabbed: isTabbed, inParts: count) {
      return try builder.reading()
    }
    var blocks = RowBlocks(file)
    let first = try blocks.next() ?? UnsafeMutableBufferPointer(start: nil, count: 0)
    var rows = EdgeListRows(
      try EdgeListHeader(of: UnsafeBufferPointer(first), file: path, isTabbed: isTabbed))
    rows.reserve(for: file.size, like: UnsafeBufferPointer(first))
    try rows.read(first, from: rows.header.place)
    while let block = try blocks.next() { try rows.read(block, from: 0) }
    return try rows.builder.reading()
  }

  /// The names of a part that other parts have too are looked up once more in the end.
  private static let mostParts = 16

  /// Reads a file in parts that end where lines do, each on a thread of its own.
  ///
  /// A line may also end within quotation marks. Then they are not closed within the part, which
  /// is an error. If there is none, every part begins where a row does, as the first one does and
  /// none before it ends within a row.
  private static func read(
    _ file: FileBytes, isTabbed: Bool, inParts count: Int
  ) throws(ExchangeError) -> EvidenceBuilder {
    let beginning = try file.read(EdgeListHeader.usualLength, at: 0)
    let header = try beginning.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      // A line that is cut off is not there.
      let end = (bytes.lastIndex(of: 10) ?? -1) + 1
      return try EdgeListHeader(
        of: UnsafeBufferPointer(rebasing: bytes[..<end]), file: file.path, isTabbed: isTabbed)
    }
    let starts = try starts(ofParts: count, of: file, from: header.place)
    var parts = try inParallel(starts.count, threads: starts.count) {
      (number) throws(ExchangeError) in
      let part = starts[number]..<(number + 1 < starts.count ? starts[number + 1] : file.size)
      var rows = EdgeListRows(header, line: number == 0 ? header.line : 0)
      beginning.withUnsafeBufferPointer {
        // The first takes over what the others read.
        rows.reserve(for: number == 0 ? file.size : part.count, like: $0)
      }
      var blocks = RowBlocks(file, part: part)
      while let block = try blocks.next() { try rows.read(block, from: 0) }
      return (builder: rows.builder, line: rows.line)
    }
    var (builder, line) = parts.removeFirst()
    for part in parts {
      builder.append(part.builder, after: line)
      line += part.line
    }
    return builder
  }

  /// Where parts of about the same size begin, each after the end of a line.
  private static func starts(
    ofParts count: Int, of file: FileBytes, from first: Int
  ) throws(ExchangeError) -> [Int] {
    var starts = [first]
    for number in 1..<count {
      var place = first + (file.size - first) / count * number
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
}
