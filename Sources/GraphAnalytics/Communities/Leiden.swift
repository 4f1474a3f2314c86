extension Graph {
  /// Communities by the Leiden method: Louvain's moves, but what is merged is first refined into
  /// well connected groups, and the whole is repeated on the communities found.
  ///
  /// Every community is connected. Directions are ignored: the strengths of both directions of a
  /// pair are summed.
  ///
  /// - Parameters:
  ///   - bounds: a division that the communities found divide further, each of its parts by itself,
  ///     by the same quality in the whole graph; with rising resolutions a hierarchy. `nil` for the
  ///     whole.
  ///   - quality: what the communities are to be good at.
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones; for the constant
  ///     Potts model the strength that ties within a community should have on average.
  ///   - seed: decides the order in which vertices are looked at; the same seed gives the same
  ///     communities, whatever the order of the edges was.
  ///   - iterations: how often to go through the graph, each time from the communities found
  ///     before; of several the first is Louvain's. It ends early when next to nothing changes.
  ///   - weighted: whether strengths count.
  /// - Complexity: close to O(vertices + edges) an iteration in practice.
  ///
  /// Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", 2019.
  public func leiden(
    within bounds: Partition? = nil, quality: CommunityQuality = .modularity,
    resolution: Double = 1, seed: UInt64 = 1, iterations: Int = 3, weighted: Bool = true
  ) throws(GraphError) -> Partition {
    try GraphError.require(iterations > 0, "iterations", iterations, "a number above 0")
    if let bounds { try check(bounds) }
    let graph = undirected()
    let labels = try CommunitySearch.communities(
      graph, within: bounds, method: .leiden(iterations: iterations), quality: quality,
      resolution: resolution, seed: seed, weighted: weighted)
    graph.storage.outgoing.splitUnconnected(labels)
    return graph.partition(byPlace: labels)
  }
}

extension CommunitySearch {
  mutating func leiden<Rows>(
    _ level: borrowing CommunityLevel<Rows>, iterations: Int
  ) throws(GraphError) -> Scratch<UInt32> {
    let communities = Scratch<UInt32>(counting: level.count)
    for iteration in 1...iterations {
      // Where more passes follow, the first needs not find the last gain.
      let isRough = iteration == 1 && iterations > 1
      let moves = try leiden(level, communities, isRough ? .rough : .thorough)
      if moves <= level.count / 1000 { break }
    }
    return communities
  }

  /// A pass of Leiden from `communities`, which it improves; returns the number of moves.
  private mutating func leiden<Rows>(
    _ level: borrowing CommunityLevel<Rows>, _ communities: borrowing Scratch<UInt32>,
    _ thoroughness: LocalMoving.Thoroughness
  ) throws(GraphError) -> Int {
    let order = order(of: level)
    let moving = LocalMoving(penalty: penalty, leastGain: leastGain, thoroughness: thoroughness)
    var moves = try moving.move(level, communities: communities, order: order)
    let groups = try Refinement(penalty: penalty).refine(
      level, communities: communities, order: order)
    let found = renumber(groups, below: level.count)
    if found == level.count { return moves }
    if let next = level.aggregated(by: groups, count: found, unit: unit) {
      let above = Scratch<UInt32>(found, filledWith: 0)
      for vertex in 0..<groups.count { above[groups[vertex]] = communities[vertex] }
      renumber(above, below: level.count)
      moves += try leiden(next, above, thoroughness)
      for vertex in 0..<groups.count { communities[vertex] = above[groups[vertex]] }
    } else {
      moves += try leiden(level.grouped(by: groups, count: found), communities, thoroughness)
    }
    return moves
  }
}

extension Adjacency {
  /// Gives each connected piece of a community a label of its own, which never lowers the quality.
  func splitUnconnected(_ labels: borrowing Scratch<UInt32>) {
    let pieces = Scratch<UInt32>(labels.count, filledWith: .max)
    let stack = Scratch<UInt32>(labels.count, filledWith: 0)
    var found: UInt32 = 0
    for start in 0..<labels.count where pieces[start] == .max {
      pieces[start] = found
      stack[0] = UInt32(start)
      var depth = 1
      while depth > 0 {
        depth -= 1
        let vertex = Int(stack[depth])
        for arc in arcs(of: vertex) {
          let neighbour = neighbours[arc]
          guard labels[neighbour] == labels[vertex], pieces[neighbour] == .max else { continue }
          pieces[neighbour] = found
          stack[depth] = neighbour
          depth += 1
        }
      }
      found += 1
    }
    for place in 0..<labels.count { labels[place] = pieces[place] }
  }
}
