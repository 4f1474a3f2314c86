extension Graph {
  /// Edge betweenness: the share of shortest paths that each edge is part of, in the order of
  /// ``edges``.
  ///
  /// As ``betweenness(weighted:normalised:threads:)``, but paths that end at the edge count too.
  ///
  /// - Parameters:
  ///   - weighted: whether the length of an edge is 1 / strength; otherwise it is 1.
  ///   - normalised: whether to divide by the number of pairs, *n*(*n* − 1) / 2 undirected and
  ///     *n*(*n* − 1) directed.
  ///   - threads: how many threads may work; the scores are the same for any number.
  /// - Complexity: O(vertices · edges), times log vertices if weighted.
  ///
  /// Girvan and Newman, "Community structure in social and biological networks", 2002.
  public func edgeBetweenness(
    weighted: Bool = true, normalised: Bool = true, threads: Int = 1
  ) throws(GraphError) -> [Double] {
    let isWeighted = weighted && storage.uniformStrength == nil
    var (outgoing, incoming) = (storage.outgoing, storage.incoming)
    if isWeighted {
      incoming = try DistanceBackbone.rows(incoming, isMutual: !isDirected, threads: threads)
      outgoing = isDirected ? incoming.transposed() : incoming
    }
    let sums = try arcDependencies(outgoing, incoming, weighted: isWeighted, threads: threads)
    var arcs: [(source: UInt32, target: UInt32, sum: Double)] = []
    arcs.reserveCapacity(storage.incoming.arcCount)
    var next = 0
    for place in 0..<vertexCount {
      let target = storage.vertexOf[place]
      for arc in storage.incoming.arcs(of: place) {
        let neighbour = storage.incoming.neighbours[arc]
        let source = storage.vertexOf[neighbour]
        // Arcs that no shortest path uses are missing from the rows that were searched.
        var sum = 0.0
        if next < incoming.arcs(of: place).upperBound, incoming.neighbours[next] == neighbour {
          sum = sums[next]
          next += 1
        }
        arcs.append(
          isDirected ? (source, target, sum) : (min(source, target), max(source, target), sum))
      }
    }
    arcs.sort { ($0.source, $0.target, $0.sum) < ($1.source, $1.target, $1.sum) }
    let scale =
      normalised && vertexCount > 1
      ? 1 / (Double(vertexCount) * Double(vertexCount - 1)) : isDirected ? 1 : 0.5
    // The two arcs of an undirected edge are neighbours now.
    return stride(from: 0, to: arcs.count, by: isDirected ? 1 : 2).map {
      scale * (isDirected ? arcs[$0].sum : arcs[$0].sum + arcs[$0 + 1].sum)
    }
  }

  /// For each incoming arc the sum, over all pairs, of the share of shortest paths that use it.
  private func arcDependencies(
    _ outgoing: Adjacency, _ incoming: Adjacency, weighted: Bool, threads: Int
  ) throws(GraphError) -> Scratch<Double> {
    let (count, arcCount) = (outgoing.vertexCount, incoming.arcCount)
    let parts = min(4, count)
    let sums = Scratch<Double>(arcCount * parts, filledWith: 0)
    try inParallel(parts: parts, threads: threads) { queue in
      var brandes = WeightedBrandes(outgoing, incoming, weighted: weighted)
      while let part = queue.take() {
        for source in stride(from: part, to: count, by: parts) where !queue.isCancelled {
          brandes.addArcDependencies(on: source, to: sums, at: part * arcCount)
        }
      }
    }
    let total = Scratch<Double>(arcCount, filledWith: 0)
    for part in 0..<parts {
      for arc in 0..<arcCount { total[arc] += sums[part * arcCount + arc] }
    }
    return total
  }
}
