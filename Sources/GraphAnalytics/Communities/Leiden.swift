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
  ///     before; of several the first is Louvain's, except in small graphs, which are gone through
  ///     twice more. It ends early when next to nothing changes.
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
  /// The communities of a graph; of a tiny one, whose best communities a single search often misses,
  /// the best of several searches.
  mutating func leiden<Rows>(
    _ level: borrowing CommunityLevel<Rows>, iterations: Int
  ) throws(GraphError) -> Scratch<UInt32> {
    var best = try leidenOnce(level, iterations: iterations)
    var greatest = quality(of: best, in: level)
    for _ in 1..<max(1, min(8, 1024 / max(level.count, 1))) {
      let other = try leidenOnce(level, iterations: iterations)
      let quality = quality(of: other, in: level)
      if quality > greatest + moving.leastGain {
        best = other
        greatest = quality
      }
    }
    return best
  }

  private mutating func leidenOnce<Rows>(
    _ level: borrowing CommunityLevel<Rows>, iterations: Int
  ) throws(GraphError) -> Scratch<UInt32> {
    let communities = Scratch<UInt32>(counting: level.count)
    // Where more passes follow, the first needs not be refined. In small graphs it is, and there
    // are two more: they take next to no time, and their best communities are harder to come by.
    let passes = iterations == 1 ? 1 : level.isSmall ? iterations + 2 : iterations - 1
    if passes < iterations { try louvain(level, communities) }
    for pass in 0..<passes {
      let moves = try leiden(level, communities)
      if moves <= level.count / 1000 { break }
      Graph.progress?(Double(pass + 1) / Double(passes))
    }
    return communities
  }

  /// The strength within communities, from both ends, less what the null model puts there.
  private func quality<Rows>(
    of communities: borrowing Scratch<UInt32>, in level: borrowing CommunityLevel<Rows>
  ) -> Double {
    let rows = level.rows
    let masses = Scratch<Double>(level.count, filledWith: 0)
    var quality = 0.0
    for vertex in 0..<level.count {
      let community = communities[vertex]
      masses[community] += level.masses[vertex]
      for arc in rows.arcs(of: vertex) where communities[rows.neighbours[arc]] == community {
        quality += rows.strength(ofArc: arc)
      }
    }
    for community in 0..<level.count {
      quality -= moving.penalty * masses[community] * masses[community]
    }
    return quality
  }

  /// A pass of Leiden from `communities`, which it improves; returns the number of moves.
  private mutating func leiden<Rows>(
    _ level: borrowing CommunityLevel<Rows>, _ communities: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let groups = Scratch<UInt32>(uninitialised: communities.count)
    var moves = try regroup(level, communities, groups)
    let found = renumber(groups, below: level.count)
    if found == level.count { return moves }
    if let next = level.aggregated(
      by: groups, count: found, unit: moving.unit, averageSize: 16)
    {
      let above = Scratch<UInt32>(found, filledWith: 0)
      for vertex in 0..<groups.count { above[groups[vertex]] = communities[vertex] }
      moves += try leiden(next, above)
      for vertex in 0..<groups.count { communities[vertex] = above[groups[vertex]] }
    } else {
      moves += try leiden(level.grouped(by: groups, count: found), communities)
    }
    return moves
  }

  /// Moves units between `communities` and fills in the refined `groups` that these consist of;
  /// returns the number of moves.
  private mutating func regroup<Rows>(
    _ level: borrowing CommunityLevel<Rows>, _ communities: borrowing Scratch<UInt32>,
    _ groups: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let order = order(of: level)
    let moves = try moving.move(level, communities: communities, order: order)
    // There are no more communities than groups, and so no number too great for the next level.
    renumber(communities, below: level.count)
    try Refinement(penalty: moving.penalty).refine(
      level, communities: communities, order: order, groups: groups)
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
