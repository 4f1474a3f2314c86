import Synchronization

extension Graph {
  /// Counts the distances, in edges, towards every vertex.
  ///
  /// Complexity: O(vertices · (vertices + edges) / 512) visits of a cache line.
  func distanceCensus(threads: Int) throws(GraphError) -> DistanceCensus {
    let census = DistanceCensus(count: vertexCount)
    let size = BitParallelSearch.batchSize
    let lock = Mutex(())
    try inParallel(parts: (vertexCount + size - 1) / size, threads: threads) { queue in
      var search = BitParallelSearch(self)
      while let batch = queue.take() { search.search(fromBatch: batch) }
      lock.withLock { _ in census.add(search.census) }
    }
    return census
  }
}

/// How many vertices reach each vertex, and how far they are.
///
/// The sums are integers, inverse distances in units of 1 / `one`: their order does not matter, so
/// that they are the same for any number of threads, and equal for vertices in equal places.
struct DistanceCensus: ~Copyable, Sendable {
  let reached: Scratch<UInt64>
  let distance: Scratch<UInt64>
  let inverse: Scratch<UInt64>
  /// The greatest power of two of which as many as there are vertices can be summed.
  let one: Double

  init(count: Int) {
    reached = Scratch(count, filledWith: 0)
    distance = Scratch(count, filledWith: 0)
    inverse = Scratch(count, filledWith: 0)
    one = Double(UInt64(1) << UInt64(UInt64(count + 1).leadingZeroBitCount - 1))
  }

  fileprivate func add(_ other: borrowing DistanceCensus) {
    for vertex in 0..<reached.count {
      reached[vertex] += other.reached[vertex]
      distance[vertex] += other.distance[vertex]
      inverse[vertex] += other.inverse[vertex]
    }
  }
}

/// Breadth-first search from 512 sources at once: a bit for each fills a cache line.
///
/// What is counted is counted where the searches arrive, so that one count of bits serves all of
/// them.
///
/// Then et al., "The more the merrier: efficient multi-source graph traversal", 2014.
struct BitParallelSearch: ~Copyable {
  typealias Sources = SIMD8<UInt64>

  static let batchSize = 512

  let census: DistanceCensus
  private let outgoing: Adjacency
  private let incoming: Adjacency
  /// The sources that have reached a vertex.
  private let seen: Scratch<Sources>
  /// Those that reached it on the current level.
  private var current: Scratch<Sources>
  private var next: Scratch<Sources>
  private var frontier: Scratch<UInt32>
  private var found: Scratch<UInt32>

  init(_ graph: Graph) {
    let count = graph.vertexCount
    census = DistanceCensus(count: count)
    outgoing = graph.storage.outgoing
    incoming = graph.storage.incoming
    seen = Scratch(count, filledWith: .zero)
    current = Scratch(count, filledWith: .zero)
    next = Scratch(count, filledWith: .zero)
    frontier = Scratch(count, filledWith: 0)
    found = Scratch(count, filledWith: 0)
  }

  /// Searches from the vertices of a batch, in the order of places.
  mutating func search(fromBatch batch: Int) {
    let count = outgoing.vertexCount
    let first = batch * Self.batchSize
    let sources = first..<min(first + Self.batchSize, count)
    seen.fill(with: .zero)
    var all = Sources.zero
    for (bit, source) in sources.enumerated() {
      var mark = Sources.zero
      mark[bit >> 6] = 1 << UInt64(bit & 63)
      all |= mark
      seen[source] = mark
      current[source] = mark
      frontier[bit] = UInt32(source)
    }
    var level: UInt64 = 0
    var size = sources.count
    while size > 0 {
      level += 1
      let inverse = UInt64((census.one / Double(level)).rounded())
      var work = 0
      for place in 0..<size { work &+= outgoing.degree(Int(frontier[place])) }
      let reached =
        work &* 4 > outgoing.arcCount
        ? pull(all, level, inverse) : push(size, level, inverse)
      for place in 0..<size { current[frontier[place]] = .zero }
      swap(&current, &next)
      swap(&frontier, &found)
      size = reached
    }
  }

  private func pull(_ all: Sources, _ level: UInt64, _ inverse: UInt64) -> Int {
    var reached = 0
    for vertex in 0..<incoming.vertexCount where !(all & ~seen[vertex]).isZero {
      var arriving = Sources.zero
      for arc in incoming.arcs(of: vertex) { arriving |= current[incoming.neighbours[arc]] }
      settle(vertex, arriving, level, inverse, &reached)
    }
    return reached
  }

  private func push(_ size: Int, _ level: UInt64, _ inverse: UInt64) -> Int {
    var touched = 0
    for place in 0..<size {
      let vertex = Int(frontier[place])
      let sources = current[vertex]
      for arc in outgoing.arcs(of: vertex) {
        let neighbour = outgoing.neighbours[arc]
        let before = next[neighbour]
        if before.isZero {
          found[touched] = neighbour
          touched &+= 1
        }
        next[neighbour] = before | sources
      }
    }
    // The list of touched vertices shrinks to those reached for the first time, in place.
    var reached = 0
    for place in 0..<touched {
      let vertex = Int(found[place])
      settle(vertex, next[vertex], level, inverse, &reached)
    }
    return reached
  }

  @inline(__always)
  private func settle(
    _ vertex: Int, _ arriving: Sources, _ level: UInt64, _ inverse: UInt64, _ reached: inout Int
  ) {
    let new = arriving & ~seen[vertex]
    if new.isZero {
      next[vertex] = .zero
      return
    }
    seen[vertex] |= new
    next[vertex] = new
    found[reached] = UInt32(truncatingIfNeeded: vertex)
    reached &+= 1
    let count = new.nonzeroBits
    census.reached[vertex] &+= count
    census.distance[vertex] &+= count &* level
    census.inverse[vertex] &+= count &* inverse
  }
}

extension SIMD8<UInt64> {
  /// By halves: to compare with zero would look at one word after another.
  fileprivate var isZero: Bool {
    @inline(__always) get {
      let four = lowHalf | highHalf
      let two = four.lowHalf | four.highHalf
      return two[0] | two[1] == 0
    }
  }

  fileprivate var nonzeroBits: UInt64 {
    @inline(__always) get {
      var count = 0
      for index in 0..<8 { count &+= self[index].nonzeroBitCount }
      return UInt64(truncatingIfNeeded: count)
    }
  }
}
