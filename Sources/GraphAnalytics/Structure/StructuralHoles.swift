extension Graph {
  /// Burt's constraint: how far a vertex's ties lead to people who are tied to each other.
  ///
  /// `Σ_j (p_ij + Σ_q p_iq p_qj)²` over the neighbours *j*, where *p* is the share of a vertex's
  /// strength, both directions together. A broker between groups has a low constraint. A vertex
  /// without neighbours has no constraint, given as 0.
  ///
  /// - Parameter weighted: whether strengths count; otherwise a tie counts 1, in both directions 2.
  /// - Complexity: O(Σ degree²).
  ///
  /// Burt, "Structural Holes", 1992.
  public func constraint(weighted: Bool = true) throws(GraphError) -> [Double] {
    let graph = Graph(storage: storage.mutual(weighted: weighted))
    let rows = graph.storage.outgoing
    let strengths = Scratch<Double>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount { strengths[vertex] = rows.strength(vertex) }
    let shares = Scratch<Double>(vertexCount, filledWith: 0)
    let result = Scratch<Double>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount {
      if vertex & 255 == 0 { try checkCancellation() }
      for arc in rows.arcs(of: vertex) {
        let neighbour = Int(rows.neighbours[arc])
        let share = rows.strengths[arc] / strengths[vertex]
        shares[neighbour] += share
        for inner in rows.arcs(of: neighbour) {
          shares[Int(rows.neighbours[inner])] +=
            share * (rows.strengths[inner] / strengths[neighbour])
        }
      }
      var sum = 0.0
      for arc in rows.arcs(of: vertex) {
        let share = shares[rows.neighbours[arc]]
        sum += share * share
      }
      result[vertex] = sum
      for arc in rows.arcs(of: vertex) {
        let neighbour = Int(rows.neighbours[arc])
        shares[neighbour] = 0
        for inner in rows.arcs(of: neighbour) { shares[rows.neighbours[inner]] = 0 }
      }
    }
    return graph.byVertex(result)
  }

  /// Burt's effective size: the number of a vertex's neighbours less what is redundant among them.
  ///
  /// `Σ_j (1 − Σ_q p_iq m_jq)` over the neighbours *j*, where *p* is the share of a vertex's strength
  /// and *m* a strength as a share of the greatest that *j* has. Without strengths, the degree less
  /// the average number of ties of a neighbour to the others.
  ///
  /// - Parameter weighted: whether strengths count; otherwise a tie counts 1, in both directions 2.
  /// - Complexity: O(Σ degree²).
  ///
  /// Burt, "Structural Holes", 1992.
  public func effectiveSize(weighted: Bool = true) throws(GraphError) -> [Double] {
    let graph = Graph(storage: storage.mutual(weighted: weighted))
    let rows = graph.storage.outgoing
    let shares = Scratch<Double>(vertexCount, filledWith: 0)
    let greatest = Scratch<Double>(vertexCount, filledWith: 0)
    let result = Scratch<Double>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount {
      for arc in rows.arcs(of: vertex) {
        greatest[vertex] = max(greatest[vertex], rows.strengths[arc])
      }
    }
    for vertex in 0..<vertexCount {
      if vertex & 255 == 0 { try checkCancellation() }
      let strength = rows.strength(vertex)
      for arc in rows.arcs(of: vertex) {
        shares[rows.neighbours[arc]] = rows.strengths[arc] / strength
      }
      var size = 0.0
      for arc in rows.arcs(of: vertex) {
        let neighbour = Int(rows.neighbours[arc])
        var redundancy = 0.0
        for inner in rows.arcs(of: neighbour) {
          redundancy +=
            shares[rows.neighbours[inner]] * (rows.strengths[inner] / greatest[neighbour])
        }
        size += 1 - redundancy
      }
      result[vertex] = size
      for arc in rows.arcs(of: vertex) { shares[rows.neighbours[arc]] = 0 }
    }
    return graph.byVertex(result)
  }
}
