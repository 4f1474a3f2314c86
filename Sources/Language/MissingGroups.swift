/// The groups of a decision that are not remembered: their keys, and where their features end in the
/// list of features.
struct MissingGroups: ~Copyable {
  /// No decision has more groups.
  private static let capacity = 32

  private let groups: UnsafeMutablePointer<(key: UInt64, end: Int)>
  private(set) var count = 0

  init() {
    groups = .allocate(capacity: Self.capacity)
    groups.initialize(repeating: (0, 0), count: Self.capacity)
  }

  deinit { groups.deallocate() }

  @inline(__always)
  subscript(_ place: Int) -> (key: UInt64, end: Int) { groups[place] }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ key: UInt64, end: Int) {
    groups[count] = (key, end)
    count &+= 1
  }
}
