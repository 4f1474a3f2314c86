/// What groups of features say of each class, remembered by the groups' keys, as ``MoveMemo`` does.
struct RowMemo: ~Copyable {
  typealias Vector = SIMD8<Int16>

  private static let smallest = 6

  /// The number of vectors of a row.
  let width: Int
  private let largest: Int
  private var keys: UnsafeMutablePointer<UInt64>
  private var rows: UnsafeMutablePointer<Vector>
  private var bits = Self.smallest
  private var missCount = 0

  /// - Parameters:
  ///   - classCount: the number of classes.
  ///   - largest: how many groups are remembered, as a power of two.
  init(classCount: Int, largest: Int) {
    width = (classCount + 7) / 8
    self.largest = largest
    keys = .allocate(capacity: 1 << Self.smallest)
    keys.initialize(repeating: 0, count: 1 << Self.smallest)
    rows = .allocate(capacity: width << Self.smallest)
  }

  deinit {
    keys.deallocate()
    rows.deallocate()
  }

  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// The row of a group, if it is remembered; keys are odd.
  @inline(__always)
  func row(_ key: UInt64) -> UnsafePointer<Vector>? {
    let place = place(key)
    guard keys[place] | 1 == key else { return nil }
    // Asked for again: it stays when another group wants its place for the first time.
    if keys[place] != key { keys[place] = key }
    return UnsafePointer(rows + place &* width)
  }

  /// Remembers a group's row.
  mutating func set(_ key: UInt64, _ row: UnsafePointer<Vector>) {
    missCount += 1
    if missCount >> bits != 0, bits < largest {
      keys.deallocate()
      rows.deallocate()
      bits = min(bits + 2, largest)
      keys = .allocate(capacity: 1 << bits)
      keys.initialize(repeating: 0, count: 1 << bits)
      rows = .allocate(capacity: width << bits)
      missCount = 0
    }
    let place = place(key)
    guard keys[place] & 1 == 0 else {
      keys[place] &-= 1
      return
    }
    keys[place] = key &- 1
    (rows + place * width).update(from: row, count: width)
  }
}
