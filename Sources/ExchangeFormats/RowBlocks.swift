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
  /// What is left of the part of the file to read; `nil` for a file that is read to its end.
  private var rest: Range<Int>?
  private var memory: UnsafeMutableRawPointer
  private var capacity = 1 << 20
  /// How many bytes the memory holds, and how many of them were given out.
  private var filled = 0
  private var given = 0
  private var hasQuotes = false
  private var hasBegun = false
  private var isAtEnd = false

  /// - Parameter part: The part of the file to read, which begins where a row does.
  init(_ file: FileBytes, part: Range<Int>? = nil) {
    self.file = file
    rest = part
    memory = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { memory.deallocate() }

  /// The next block, which holds until the one after it is asked for; `nil` at the end. The first is
  /// given even if it is empty.
  mutating func next() throws(ExchangeError) -> UnsafeMutableBufferPointer<UInt8>? {
    filled -= given
    memmove(memory, memory + given, filled)
    given = 0
    while !isAtEnd {
      let room = UnsafeMutableRawBufferPointer(start: memory + filled, count: capacity - filled)
      let count = try read(into: room)
      isAtEnd = count < room.count
      hasQuotes = hasQuotes || memchr(memory + filled, 34, count) != nil
      filled += count
      if !hasQuotes, let end = endOfRows() { return give(end) }
      if !isAtEnd { grow() }
    }
    if hasBegun, filled == 0 { return nil }
    return give(filled)
  }

  private mutating func read(
    into room: UnsafeMutableRawBufferPointer
  ) throws(ExchangeError) -> Int {
    guard let rest else { return try file.read(into: room) }
    let count = try file.read(
      into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(rest.count)), at: rest.lowerBound)
    self.rest = rest.dropFirst(count)
    return count
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
    // Once there are quotation marks all the rest has to be there.
    let rest = rest?.count ?? file.size
    let larger = hasQuotes ? max(2 * capacity, filled + rest + 1) : 2 * capacity
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    moved.copyMemory(from: memory, byteCount: filled)
    memory.deallocate()
    memory = moved
    capacity = larger
  }
}
