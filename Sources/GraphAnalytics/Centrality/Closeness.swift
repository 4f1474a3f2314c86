extension Graph {
  /// Closeness: how near a vertex is to those that reach it.
  ///
  /// For a vertex that *r* others reach, `(r / Σ distance) · (r / (n − 1))`, as Wasserman and Faust
  /// have it, so that being near to few counts less than being near to many; 0 if none reaches it.
  /// In a directed graph the distances are those towards the vertex.
  ///
  /// - Parameters:
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: O(vertices · (vertices + edges)), times log vertices if weighted.
  ///
  /// Wasserman and Faust, "Social Network Analysis", 1994, equation 5.22 corrected for components.
  public func closeness(weighted: Bool = true, threads: Int = 1) throws(GraphError) -> [Double] {
    let sums = try distanceSums(weighted: weighted, threads: threads)
    let others = Double(max(vertexCount - 1, 1))
    for vertex in 0..<vertexCount {
      let reached = sums.reached[vertex]
      let distance = sums.distance[vertex]
      sums.distance[vertex] = distance > 0 ? reached / distance * (reached / others) : 0
    }
    return byVertex(sums.distance)
  }

  /// Harmonic centrality: the sum of 1 / distance over the vertices that reach this one.
  ///
  /// Unlike ``closeness`` it needs no correction for vertices out of reach, which add nothing. It is
  /// not divided by the number of vertices.
  ///
  /// - Parameters:
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: as ``closeness``.
  ///
  /// Marchiori and Latora, "Harmony in the small-world", 2000.
  public func harmonic(weighted: Bool = true, threads: Int = 1) throws(GraphError) -> [Double] {
    byVertex(try distanceSums(weighted: weighted, threads: threads).inverse)
  }

  private func distanceSums(weighted: Bool, threads: Int) throws(GraphError) -> DistanceSums {
    let strength = weighted ? storage.uniformStrength : 1
    guard let strength else { return try weightedDistanceSums(threads: threads) }
    let census = try distanceCensus(threads: threads)
    let sums = DistanceSums(count: vertexCount)
    for vertex in 0..<vertexCount {
      sums.reached[vertex] = Double(census.reached[vertex])
      sums.distance[vertex] = Double(census.distance[vertex]) / strength
      sums.inverse[vertex] = Double(census.inverse[vertex]) / census.one * strength
    }
    return sums
  }

  private func weightedDistanceSums(threads: Int) throws(GraphError) -> DistanceSums {
    let sums = DistanceSums(count: vertexCount)
    let rows = try DistanceBackbone.rows(
      storage.incoming, isMutual: !isDirected, threads: threads)
    try inParallel(parts: vertexCount, threads: threads) { queue in
      var search = PathSearch(rows, weighted: true)
      while let vertex = queue.take() {
        let reached = search.search(from: vertex)
        var distance = 0.0
        var inverse = 0.0
        for place in 0..<reached where place > 0 {
          let length = search.distances[search.order[place]]
          distance += length
          inverse += 1 / length
        }
        sums.reached[vertex] = Double(reached - 1)
        sums.distance[vertex] = distance
        sums.inverse[vertex] = inverse
      }
    }
    return sums
  }
}

/// What closeness and harmonic centrality need to know of the distances towards each vertex.
struct DistanceSums: ~Copyable, Sendable {
  /// The number of other vertices that reach it.
  let reached: Scratch<Double>
  /// The sum of their distances.
  let distance: Scratch<Double>
  /// The sum of their inverse distances.
  let inverse: Scratch<Double>

  init(count: Int) {
    reached = Scratch(count, filledWith: 0)
    distance = Scratch(count, filledWith: 0)
    inverse = Scratch(count, filledWith: 0)
  }
}
