/// What groups of features say of the moves, remembered by the groups' keys.
///
/// Most groups of a decision have been met before: one line of memory is read for all that they are
/// made of. The memory grows with what is met, up to a bound; then a group takes the place of
/// another that has not been asked for since it came or was last spared. Keys are hashes of 64
/// bits, the chance of two alike is negligible; the lowest says whether a group was asked for.
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

  @inline(__always)
  private func place(_ key: UInt64) -> UnsafeMutablePointer<Entry> {
    entries + Int(truncatingIfNeeded: key &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// What is remembered of a group; keys are odd.
  @inline(__always)
  func entry(_ key: UInt64) -> Entry? {
    let place = place(key)
    guard place.pointee.key | 1 == key else { return nil }
    if place.pointee.key != key { place.pointee.key = key }
    return place.pointee
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
    let place = place(entry.key)
    if place.pointee.key & 1 == 1 {
      place.pointee.key &-= 1
    } else {
      place.pointee = entry
      place.pointee.key &-= 1
    }
  }
}
