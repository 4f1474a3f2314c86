/// A search for the shortest paths from one vertex after another (Dijkstra), with the memory it
/// needs allocated once.
///
/// The length of an arc is 1 / strength, or 1 if strengths do not count.
struct PathSearch: ~Copyable {
  /// Paths are equally long if their lengths differ by no more than this share: 1/3 + 1/3 + 1/3 and
  /// 1 are.
  static let tolerance = 1e-12
  /// Stands in ``before`` where more than one shortest path may end.
  static let several = UInt32.max

  private let lengths: Scratch<Double>
  private let rows: Adjacency
  /// The distance of each vertex from the source; infinite if it cannot be reached.
  let distances: Scratch<Double>
  /// The vertices reached, as many as the last search returned; each after those on its paths.
  let order: Scratch<UInt32>
  /// The place of each vertex in ``order``; greatest if it was not reached.
  let position: Scratch<UInt32>
  /// The last vertex on the only shortest path to each vertex reached, or ``several``.
  let before: Scratch<UInt32>
  private var queue: VertexQueue
  /// Whether some vertex may be reached by paths of equal length.
  private(set) var hasTies = false

  init(_ rows: Adjacency, weighted: Bool) {
    self.rows = rows
    lengths = rows.lengths(weighted: weighted)
    distances = Scratch(rows.vertexCount, filledWith: .infinity)
    order = Scratch(rows.vertexCount, filledWith: 0)
    position = Scratch(rows.vertexCount, filledWith: .max)
    before = Scratch(rows.vertexCount, filledWith: Self.several)
    queue = VertexQueue(capacity: rows.arcCount + 1, lengths: lengths.range ?? 1...1)
  }

  /// Finds the distances from `source`; returns the number of vertices reached.
  mutating func search(from source: Int) -> Int {
    distances.fill(with: .infinity)
    position.fill(with: .max)
    queue.restart()
    hasTies = false
    distances[source] = 0
    queue.insert(UInt32(source), at: 0, before: .infinity)
    var reached = 0
    while let vertex = queue.removeNearest(by: distances) {
      guard position[vertex] == .max else { continue }
      position[vertex] = UInt32(truncatingIfNeeded: reached)
      order[reached] = vertex
      reached &+= 1
      visitNeighbours(of: vertex)
    }
    return reached
  }

  @inline(__always)
  private mutating func visitNeighbours(of vertex: UInt32) {
    // Wider than the tolerance: what may be a tie is looked at again when all distances are final.
    let slack = 1 + 4 * Self.tolerance
    let distance = distances[vertex]
    for arc in rows.arcs(of: Int(vertex)) {
      let neighbour = rows.neighbours[arc]
      let new = distance + lengths[arc]
      let old = distances[neighbour]
      guard new <= old * slack else { continue }
      if new * slack < old {
        before[neighbour] = vertex
      } else {
        before[neighbour] = Self.several
        hasTies = true
        guard new < old, position[neighbour] == .max else { continue }
      }
      queue.insert(neighbour, at: new, before: old)
      distances[neighbour] = new
    }
  }
}
