/// Working memory of an algorithm: a block of plain values of fixed size.
///
/// All unsafe memory of the module lives here and in ``Adjacency``. Access is checked in debug
/// builds and unchecked in release builds; indices come from a validated graph, never from a
/// caller.
///
/// What holds several blocks and cannot be copied names a block of its own first: the thread
/// sanitizer of Swift 6.3 takes the first field of such a type for its address, so that a shared
/// graph there looks like a race, and a number ends the compiler.
struct Scratch<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, filledWith value: Element) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  /// Memory whose values are to be written before they are read.
  init(uninitialised count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
  }

  /// The first `count` values of another block.
  init(copying other: borrowing Scratch, count: Int) {
    assert(count <= other.count)
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(from: other.base, count: count)
  }

  /// The values of an array.
  init(_ values: [Element]) {
    self.init(uninitialised: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
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

  /// From the least value to the greatest; none if there are no values.
  var range: ClosedRange<Double>? {
    guard count > 0 else { return nil }
    var (least, greatest) = (self[0], self[0])
    for index in 1..<count {
      least = min(least, self[index])
      greatest = max(greatest, self[index])
    }
    return least...greatest
  }
}

/// The place of each index when they are sorted by falling value, then by index (a counting sort).
///
/// By degree it puts the hubs first, so that what most rows refer to shares a few cache lines.
func placesByFalling(_ values: borrowing Scratch<UInt32>) -> Scratch<UInt32> {
  var greatest = 0
  for index in 0..<values.count { greatest = max(greatest, Int(values[index])) }
  let next = Scratch<UInt32>(greatest + 2, filledWith: 0)
  for index in 0..<values.count { next[greatest - Int(values[index]) + 1] += 1 }
  for rank in 0...greatest { next[rank + 1] += next[rank] }
  let places = Scratch<UInt32>(values.count, filledWith: 0)
  for index in 0..<values.count {
    let rank = greatest - Int(values[index])
    places[index] = next[rank]
    next[rank] += 1
  }
  return places
}
