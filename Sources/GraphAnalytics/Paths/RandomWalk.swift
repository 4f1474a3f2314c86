/// A random walker on a graph, in the form that PageRank iterates: each vertex pulls from the
/// vertices that point to it.
struct RandomWalk: ~Copyable {
  let rows: Adjacency
  private let isMutual: Bool
  /// 1 / the strength that leaves a vertex; 0 if none does.
  let inverseStrength: Scratch<Double>
  private let weighted: Bool
  /// Fixed whatever the number of threads, and so is the order in which their sums are added.
  private let ranges: [Range<Int>]

  init(_ graph: Graph, weighted: Bool) {
    rows = graph.storage.incoming
    isMutual = !graph.isDirected
    self.weighted = weighted && graph.storage.uniformStrength == nil
    let outgoing = graph.storage.outgoing
    inverseStrength = Scratch(rows.vertexCount, filledWith: 0)
    for vertex in 0..<rows.vertexCount where outgoing.degree(vertex) > 0 {
      inverseStrength[vertex] =
        1 / (self.weighted ? outgoing.strength(vertex) : Double(outgoing.degree(vertex)))
    }
    ranges = rows.balancedRanges(32)
  }

  /// The walker's stationary distribution.
  ///
  /// By Jacobi iteration; where arcs lead both ways, most of the way is left to conjugate gradients.
  func stationary(
    jumpingTo jump: borrowing Scratch<Double>, damping: Double, tolerance: Double, threads: Int,
    maximumIterations: Int
  ) throws(GraphError) -> Scratch<Double> {
    let count = rows.vertexCount
    let scores = Scratch(copying: jump, count: count)
    guard count > 0 else { return scores }
    var remaining = max(maximumIterations, 0)
    if isMutual {
      remaining -= try approach(
        scores, jumpingTo: jump, damping: damping, tolerance: tolerance, threads: threads,
        maximumIterations: remaining)
    }
    var shares = Scratch<Double>(count, filledWith: 0)
    var nextShares = Scratch<Double>(count, filledWith: 0)
    var sink = 0.0
    for vertex in 0..<count {
      shares[vertex] = scores[vertex] * inverseStrength[vertex]
      if inverseStrength[vertex] == 0 { sink += scores[vertex] }
    }
    for _ in 0..<remaining {
      let sums = try step(
        scores, shares, into: nextShares, jump: jump,
        jumping: 1 - damping + damping * sink, damping: damping, threads: threads)
      swap(&shares, &nextShares)
      if sums.change < tolerance { return scores }
      sink = sums.sink
    }
    throw .notConverged(
      "PageRank", after: maximumIterations, remedy: "raise the tolerance or lower the damping")
  }

  /// One step of every vertex; returns by how much the scores changed and how much lies in sinks.
  private func step(
    _ scores: borrowing Scratch<Double>, _ shares: borrowing Scratch<Double>,
    into nextShares: borrowing Scratch<Double>, jump: borrowing Scratch<Double>, jumping: Double,
    damping: Double, threads: Int
  ) throws(GraphError) -> (change: Double, sink: Double) {
    try sums(threads: threads) { range in
      var change = 0.0
      var sink = 0.0
      for vertex in range {
        let score = jumping * jump[vertex] + damping * pull(shares, into: vertex)
        change += abs(score - scores[vertex])
        scores[vertex] = score
        let inverse = inverseStrength[vertex]
        nextShares[vertex] = score * inverse
        if inverse == 0 { sink += score }
      }
      return (change, sink)
    }
  }

  /// Runs `body` for all vertices, a range at a time, and adds up what it returns.
  func sums(
    threads: Int, _ body: @Sendable (Range<Int>) -> (Double, Double)
  ) throws(GraphError) -> (Double, Double) {
    let firsts = Scratch<Double>(ranges.count, filledWith: 0)
    let seconds = Scratch<Double>(ranges.count, filledWith: 0)
    try inParallel(parts: ranges.count, threads: threads, isWhole: false) { queue in
      while let part = queue.take() { (firsts[part], seconds[part]) = body(ranges[part]) }
    }
    return (firsts.sum(), seconds.sum())
  }

  /// What comes to a vertex from its neighbours if each has a value for a unit of its strength.
  @inline(__always)
  func pull(_ shares: borrowing Scratch<Double>, into vertex: Int) -> Double {
    let arcs = rows.arcs(of: vertex)
    var arc = arcs.lowerBound
    // Four sums side by side: one sum would wait for each addition before the next.
    var sums = SIMD4<Double>.zero
    while arc &+ 4 <= arcs.upperBound {
      var values = SIMD4(
        shares[rows.neighbours[arc]], shares[rows.neighbours[arc &+ 1]],
        shares[rows.neighbours[arc &+ 2]], shares[rows.neighbours[arc &+ 3]])
      if weighted {
        values *= SIMD4(
          rows.strengths[arc], rows.strengths[arc &+ 1], rows.strengths[arc &+ 2],
          rows.strengths[arc &+ 3])
      }
      sums += values
      arc &+= 4
    }
    while arc < arcs.upperBound {
      sums[0] += shares[rows.neighbours[arc]] * (weighted ? rows.strengths[arc] : 1)
      arc &+= 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }
}
