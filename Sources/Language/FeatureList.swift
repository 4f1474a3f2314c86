/// The features of one decision, as hashes, written into memory that is used again and again.
package struct FeatureList: ~Copyable {
  /// No decision looks at more.
  static let capacity = 128

  let hashes: UnsafeMutablePointer<UInt64>
  package private(set) var count = 0
  /// The template of the next feature, which tells it from others made of the same.
  private var template: UInt64 = 0

  package init() {
    hashes = .allocate(capacity: Self.capacity)
    hashes.initialize(repeating: 0, count: Self.capacity)
  }

  deinit { hashes.deallocate() }

  /// The hash of a place below `count`.
  package subscript(_ index: Int) -> UInt64 {
    @inline(__always) get { hashes[index] }
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Goes on with this template; each feature added takes the next.
  @inline(__always)
  mutating func start(at template: UInt64) { self.template = template }

  @inline(__always)
  mutating func add(_ value: UInt64) {
    template &+= 1
    hashes[count] = WordHash.mixed(value &+ template &* 0x8CB9_2BA7_2F3D_8DD7)
    count &+= 1
  }

  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64) { add(WordHash.pair(first, second)) }

  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    add(WordHash.pair(WordHash.pair(first, second), third))
  }

  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    add(WordHash.pair(WordHash.pair(first, second), WordHash.pair(third, fourth)))
  }
}
