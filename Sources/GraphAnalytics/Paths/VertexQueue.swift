/// A queue of vertices by distance: a ring of buckets, of which only the first may need sorting.
///
/// Distances in the queue differ by no more than the longest arc, so a ring of buckets is enough. If
/// the buckets can be narrower than the shortest arc, no arc leads from a bucket into the same one:
/// the vertices of the first that is not empty are final in any order. Otherwise that one is turned
/// into a heap. A vertex that comes nearer is added again; who takes it out a second time is to
/// pass over it.
///
/// Dinic, "Economical algorithms for finding shortest paths in a network", 1978.
struct VertexQueue: ~Copyable {
  private static let none = UInt32.max

  /// The last entry of each bucket.
  private let heads: Scratch<UInt32>
  /// A bit for each bucket that is not empty, and perhaps for the first.
  private let occupied: Scratch<UInt64>
  /// The entries in the order in which they came: the vertex, and the entry before it in its bucket.
  private let vertices: Scratch<UInt32>
  private let previous: Scratch<UInt32>
  /// The entries of the first bucket, if it needs sorting.
  private var front: DistanceHeap
  private let isSorting: Bool
  /// Buckets to a unit of distance.
  private let scale: Double
  private let mask: Int
  /// The first bucket.
  private var current = 0
  private var entryCount = 0
  /// Entries in buckets.
  private var bucketed = 0

  /// A queue that holds at most `capacity` entries in each search, for lengths in a range.
  init(capacity: Int, lengths: ClosedRange<Double>) {
    let ratio = lengths.upperBound / lengths.lowerBound
    isSorting = ratio > 8000
    // A hundredth narrower than the shortest arc is more than rounding can bridge.
    scale = isSorting ? 4000 / lengths.upperBound : 1 / (lengths.lowerBound * 0.99)
    var size = 64
    while Double(size) < lengths.upperBound * scale + 3 { size *= 2 }
    mask = size - 1
    heads = Scratch(size, filledWith: Self.none)
    occupied = Scratch(size / 64, filledWith: 0)
    vertices = Scratch(uninitialised: capacity)
    previous = Scratch(uninitialised: capacity)
    front = DistanceHeap(capacity: isSorting ? capacity : 0)
  }

  /// Makes ready for a new search; the queue must be empty.
  mutating func restart() {
    assert(bucketed == 0 && front.count == 0)
    leave(current & mask)
    current = bucket(of: 0)
    entryCount = 0
  }

  /// Adds a vertex at `distance`, unless it waits in the same bucket for `old` already.
  @inline(__always)
  mutating func insert(_ vertex: UInt32, at distance: Double, before old: Double) {
    let bucket = bucket(of: distance)
    if isSorting, bucket == current {
      front.insert(vertex, at: distance)
      return
    }
    if self.bucket(of: old) == bucket { return }
    let slot = bucket & mask
    let head = heads[slot]
    occupied[slot >> 6] |= 1 << UInt64(slot & 63)
    vertices[entryCount] = vertex
    previous[entryCount] = head
    heads[slot] = UInt32(truncatingIfNeeded: entryCount)
    entryCount &+= 1
    bucketed &+= 1
  }

  /// Takes out the nearest vertex, or one as good, if there is one.
  @inline(__always)
  mutating func removeNearest(by distances: borrowing Scratch<Double>) -> UInt32? {
    if front.count > 0 { return front.removeNearest().vertex }
    guard bucketed > 0 else { return nil }
    var slot = current & mask
    if heads[slot] == Self.none {
      leave(slot)
      let next = nextOccupied(slot)
      current &+= (next &- slot) & mask
      slot = next
    }
    if isSorting {
      sort(slot, by: distances)
      return front.removeNearest().vertex
    }
    return take(slot)
  }

  /// The bucket of a distance: the lower bits of a number so great that it has no fraction. Another
  /// for infinity. Quicker than a conversion, which looks for numbers that have no place in it.
  @inline(__always)
  private func bucket(of distance: Double) -> Int {
    Int(truncatingIfNeeded: (distance * scale + 0x1p52).bitPattern)
  }

  @inline(__always)
  private mutating func take(_ slot: Int) -> UInt32 {
    let entry = heads[slot]
    heads[slot] = previous[entry]
    bucketed &-= 1
    return vertices[entry]
  }

  @inline(__always)
  private func leave(_ slot: Int) { occupied[slot >> 6] &= ~(1 << UInt64(slot & 63)) }

  /// The first bucket from `slot` on, round the ring, that is not empty.
  private func nextOccupied(_ slot: Int) -> Int {
    var word = slot >> 6
    var bits = occupied[word] & (~0 << UInt64(slot & 63))
    while bits == 0 {
      word = word &+ 1 == occupied.count ? 0 : word &+ 1
      bits = occupied[word]
    }
    return word << 6 &+ bits.trailingZeroBitCount
  }

  private mutating func sort(_ slot: Int, by distances: borrowing Scratch<Double>) {
    repeat {
      let vertex = take(slot)
      front.insert(vertex, at: distances[vertex])
    } while heads[slot] != Self.none
  }
}
