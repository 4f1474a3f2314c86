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
    var search = try CommunitySearch(
      self, quality: quality, resolution: resolution, seed: seed, weighted: weighted)
    if let bounds { try check(bounds) }
    let labels = Scratch<UInt32>(counting: vertexCount)
    // Where more passes follow, the first needs not be refined, nor to find the last gain.
    let isRough = iterations > 1 && bounds == nil
    if isRough { _ = try search.louvain(from: labels, thoroughness: .rough) }
    for _ in 0..<(isRough ? iterations - 1 : iterations) {
      if try search.leiden(from: labels, within: bounds) <= vertexCount / 1000 { break }
    }
    search.splitUnconnected(labels)
    return search.graph.partition(byPlace: labels)
  }
}

extension CommunitySearch {
  /// A pass of Leiden from the communities in `labels`, which it improves; returns the number of moves.
  mutating func leiden(
    from labels: borrowing Scratch<UInt32>, within bounds: Partition? = nil
  ) throws(GraphError) -> Int {
    let moving = LocalMoving(
      penalty: penalty, leastGain: leastGain, thoroughness: .thorough)
    let refinement = Refinement(penalty: penalty)
    var level = firstLevel(within: bounds)
    var communities = Scratch<UInt32>(copying: labels, count: labels.count)
    /// The vertex of the current level that each vertex of the graph belongs to.
    let vertices = Scratch<UInt32>(counting: labels.count)
    var total = 0
    while true {
      let count = level.rows.vertexCount
      let order = order(of: level)
      total += try moving.move(level, communities: communities, order: order)
      let groups = refinement.refine(level, communities: communities, order: order)
      let found = renumber(groups, below: count)
      if found == count { break }
      let next = Scratch<UInt32>(found, filledWith: 0)
      for vertex in 0..<count { next[groups[vertex]] = communities[vertex] }
      for place in 0..<labels.count { vertices[place] = groups[vertices[place]] }
      _ = renumber(next, below: count)
      level = level.aggregated(by: groups, count: found)
      communities = next
    }
    for place in 0..<labels.count { labels[place] = communities[vertices[place]] }
    return total
  }

  /// Gives each connected piece of a community a label of its own, which never lowers the quality.
  func splitUnconnected(_ labels: borrowing Scratch<UInt32>) {
    let rows = graph.storage.outgoing
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
        for arc in rows.arcs(of: vertex) {
          let neighbour = rows.neighbours[arc]
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
