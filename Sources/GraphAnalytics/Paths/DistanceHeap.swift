/// Vertices by distance in a binary heap. A vertex that comes nearer is added again.
struct DistanceHeap: ~Copyable {
  struct Entry: BitwiseCopyable {
    let distance: Double
    let vertex: UInt32
  }

  private let entries: Scratch<Entry>
  private(set) var count = 0

  init(capacity: Int) { entries = Scratch(uninitialised: capacity) }

  /// The nearest entry; there must be one.
  var nearest: Entry {
    @inline(__always) get { entries[0] }
  }

  mutating func removeAll() { count = 0 }

  mutating func insert(_ vertex: UInt32, at distance: Double) {
    var hole = count
    count &+= 1
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      if entries[parent].distance <= distance { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = Entry(distance: distance, vertex: vertex)
  }

  /// Takes out the nearest entry; there must be one.
  mutating func removeNearest() -> Entry {
    let nearest = entries[0]
    count &-= 1
    let last = entries[count]
    var hole = 0
    while true {
      var child = hole &* 2 &+ 1
      if child >= count { break }
      if child &+ 1 < count, entries[child &+ 1].distance < entries[child].distance { child &+= 1 }
      if entries[child].distance >= last.distance { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return nearest
  }
}
