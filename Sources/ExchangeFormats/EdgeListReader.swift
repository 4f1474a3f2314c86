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
    if count > 1, let parts = try? EdgeListParts(file, isTabbed: isTabbed, count: count),
      let builder = parts.read()
    {
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
}
