/// What groups of features say of the moves, remembered by the groups' keys.
///
/// Most groups of a decision have been met before: one line of memory is read for all that they are
/// made of. The memory grows with what is met, up to a bound, and forgets what was met longest ago
/// in the same place. Keys are hashes of 64 bits, the chance of two alike is negligible.
struct MoveMemo: ~Copyable {
  struct Entry {
    var key: UInt64
    var left: Int32
    var right: Int32
  }

  private static let smallest = 8
  private static let largest = 15

  private var entries: UnsafeMutablePointer<Entry>
  private var bits = Self.smallest
  private var missCount = 0

  init() {
    entries = Self.free(Self.smallest)
  }

  deinit { entries.deallocate() }

  private static func free(_ bits: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << bits)
    entries.initialize(repeating: Entry(key: 0, left: 0, right: 0), count: 1 << bits)
    return entries
  }

  /// Where a group is remembered, or where it goes: then the key there is another.
  @inline(__always)
  func entry(_ key: UInt64) -> UnsafeMutablePointer<Entry> {
    entries + Int(truncatingIfNeeded: key &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// Remembers a group.
  mutating func set(_ entry: Entry) {
    missCount += 1
    if missCount >> bits != 0, bits < Self.largest {
      entries.deallocate()
      bits += 2
      bits = min(bits, Self.largest)
      entries = Self.free(bits)
      missCount = 0
    }
    self.entry(entry.key).pointee = entry
  }
}
