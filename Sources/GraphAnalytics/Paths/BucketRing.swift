/// A queue of vertices by distance for lengths of one order of magnitude: buckets narrower than the
/// shortest arc.
///
/// No arc leads from a bucket into the same one, so the vertices of the first bucket that is not
/// empty are final in any order, and none needs sorting. Distances in the queue differ by no more
/// than the longest arc, so a ring of buckets is enough.
///
/// Dinic, "Economical algorithms for finding shortest paths in a network", 1978.
struct BucketRing: ~Copyable {
  private static let none = UInt32.max
  private static let removed = UInt32.max - 1

  private let heads: Scratch<UInt32>
  /// Buckets to a unit of distance.
  private let scale: Double
  private let mask: Int
  /// A bit for each bucket that is not empty.
  private let occupied: Scratch<UInt64>
  /// The vertices before and after one in its bucket.
  private let before: Scratch<UInt32>
  private let after: Scratch<UInt32>
  private var current = 0
  private(set) var count = 0

  /// A ring for lengths in a range, or one without buckets, not to be used, if that is too wide.
  init(vertexCount: Int, lengths: ClosedRange<Double>) {
    let ratio = lengths.upperBound / lengths.lowerBound
    var size = ratio <= 8192 ? 64 : 0
    while size > 0, Double(size) < ratio * 1.02 + 3 { size *= 2 }
    // A hundredth narrower than the shortest arc is more than rounding can bridge.
    scale = 1 / (lengths.lowerBound * 0.99)
    mask = size - 1
    heads = Scratch(size, filledWith: Self.none)
    occupied = Scratch(size / 64, filledWith: 0)
    before = Scratch(size > 0 ? vertexCount : 0, filledWith: Self.none)
    after = Scratch(size > 0 ? vertexCount : 0, filledWith: Self.none)
  }

  var isUsable: Bool { mask >= 0 }

  /// Forgets which vertices were removed, for a new search.
  mutating func reset() {
    before.fill(with: Self.none)
    current = 0
  }

  /// Adds a vertex that waits in no bucket at `distance`.
  @inline(__always)
  mutating func insert(_ vertex: UInt32, at distance: Double) {
    let bucket = Int(distance * scale) & mask
    let head = heads[bucket]
    after[vertex] = head
    before[vertex] = Self.none
    if head == Self.none {
      occupied[bucket >> 6] |= 1 << UInt64(bucket & 63)
    } else {
      before[head] = vertex
    }
    heads[bucket] = vertex
    count &+= 1
  }

  /// Moves a vertex that comes nearer.
  @inline(__always)
  mutating func move(_ vertex: UInt32, from old: Double, to new: Double) {
    let bucket = Int(old * scale) & mask
    guard bucket != Int(new * scale) & mask else { return }
    let (previous, next) = (before[vertex], after[vertex])
    if previous == Self.none {
      heads[bucket] = next
      if next == Self.none { occupied[bucket >> 6] &= ~(1 << UInt64(bucket & 63)) }
    } else {
      after[previous] = next
    }
    if next != Self.none { before[next] = previous }
    count &-= 1
    insert(vertex, at: new)
  }

  /// Whether a vertex was removed and so is final.
  @inline(__always)
  func isFinal(_ vertex: UInt32) -> Bool { before[vertex] == Self.removed }

  /// Takes out one of the nearest vertices; there must be one.
  @inline(__always)
  mutating func removeNearest() -> UInt32 {
    if heads[current] == Self.none { current = nextOccupied() }
    let vertex = heads[current]
    let next = after[vertex]
    heads[current] = next
    if next == Self.none {
      occupied[current >> 6] &= ~(1 << UInt64(current & 63))
    } else {
      before[next] = Self.none
    }
    before[vertex] = Self.removed
    count &-= 1
    return vertex
  }

  /// The first bucket from the current one on, round the ring, that is not empty.
  private func nextOccupied() -> Int {
    var word = current >> 6
    var bits = occupied[word] & (~0 << UInt64(current & 63))
    while bits == 0 {
      word = word &+ 1 == occupied.count ? 0 : word &+ 1
      bits = occupied[word]
    }
    return word << 6 &+ bits.trailingZeroBitCount
  }
}
