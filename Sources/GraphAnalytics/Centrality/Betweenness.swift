extension Graph {
  /// Betweenness: the share of shortest paths between others that pass through each vertex.
  ///
  /// For each pair of other vertices, the fraction of their shortest paths that the vertex lies on;
  /// each unordered pair counts once in an undirected graph, each ordered pair in a directed one.
  /// Parallel edges do not multiply paths. Two paths are equally long if their lengths differ by
  /// less than a trillionth, so that the order of additions does not decide.
  ///
  /// - Parameters:
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - normalised: whether to divide by the number of pairs, (*n* − 1)(*n* − 2) / 2 undirected and
  ///     (*n* − 1)(*n* − 2) directed.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: O(vertices · edges), times log vertices if weighted.
  ///
  /// Freeman, "A set of measures of centrality based on betweenness", 1977; Brandes, "A faster
  /// algorithm for betweenness centrality", 2001.
  public func betweenness(
    weighted: Bool = true, normalised: Bool = true, threads: Int = 1
  ) throws(GraphError) -> [Double] {
    let scores = try pathBetweenness(
      weighted: weighted && storage.uniformStrength == nil, threads: threads)
    // Searches from both ends of an undirected pair find it twice.
    var scale = isDirected ? 1.0 : 0.5
    if normalised, vertexCount > 2 {
      let ordered = Double(vertexCount - 1) * Double(vertexCount - 2)
      scale = 1 / ordered
    }
    return byVertex(scores).map { $0 * scale }
  }

  /// For each place the sum over ordered pairs, by Brandes' algorithm from each source in turn.
  private func pathBetweenness(
    weighted: Bool, threads: Int
  ) throws(GraphError) -> Scratch<Double> {
    let count = vertexCount
    let parts = min(16, count)
    let sums = Scratch<Double>(count * parts, filledWith: 0)
    let (outgoing, incoming) = (storage.outgoing, storage.incoming)
    try inParallel(parts: parts, threads: threads) { queue in
      var paths = PathCount(outgoing, incoming, weighted: weighted)
      while let part = queue.take() {
        for source in stride(from: part, to: count, by: parts) where !queue.isCancelled {
          paths.addDependencies(on: source, to: sums, at: part * count)
        }
      }
    }
    let total = Scratch<Double>(count, filledWith: 0)
    for part in 0..<parts {
      for vertex in 0..<count { total[vertex] += sums[part * count + vertex] }
    }
    return total
  }
}

/// Counts shortest paths and how many of them pass through each vertex.
struct PathCount: ~Copyable {
  private var search: PathSearch
  private let incoming: Adjacency
  private let position: Scratch<UInt32>
  private let paths: Scratch<Double>
  /// (1 + dependency) / paths.
  private let shares: Scratch<Double>

  init(_ outgoing: Adjacency, _ incoming: Adjacency, weighted: Bool) {
    search = PathSearch(outgoing, weighted: weighted)
    self.incoming = incoming
    position = Scratch(outgoing.vertexCount, filledWith: .max)
    paths = Scratch(outgoing.vertexCount, filledWith: 0)
    shares = Scratch(outgoing.vertexCount, filledWith: 0)
  }

  /// Adds, for each vertex, the share of the shortest paths from `source` that pass through it.
  mutating func addDependencies(
    on source: Int, to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    let reached = search.search(from: source)
    for place in 0..<reached { position[search.order[place]] = UInt32(place) }
    paths[source] = 1
    for place in 1..<max(reached, 1) {
      let vertex = Int(search.order[place])
      let distance = search.distances[vertex]
      var count = 0.0
      for arc in incoming.arcs(of: vertex) {
        let before = incoming.neighbours[arc]
        guard position[before] < position[vertex] else { continue }
        let length = search.weighted ? 1 / incoming.strengths[arc] : 1
        if isEqual(search.distances[before] + length, distance) { count += paths[before] }
      }
      paths[vertex] = count
    }
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let distance = search.distances[vertex]
      var share = 0.0
      for arc in search.rows.arcs(of: vertex) {
        let after = search.rows.neighbours[arc]
        guard position[after] > position[vertex], position[after] != .max else { continue }
        if isEqual(distance + search.length(arc), search.distances[after]) {
          share += shares[after]
        }
      }
      let dependency = paths[vertex] * share
      sums[offset + vertex] += dependency
      shares[vertex] = (1 + dependency) / paths[vertex]
    }
    for place in 0..<reached { position[search.order[place]] = .max }
  }

  @inline(__always)
  private func isEqual(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-12 * other
  }
}
