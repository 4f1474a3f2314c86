/// Brandes' algorithm for edges of length 1, from eight sources at once.
///
/// A vertex's eight path counts fill a cache line, so that one visit of an arc serves eight
/// searches. The searches go level by level in step; on a wide level every vertex not yet reached
/// pulls from its neighbours, on a narrow one the frontier pushes.
///
/// Brandes, "A faster algorithm for betweenness centrality", 2001; the batching after Then et al.,
/// "The more the merrier: efficient multi-source graph traversal", 2014.
struct BatchedBrandes: ~Copyable {
  typealias Lanes = SIMD8<Double>

  static let batchSize = 8

  /// The number of shortest paths from each source.
  private let paths: Scratch<Lanes>
  private let outgoing: Adjacency
  private let incoming: Adjacency
  /// Values of the current level, 0 elsewhere: path counts on the way out, shares on the way back.
  private var current: Scratch<Lanes>
  private var next: Scratch<Lanes>
  /// The lanes that have reached a vertex.
  private let seen: Scratch<UInt8>
  private let arriving: Scratch<UInt8>
  private let touched: Scratch<UInt32>
  /// For each set of lanes the bits that select them.
  private let masks: Scratch<SIMD8<Int64>>
  /// The vertices of each level with the lanes that reach them there, level after level.
  private var members: [UInt32] = []
  private var memberLanes: [UInt8] = []
  private var levelStarts: [Int] = []

  init(_ outgoing: Adjacency, _ incoming: Adjacency) {
    let count = outgoing.vertexCount
    self.outgoing = outgoing
    self.incoming = incoming
    paths = Scratch(count, filledWith: .zero)
    current = Scratch(count, filledWith: .zero)
    next = Scratch(count, filledWith: .zero)
    seen = Scratch(count, filledWith: 0)
    arriving = Scratch(count, filledWith: 0)
    touched = Scratch(count, filledWith: 0)
    masks = Scratch(256, filledWith: .zero)
    for lanes in 0..<256 {
      var mask = SIMD8<Int64>.zero
      for lane in 0..<8 where lanes >> lane & 1 == 1 { mask[lane] = -1 }
      masks[lanes] = mask
    }
  }

  /// Adds, for each vertex, the share of the shortest paths from the sources in a range that pass
  /// through it.
  mutating func addDependencies(
    on sources: borrowing Scratch<UInt32>, _ range: Range<Int>,
    vertexWeights: borrowing Scratch<Double>, to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    start(from: sources, range)
    while advance(full: UInt8(truncatingIfNeeded: 1 << range.count - 1)) {}
    var sourceWeights = Lanes.zero
    for (lane, place) in range.enumerated() {
      sourceWeights[lane] = vertexWeights[sources[place]]
    }
    retreat(sourceWeights, vertexWeights, to: sums, at: offset)
  }

  private mutating func start(from sources: borrowing Scratch<UInt32>, _ range: Range<Int>) {
    paths.fill(with: .zero)
    seen.fill(with: 0)
    members.removeAll(keepingCapacity: true)
    memberLanes.removeAll(keepingCapacity: true)
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    for (lane, place) in range.enumerated() {
      let source = sources[place]
      var one = Lanes.zero
      one[lane] = 1
      paths[source] = one
      current[source] = one
      seen[source] = 1 << UInt8(lane)
      members.append(source)
      memberLanes.append(1 << UInt8(lane))
    }
    levelStarts.append(members.count)
  }

  /// Goes one level further; returns whether there was one.
  private mutating func advance(full: UInt8) -> Bool {
    let start = levelStarts[levelStarts.count - 2]
    let end = levelStarts[levelStarts.count - 1]
    var work = 0
    for place in start..<end { work &+= outgoing.degree(Int(members[place])) }
    if work &* 3 > outgoing.arcCount {
      pull(full: full)
    } else {
      push(start..<end)
    }
    for place in start..<end { current[members[place]] = .zero }
    guard members.count > end else { return false }
    for place in end..<members.count {
      let vertex = Int(members[place])
      seen[vertex] |= memberLanes[place]
      paths[vertex] += next[vertex]
    }
    levelStarts.append(members.count)
    swap(&current, &next)
    return true
  }

  private mutating func pull(full: UInt8) {
    for vertex in 0..<incoming.vertexCount where seen[vertex] != full {
      var sum = Lanes.zero
      for arc in incoming.arcs(of: vertex) { sum += current[incoming.neighbours[arc]] }
      let positive = sum .> 0
      var lanes: UInt8 = 0
      for lane in 0..<8 { lanes |= (positive[lane] ? 1 : 0) << UInt8(lane) }
      lanes &= ~seen[vertex] & full
      if lanes != 0 { arrive(UInt32(truncatingIfNeeded: vertex), sum, lanes) }
    }
  }

  private mutating func push(_ level: Range<Int>) {
    var found = 0
    for place in level {
      let vertex = Int(members[place])
      let lanes = memberLanes[place]
      let value = current[vertex]
      for arc in outgoing.arcs(of: vertex) {
        let neighbour = outgoing.neighbours[arc]
        let new = lanes & ~seen[neighbour]
        guard new != 0 else { continue }
        if arriving[neighbour] == 0 {
          touched[found] = neighbour
          found &+= 1
        }
        arriving[neighbour] |= new
        next[neighbour] += value
      }
    }
    for place in 0..<found {
      let vertex = touched[place]
      arrive(vertex, next[vertex], arriving[vertex])
      arriving[vertex] = 0
    }
  }

  /// The values of some lanes, and 0 in the others.
  @inline(__always)
  private func select(_ values: Lanes, _ lanes: UInt8) -> Lanes {
    unsafeBitCast(
      unsafeBitCast(values, to: SIMD8<Int64>.self) & masks[Int(lanes)], to: Lanes.self)
  }

  @inline(__always)
  private mutating func arrive(_ vertex: UInt32, _ values: Lanes, _ lanes: UInt8) {
    next[vertex] = select(values, lanes)
    members.append(vertex)
    memberLanes.append(lanes)
  }

  /// Sums up dependencies from the last level to the first; leaves `current` and `next` zero.
  private mutating func retreat(
    _ sourceWeights: Lanes, _ vertexWeights: borrowing Scratch<Double>,
    to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    current.clear(members[levelStarts[levelStarts.count - 2]...])
    for level in stride(from: levelStarts.count - 2, to: 0, by: -1) {
      for place in levelStarts[level]..<levelStarts[level + 1] {
        let vertex = Int(members[place])
        var sum = Lanes.zero
        for arc in outgoing.arcs(of: vertex) { sum += current[outgoing.neighbours[arc]] }
        let lanes = memberLanes[place]
        let paths = paths[vertex]
        let dependency = select(paths * sum, lanes)
        sums[offset &+ vertex] += (dependency * sourceWeights).sum()
        next[vertex] = select((dependency + vertexWeights[vertex]) / paths, lanes)
      }
      if level + 2 < levelStarts.count {
        current.clear(members[levelStarts[level + 1]..<levelStarts[level + 2]])
      }
      swap(&current, &next)
    }
    if levelStarts.count > 2 { current.clear(members[levelStarts[1]..<levelStarts[2]]) }
  }
}

extension Scratch<SIMD8<Double>> {
  fileprivate func clear(_ vertices: ArraySlice<UInt32>) {
    for vertex in vertices { self[vertex] = .zero }
  }
}
