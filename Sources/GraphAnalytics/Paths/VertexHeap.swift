/// A queue of vertices by distance: a 4-ary heap that knows where each vertex is, so that one that
/// comes nearer can rise.
struct VertexHeap: ~Copyable {
  private let heap: Scratch<UInt32>
  private let position: Scratch<UInt32>
  private(set) var count = 0

  init(vertexCount: Int) {
    heap = Scratch(vertexCount, filledWith: 0)
    position = Scratch(vertexCount, filledWith: 0)
  }

  /// Adds a vertex, or if it waits already, takes note that its distance has fallen.
  @inline(__always)
  mutating func update(_ vertex: UInt32, isNew: Bool, by distances: borrowing Scratch<Double>) {
    if isNew {
      position[vertex] = UInt32(truncatingIfNeeded: count)
      count &+= 1
    }
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

  /// Takes out the nearest vertex; there must be one.
  mutating func removeNearest(by distances: borrowing Scratch<Double>) -> UInt32 {
    let nearest = heap[0]
    count &-= 1
    guard count > 0 else { return nearest }
    let vertex = heap[count]
    let distance = distances[vertex]
    var hole = 0
    while true {
      var child = hole &* 4 &+ 1
      if child >= count { break }
      let end = min(child &+ 4, count)
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
    return nearest
  }
}
