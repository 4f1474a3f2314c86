/// Brandes' algorithm for edges of length 1, from eight sources at once.
///
/// A vertex's eight path counts fill half a cache line, and its shares one, so that one visit of an
/// arc serves eight searches. The searches go level by level in step; on a wide level every vertex not yet reached
/// pulls from its neighbours, on a narrow one the frontier pushes.
///
/// Brandes, "A faster algorithm for betweenness centrality", 2001; the batching after Then et al.,
/// "The more the merrier: efficient multi-source graph traversal", 2014.
struct BatchedBrandes: ~Copyable {
  typealias Lanes = SIMD8<Double>
  typealias Counts = SIMD8<Float>

  static let batchSize = 8

  /// The number of shortest paths from each source.
  private let paths: Scratch<Counts>
  private let outgoing: Adjacency
  private let incoming: Adjacency
  /// Path counts of the current level on the way out, 0 elsewhere.
  private var currentCounts: Scratch<Counts>
  private var nextCounts: Scratch<Counts>
  /// Shares of the current level on the way back, 0 elsewhere.
  private var current: Scratch<Lanes>
  private var next: Scratch<Lanes>
  /// The lanes that have reached a vertex.
  private let seen: Scratch<UInt8>
  private let arriving: Scratch<UInt8>
  private let touched: Scratch<UInt32>
  /// For each set of lanes the bits that select them, of shares and of counts.
  private let masks: Scratch<SIMD8<Int64>>
  private let narrowMasks: Scratch<SIMD8<Int32>>
  /// The vertices of each level with the lanes that reach them there, level after level.
  private let members: Scratch<UInt32>
  private let memberLanes: Scratch<UInt8>
  private var memberCount = 0
  /// The arcs to vertices that not all lanes have reached.
  private var openArcs = 0
  private var levelStarts: [Int] = []

  init(_ outgoing: Adjacency, _ incoming: Adjacency) {
    let count = outgoing.vertexCount
    self.outgoing = outgoing
    self.incoming = incoming
    paths = Scratch(count, filledWith: .zero)
    current = Scratch(count, filledWith: .zero)
    next = Scratch(count, filledWith: .zero)
    currentCounts = Scratch(count, filledWith: .zero)
    nextCounts = Scratch(count, filledWith: .zero)
    seen = Scratch(count, filledWith: 0)
    arriving = Scratch(count, filledWith: 0)
    touched = Scratch(uninitialised: count + 1)
    // A vertex is a member of at most a level for each lane.
    members = Scratch(uninitialised: count * Self.batchSize)
    memberLanes = Scratch(uninitialised: count * Self.batchSize)
    masks = Scratch(256, filledWith: .zero)
    narrowMasks = Scratch(256, filledWith: .zero)
    for lanes in 0..<256 {
      var mask = SIMD8<Int64>.zero
      for lane in 0..<8 where lanes >> lane & 1 == 1 { mask[lane] = -1 }
      masks[lanes] = mask
      narrowMasks[lanes] = SIMD8<Int32>(truncatingIfNeeded: mask)
    }
  }

  /// Adds, for each vertex, the share of the shortest paths from the sources in a range that pass
  /// through it; or, if there are more paths to a vertex than can be counted, adds nothing and
  /// returns false.
  mutating func addDependencies(
    on sources: borrowing Scratch<UInt32>, _ range: Range<Int>,
    vertexWeights: borrowing Scratch<Double>, to sums: borrowing Scratch<Double>, at offset: Int
  ) -> Bool {
    start(from: sources, range)
    while advance(full: UInt8(truncatingIfNeeded: 1 << range.count - 1)) {}
    let last = levelStarts.count - 2
    for place in levelStarts[last]..<levelStarts[last + 1] { currentCounts[members[place]] = .zero }
    guard areExact else { return false }
    var sourceWeights = Lanes.zero
    for (lane, place) in range.enumerated() {
      sourceWeights[lane] = vertexWeights[sources[place]]
    }
    retreat(sourceWeights, vertexWeights, to: sums, at: offset)
    return true
  }

  private mutating func start(from sources: borrowing Scratch<UInt32>, _ range: Range<Int>) {
    paths.fill(with: .zero)
    seen.fill(with: 0)
    memberCount = 0
    openArcs = incoming.arcCount
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    for (lane, place) in range.enumerated() {
      let source = sources[place]
      var one = Counts.zero
      one[lane] = 1
      paths[source] = one
      currentCounts[source] = one
      seen[source] = 1 << UInt8(lane)
      join(source, 1 << UInt8(lane))
    }
    levelStarts.append(memberCount)
  }

  /// Goes one level further; returns whether there was one.
  private mutating func advance(full: UInt8) -> Bool {
    guard openArcs > 0 else { return false }
    let start = levelStarts[levelStarts.count - 2]
    let end = levelStarts[levelStarts.count - 1]
    var work = 0
    for place in start..<end { work &+= outgoing.degree(Int(members[place])) }
    if openArcs < work &* 5 {
      pull(full: full)
    } else {
      push(start..<end, full: full)
    }
    for place in start..<end { currentCounts[members[place]] = .zero }
    guard memberCount > end else { return false }
    levelStarts.append(memberCount)
    swap(&currentCounts, &nextCounts)
    return true
  }

  private mutating func pull(full: UInt8) {
    for vertex in 0..<incoming.vertexCount where seen[vertex] != full {
      var sum = Counts.zero
      for arc in incoming.arcs(of: vertex) { sum += currentCounts[incoming.neighbours[arc]] }
      let new = selectCounts(sum, ~seen[vertex])
      let lanes = positiveLanes(of: new)
      if lanes == 0 { continue }
      arrive(UInt32(truncatingIfNeeded: vertex), lanes, new, full)
    }
  }

  private mutating func push(_ level: Range<Int>, full: UInt8) {
    var found = 0
    for place in level {
      let vertex = Int(members[place])
      let lanes = memberLanes[place]
      let value = currentCounts[vertex]
      for arc in outgoing.arcs(of: vertex) {
        let neighbour = outgoing.neighbours[arc]
        let new = lanes & ~seen[neighbour]
        guard new != 0 else { continue }
        touched[found] = neighbour
        found &+= arriving[neighbour] == 0 ? 1 : 0
        arriving[neighbour] |= new
        nextCounts[neighbour] += value
      }
    }
    for place in 0..<found {
      let vertex = touched[place]
      let lanes = arriving[vertex]
      arriving[vertex] = 0
      arrive(vertex, lanes, selectCounts(nextCounts[vertex], lanes), full)
    }
  }

  /// Whether no count is greater than those up to which every integer has a place.
  private var areExact: Bool {
    var excess = SIMD8<Int32>.zero
    for vertex in 0..<paths.count {
      excess.replace(with: SIMD8(repeating: 1), where: paths[vertex] .> 0x1p24)
    }
    return excess == .zero
  }

  /// The values of some lanes, and 0 in the others.
  @inline(__always)
  private func select(_ values: Lanes, _ lanes: UInt8) -> Lanes {
    unsafeBitCast(
      unsafeBitCast(values, to: SIMD8<Int64>.self) & masks[Int(lanes)], to: Lanes.self)
  }

  @inline(__always)
  private func selectCounts(_ values: Counts, _ lanes: UInt8) -> Counts {
    unsafeBitCast(
      unsafeBitCast(values, to: SIMD8<Int32>.self) & narrowMasks[Int(lanes)], to: Counts.self)
  }

  /// The lanes whose value is above 0.
  @inline(__always)
  private func positiveLanes(of values: Counts) -> UInt8 {
    let bits = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    let chosen = SIMD8<Int32>.zero.replacing(with: bits, where: values .> 0)
    let four = chosen.lowHalf | chosen.highHalf
    let two = four.lowHalf | four.highHalf
    return UInt8(truncatingIfNeeded: two[0] | two[1])
  }

  @inline(__always)
  private mutating func arrive(_ vertex: UInt32, _ lanes: UInt8, _ values: Counts, _ full: UInt8) {
    nextCounts[vertex] = values
    paths[vertex] += values
    seen[vertex] |= lanes
    if seen[vertex] == full { openArcs &-= incoming.degree(Int(vertex)) }
    join(vertex, lanes)
  }

  @inline(__always)
  private mutating func join(_ vertex: UInt32, _ lanes: UInt8) {
    members[memberCount] = vertex
    memberLanes[memberCount] = lanes
    memberCount &+= 1
  }

  /// Sums up dependencies from the last level to the first.
  private mutating func retreat(
    _ sourceWeights: Lanes, _ vertexWeights: borrowing Scratch<Double>,
    to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    for level in stride(from: levelStarts.count - 2, to: 0, by: -1) {
      let isPushed = pushBack(to: level)
      for place in levelStarts[level]..<levelStarts[level + 1] {
        let vertex = Int(members[place])
        var sum = Lanes.zero
        if isPushed {
          sum = next[vertex]
        } else {
          for arc in outgoing.arcs(of: vertex) { sum += current[outgoing.neighbours[arc]] }
        }
        let lanes = memberLanes[place]
        let paths = Lanes(paths[vertex])
        let dependency = select(paths * sum, lanes)
        sums[offset &+ vertex] += (dependency * sourceWeights).pairwiseSum
        next[vertex] = select((dependency + vertexWeights[vertex]) / paths, lanes)
      }
      if level + 2 < levelStarts.count { clear(level + 1) }
      swap(&current, &next)
    }
    if levelStarts.count > 2 { clear(1) }
  }

  /// Adds up the shares of the level after `level` at its members, if that level has fewer arcs.
  private func pushBack(to level: Int) -> Bool {
    guard level + 2 < levelStarts.count else { return true }
    let own = levelStarts[level]..<levelStarts[level + 1]
    let further = levelStarts[level + 1]..<levelStarts[level + 2]
    var pullWork = 0
    for place in own { pullWork &+= outgoing.degree(Int(members[place])) }
    var pushWork = 0
    for place in further { pushWork &+= incoming.degree(Int(members[place])) }
    if pushWork &* 10 >= pullWork &* 4 { return false }
    for place in own { arriving[members[place]] = memberLanes[place] }
    for place in further {
      let vertex = Int(members[place])
      let lanes = memberLanes[place]
      let share = current[vertex]
      for arc in incoming.arcs(of: vertex) {
        let neighbour = incoming.neighbours[arc]
        if arriving[neighbour] & lanes != 0 { next[neighbour] += share }
      }
    }
    for place in own { arriving[members[place]] = 0 }
    return true
  }

  private func clear(_ level: Int) {
    for place in levelStarts[level]..<levelStarts[level + 1] { current[members[place]] = .zero }
  }
}

extension SIMD8<Double> {
  /// The sum by halves, so that no addition waits for seven others.
  fileprivate var pairwiseSum: Double {
    @inline(__always) get {
      let four = lowHalf + highHalf
      let two = four.lowHalf + four.highHalf
      return two[0] + two[1]
    }
  }
}
