#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A delimited file in blocks that end where rows do, in memory that serves for one after the
/// other: it is quicker to read and never stands in memory whole.
///
/// Only within quotation marks does a line not end where it seems to. From the first one on the
/// rest of the file is one block.
struct RowBlocks: ~Copyable {
  private let file: FileBytes
  private var memory: UnsafeMutableRawPointer
  private var capacity = 1 << 20
  /// How many bytes the memory holds, and how many of them were given out.
  private var filled = 0
  private var given = 0
  private var total = 0
  private var hasQuotes = false
  private var hasBegun = false
  private var isAtEnd = false

  init(_ path: String) throws(ExchangeError) {
    file = try FileBytes(path)
    memory = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { memory.deallocate() }

  /// How many bytes the file has, if it says.
  var size: Int { file.size }

  /// The next block, which holds until the one after it is asked for; `nil` at the end. The first is
  /// given even if it is empty.
  mutating func next() throws(ExchangeError) -> UnsafeMutableBufferPointer<UInt8>? {
    filled -= given
    memmove(memory, memory + given, filled)
    given = 0
    while !isAtEnd {
      let room = UnsafeMutableRawBufferPointer(start: memory + filled, count: capacity - filled)
      let count = try file.read(into: room)
      isAtEnd = count < room.count
      hasQuotes = hasQuotes || memchr(memory + filled, 34, count) != nil
      filled += count
      total += count
      if !hasQuotes, let end = endOfRows() { return give(end) }
      if !isAtEnd { grow() }
    }
    if hasBegun, filled == 0 { return nil }
    return give(filled)
  }

  private mutating func give(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
    given = count
    hasBegun = true
    return UnsafeMutableBufferPointer(
      start: memory.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The place after the last line that ends in the memory.
  private func endOfRows() -> Int? {
    let bytes = UnsafeRawBufferPointer(start: memory, count: filled)
    return bytes.lastIndex(of: 10).map { $0 + 1 }
  }

  private mutating func grow() {
    let larger = max(2 * capacity, filled + file.size - total + 1)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    moved.copyMemory(from: memory, byteCount: filled)
    memory.deallocate()
    memory = moved
    capacity = larger
  }
}
