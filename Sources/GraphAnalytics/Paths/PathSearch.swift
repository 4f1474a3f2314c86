/// A search for the shortest paths from one vertex after another (Dijkstra), with the memory it
/// needs allocated once.
///
/// The length of an arc is 1 / strength.
struct PathSearch: ~Copyable {
  let rows: Adjacency
  /// The length of each arc.
  let lengths: Scratch<Double>
  /// The distance of each vertex from the source; infinite if it cannot be reached.
  let distances: Scratch<Double>
  /// The vertices reached, nearest first, as many as the last search returned.
  let order: Scratch<UInt32>
  /// The place of each vertex in `order`, or while it waits, in the heap.
  private let position: Scratch<UInt32>
  private let heap: Scratch<UInt32>

  /// Paths are equally long if their lengths differ by no more than this share: 1/3 + 1/3 + 1/3 and
  /// 1 are.
  static let tolerance = 1e-12

  init(_ rows: Adjacency) {
    self.rows = rows
    lengths = rows.lengths()
    distances = Scratch(rows.vertexCount, filledWith: .infinity)
    order = Scratch(rows.vertexCount, filledWith: 0)
    position = Scratch(rows.vertexCount, filledWith: 0)
    heap = Scratch(rows.vertexCount, filledWith: 0)
  }

  /// Finds the distances from `source`; returns the number of vertices reached.
  mutating func search(from source: Int) -> Int {
    distances.fill(with: .infinity)
    distances[source] = 0
    heap[0] = UInt32(source)
    position[source] = 0
    var waiting = 1
    var reached = 0
    while waiting > 0 {
      let vertex = Int(heap[0])
      waiting &-= 1
      if waiting > 0 { sink(heap[waiting], waiting: waiting) }
      order[reached] = UInt32(truncatingIfNeeded: vertex)
      reached &+= 1
      for arc in rows.arcs(of: vertex) {
        let neighbour = rows.neighbours[arc]
        let distance = distances[vertex] + lengths[arc]
        let known = distances[neighbour]
        guard distance < known else { continue }
        distances[neighbour] = distance
        if known == .infinity {
          position[neighbour] = UInt32(truncatingIfNeeded: waiting)
          waiting &+= 1
        }
        rise(neighbour)
      }
    }
    return reached
  }

  /// Moves a vertex towards the top of the 4-ary heap from its position.
  private func rise(_ vertex: UInt32) {
    let distance = distances[vertex]
    var hole = Int(position[vertex])
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      let above = heap[parent]
      if distances[above] <= distance { break }
      heap[hole] = above
      position[above] = UInt32(truncatingIfNeeded: hole)
      hole = parent
    }
    heap[hole] = vertex
    position[vertex] = UInt32(truncatingIfNeeded: hole)
  }

  /// Moves a vertex down from the top of the heap.
  private func sink(_ vertex: UInt32, waiting: Int) {
    let distance = distances[vertex]
    var hole = 0
    while true {
      var child = hole &* 4 &+ 1
      if child >= waiting { break }
      let end = min(child &+ 4, waiting)
      var least = child
      child &+= 1
      while child < end {
        if distances[heap[child]] < distances[heap[least]] { least = child }
        child &+= 1
      }
      let below = heap[least]
      if distances[below] >= distance { break }
      heap[hole] = below
      position[below] = UInt32(truncatingIfNeeded: hole)
      hole = least
    }
    heap[hole] = vertex
    position[vertex] = UInt32(truncatingIfNeeded: hole)
  }
}
