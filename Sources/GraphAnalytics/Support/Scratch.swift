/// Working memory of an algorithm: a block of plain values of fixed size.
///
/// All unsafe memory of the module lives here and in ``Adjacency``. Access is checked in debug
/// builds and unchecked in release builds; indices come from a validated graph, never from a
/// caller.
struct Scratch<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, filledWith value: Element) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  /// The first `count` values of another block.
  init(copying other: borrowing Scratch, count: Int) {
    assert(count <= other.count)
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(from: other.base, count: count)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  subscript(index: UInt32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) nonmutating set { self[Int(index)] = newValue }
  }

  func fill(with value: Element) { base.update(repeating: value, count: count) }

  func array() -> [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Scratch where Element: FixedWidthInteger {
  /// The numbers 0, 1, 2, ….
  init(counting count: Int) {
    self.init(count, filledWith: 0)
    for index in 0..<count { self[index] = Element(truncatingIfNeeded: index) }
  }
}

extension Scratch<Double> {
  /// The sum of the values, first to last.
  func sum() -> Double {
    var sum = 0.0
    for index in 0..<count { sum += self[index] }
    return sum
  }
}
