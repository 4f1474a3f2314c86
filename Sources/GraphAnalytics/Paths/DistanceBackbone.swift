/// A graph without the arcs that no shortest path can use, because there is a shorter way between
/// their ends.
///
/// Every distance and every shortest path stays what it was. Where strengths are unequal most arcs
/// are such detours.
///
/// Simas, Correia and Rocha, "The distance backbone of complex networks", 2021.
struct DistanceBackbone: ~Copyable {
  private let rows: Adjacency
  /// The ends and lengths of the arcs of each vertex, the shortest first.
  fileprivate let neighbours: Scratch<UInt32>
  fileprivate let lengths: Scratch<Double>
  /// Whether each arc has one of equal strength that leads back.
  fileprivate let isMutual: Bool
  /// By how much a way must be shorter: no rounding, nor the tolerance within which two paths are
  /// equally long, may bridge it on the longest path there can be.
  fileprivate let margin: Double
  private let isDetour: Scratch<Bool>

  /// The arcs of `rows` that may lie on a shortest path, and few others, sorted as they are there.
  static func rows(_ rows: Adjacency, isMutual: Bool, threads: Int) throws(GraphError) -> Adjacency
  {
    let lengths = rows.lengths(weighted: true).range ?? 1...1
    // No way of two arcs is shorter than one of these.
    if lengths.upperBound <= 2 * lengths.lowerBound { return rows }
    let backbone = DistanceBackbone(rows, isMutual: isMutual, longest: lengths.upperBound)
    try backbone.findDetours(threads: threads)
    return backbone.remaining()
  }

  private init(_ rows: Adjacency, isMutual: Bool, longest: Double) {
    self.rows = rows
    self.isMutual = isMutual
    margin = 4 * PathSearch.tolerance * Double(rows.vertexCount) * longest
    isDetour = Scratch(rows.arcCount, filledWith: false)
    neighbours = Scratch(uninitialised: rows.arcCount)
    lengths = Scratch(uninitialised: rows.arcCount)
    var keys: [UInt64] = []
    for vertex in 0..<rows.vertexCount {
      let arcs = rows.arcs(of: vertex)
      keys.removeAll(keepingCapacity: true)
      // The bits of a positive number sort as the number does; half of them are near enough.
      for arc in arcs {
        let upper = (1 / rows.strengths[arc]).bitPattern >> 31
        keys.append(upper << 32 | UInt64(arc))
      }
      keys.sort()
      for (place, key) in zip(arcs, keys) {
        let arc = Int(key & 0xffff_ffff)
        neighbours[place] = rows.neighbours[arc]
        lengths[place] = 1 / rows.strengths[arc]
      }
    }
  }

  fileprivate var vertexCount: Int { rows.vertexCount }

  /// Whether an arc is looked at from this end: of the two arcs of an edge the one to the hub, which
  /// is near.
  @inline(__always)
  fileprivate func isOwn(_ vertex: Int, _ neighbour: UInt32) -> Bool {
    !isMutual || neighbour < vertex
  }

  @inline(__always)
  fileprivate func arcs(of vertex: Int) -> Range<Int> { rows.arcs(of: vertex) }

  private func findDetours(threads: Int) throws(GraphError) {
    let parts = rows.balancedRanges(64)
    try inParallel(parts: parts.count, threads: threads, isWhole: false) { queue in
      var search = DetourSearch(self)
      while let part = queue.take() {
        for vertex in parts[part] {
          search.search(from: vertex, self)
          for arc in rows.arcs(of: vertex) {
            let way = search.distances[rows.neighbours[arc]]
            isDetour[arc] = way + margin < 1 / rows.strengths[arc]
          }
          search.forget()
        }
      }
    }
  }

  private func remaining() -> Adjacency {
    var count = 0
    for vertex in 0..<rows.vertexCount {
      for arc in rows.arcs(of: vertex) where isOwn(vertex, rows.neighbours[arc]) && !isDetour[arc] {
        count += isMutual ? 2 : 1
      }
    }
    return Adjacency(vertexCount: rows.vertexCount, arcCount: count) { add in
      for vertex in 0..<rows.vertexCount {
        for arc in rows.arcs(of: vertex) where isOwn(vertex, rows.neighbours[arc]) && !isDetour[arc]
        {
          add(vertex, rows.neighbours[arc], rows.strengths[arc])
          if isMutual { add(Int(rows.neighbours[arc]), UInt32(vertex), rows.strengths[arc]) }
        }
      }
    }
  }
}

/// Searches from one vertex after another for ways shorter than its arcs, not very far.
private struct DetourSearch: ~Copyable {
  /// After so many vertices the arcs of which nothing is known are kept.
  private static let limit = 48

  /// The length of the shortest way found to each vertex; infinite if there is none yet.
  let distances: Scratch<Double>
  private var heap: DistanceHeap
  private let touched: Scratch<UInt32>
  private var touchedCount = 0

  init(_ graph: borrowing DistanceBackbone) {
    distances = Scratch(graph.vertexCount, filledWith: .infinity)
    heap = DistanceHeap(capacity: graph.neighbours.count + 1)
    touched = Scratch(uninitialised: distances.count)
  }

  mutating func search(from source: Int, _ graph: borrowing DistanceBackbone) {
    let arcs = graph.arcs(of: source)
    comeNearer(UInt32(truncatingIfNeeded: source), 0)
    for arc in arcs { comeNearer(graph.neighbours[arc], graph.lengths[arc]) }
    // The arcs themselves are sorted: only longer ways go into the heap.
    var next = arcs.lowerBound
    var last = arcs.upperBound - 1
    for _ in 0..<Self.limit {
      // The longest arc in question, to which no shorter way is known.
      while last >= next,
        !graph.isOwn(source, graph.neighbours[last])
          || distances[graph.neighbours[last]] + graph.margin < graph.lengths[last]
      { last -= 1 }
      guard last >= next else { return }
      let bound = graph.lengths[last]
      let nearest: DistanceHeap.Entry
      if heap.count > 0, heap.nearest.distance < graph.lengths[next] {
        nearest = heap.removeNearest()
      } else {
        nearest = DistanceHeap.Entry(
          distance: graph.lengths[next], vertex: graph.neighbours[next])
        next += 1
      }
      if nearest.distance >= bound { return }
      if distances[nearest.vertex] < nearest.distance { continue }
      for arc in graph.arcs(of: Int(nearest.vertex)) {
        let new = nearest.distance + graph.lengths[arc]
        if new >= bound { break }
        let neighbour = graph.neighbours[arc]
        guard new < distances[neighbour] else { continue }
        comeNearer(neighbour, new)
        heap.insert(neighbour, at: new)
      }
    }
  }

  mutating func forget() {
    for place in 0..<touchedCount { distances[touched[place]] = .infinity }
    touchedCount = 0
    heap.removeAll()
  }

  @inline(__always)
  private mutating func comeNearer(_ vertex: UInt32, _ distance: Double) {
    if distances[vertex] == .infinity {
      touched[touchedCount] = vertex
      touchedCount &+= 1
    }
    distances[vertex] = distance
  }
}
