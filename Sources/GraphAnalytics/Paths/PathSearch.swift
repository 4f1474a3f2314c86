/// A search for the shortest paths from one vertex after another (Dijkstra), with the memory it
/// needs allocated once.
///
/// The length of an arc is 1 / strength, or 1 if strengths do not count.
struct PathSearch: ~Copyable {
  /// Paths are equally long if their lengths differ by no more than this share: 1/3 + 1/3 + 1/3 and
  /// 1 are.
  static let tolerance = 1e-12

  private let lengths: Scratch<Double>
  private let rows: Adjacency
  /// The distance of each vertex from the source; infinite if it cannot be reached.
  let distances: Scratch<Double>
  /// The vertices reached, as many as the last search returned; each after those on its paths.
  let order: Scratch<UInt32>
  private var heap: VertexHeap
  private var buckets: BucketRing

  init(_ rows: Adjacency, weighted: Bool) {
    self.rows = rows
    lengths = rows.lengths(weighted: weighted)
    distances = Scratch(rows.vertexCount, filledWith: .infinity)
    order = Scratch(rows.vertexCount, filledWith: 0)
    var least = Double.infinity
    var greatest = 0.0
    for arc in 0..<rows.arcCount {
      least = min(least, lengths[arc])
      greatest = max(greatest, lengths[arc])
    }
    buckets = BucketRing(
      vertexCount: rows.vertexCount, lengths: greatest > 0 ? least...greatest : 1...1)
    heap = VertexHeap(vertexCount: buckets.isUsable ? 0 : rows.vertexCount)
  }

  /// Finds the distances from `source`; returns the number of vertices reached.
  mutating func search(from source: Int) -> Int {
    distances.fill(with: .infinity)
    distances[source] = 0
    return buckets.isUsable
      ? searchByBuckets(from: UInt32(source)) : searchByHeap(from: UInt32(source))
  }

  private mutating func searchByBuckets(from source: UInt32) -> Int {
    buckets.reset()
    buckets.insert(source, at: 0)
    var reached = 0
    while buckets.count > 0 {
      let vertex = buckets.removeNearest()
      let distance = distances[vertex]
      order[reached] = vertex
      reached &+= 1
      for arc in rows.arcs(of: Int(vertex)) {
        let neighbour = rows.neighbours[arc]
        let new = distance + lengths[arc]
        let old = distances[neighbour]
        guard new < old else { continue }
        if old == .infinity {
          buckets.insert(neighbour, at: new)
        } else if buckets.isFinal(neighbour) {
          continue
        } else {
          buckets.move(neighbour, from: old, to: new)
        }
        distances[neighbour] = new
      }
    }
    return reached
  }

  private mutating func searchByHeap(from source: UInt32) -> Int {
    heap.update(source, isNew: true, by: distances)
    var reached = 0
    while heap.count > 0 {
      let vertex = heap.removeNearest(by: distances)
      let distance = distances[vertex]
      order[reached] = vertex
      reached &+= 1
      for arc in rows.arcs(of: Int(vertex)) {
        let neighbour = rows.neighbours[arc]
        let new = distance + lengths[arc]
        let old = distances[neighbour]
        guard new < old else { continue }
        distances[neighbour] = new
        heap.update(neighbour, isNew: old == .infinity, by: distances)
      }
    }
    return reached
  }
}
