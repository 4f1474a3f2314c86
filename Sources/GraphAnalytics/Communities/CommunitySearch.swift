/// What communities are to be good at.
public enum CommunityQuality: String, CaseIterable, Sendable {
  /// More strength within than chance would put there; see ``Graph/modularity(of:resolution:weighted:)``.
  case modularity
  /// The constant Potts model: the average strength between any two members is above the
  /// resolution, that between communities below it. Free of modularity's blindness to small groups.
  case constantPotts
}

/// What Louvain and Leiden share: the graph without directions, its null model and the order in
/// which vertices are looked at.
struct CommunitySearch: ~Copyable {
  let graph: Graph
  let penalty: Double
  let leastGain: Double
  private let rows: Adjacency
  private let masses: Scratch<Double>
  private var random: RandomNumbers

  init(
    _ graph: Graph, quality: CommunityQuality, resolution: Double, seed: UInt64, weighted: Bool
  ) throws(GraphError) {
    try GraphError.require(
      resolution >= 0 && resolution <= 1e100, "resolution", resolution, "from 0 to 1e100")
    self.graph = graph.undirected()
    random = RandomNumbers(seed: seed)
    let outgoing = self.graph.storage.outgoing
    let rows = weighted ? outgoing : outgoing.withoutStrengths()
    let masses = Scratch<Double>(rows.vertexCount, filledWith: 1)
    var total = 0.0
    for arc in 0..<rows.arcCount { total += rows.strengths[arc] }
    switch quality {
    case .modularity:
      for vertex in 0..<rows.vertexCount { masses[vertex] = rows.strength(vertex) }
      penalty = total > 0 ? resolution / total : 0
      leastGain = 1e-12 * total * max(1, resolution)
    case .constantPotts:
      let count = Double(rows.vertexCount)
      penalty = resolution
      leastGain = 1e-12 * max(total, resolution * count * count)
    }
    self.rows = rows
    self.masses = masses
  }

  /// The graph as the first level.
  ///
  /// - Parameter bounds: A division whose parts are searched one by one: ties between them are left
  ///   out, but for what everyone weighs in the null model.
  func firstLevel(within bounds: Partition? = nil) -> CommunityLevel {
    let masses = Scratch(copying: masses, count: rows.vertexCount)
    guard let bounds else { return CommunityLevel(rows: rows, masses: masses) }
    return CommunityLevel(rows: inner(rows, bounds), masses: masses)
  }

  /// The arcs within the parts of a division.
  private func inner(_ rows: Adjacency, _ bounds: Partition) -> Adjacency {
    func part(_ place: Int) -> Int { bounds.communityOf[Int(graph.storage.vertexOf[place])] }
    func isInner(_ vertex: Int, _ arc: Int) -> Bool {
      part(vertex) == part(Int(rows.neighbours[arc]))
    }
    let count = (0..<rows.vertexCount).reduce(0) { count, vertex in
      count + rows.arcs(of: vertex).count { isInner(vertex, $0) }
    }
    return Adjacency(vertexCount: rows.vertexCount, arcCount: count) { add in
      for vertex in 0..<rows.vertexCount {
        for arc in rows.arcs(of: vertex) where isInner(vertex, arc) {
          add(vertex, rows.neighbours[arc], rows.strengths[arc])
        }
      }
    }
  }

  /// The vertices of a level by rising degree, those of equal degree in random order.
  ///
  /// Where hubs come last, they find communities that the others have formed, and do not draw
  /// everyone to themselves: the result is better than in an order that is random throughout.
  mutating func order(of level: borrowing CommunityLevel) -> Scratch<UInt32> {
    let rows = level.rows
    let count = rows.vertexCount
    var greatest = 0
    for vertex in 0..<count { greatest = max(greatest, rows.degree(vertex)) }
    let next = Scratch<UInt32>(greatest + 2, filledWith: 0)
    for vertex in 0..<count { next[rows.degree(vertex) + 1] += 1 }
    for degree in 0...greatest { next[degree + 1] += next[degree] }
    let order = Scratch<UInt32>(count, filledWith: 0)
    // In a large graph neighbours in memory stay together, which is faster.
    let size = min(max(count / 1024, 1), 16)
    let parts = shuffled((count + size - 1) / size)
    for place in 0..<parts.count {
      let start = Int(parts[place]) * size
      for vertex in start..<min(start + size, count) {
        let degree = rows.degree(vertex)
        order[next[degree]] = UInt32(vertex)
        next[degree] += 1
      }
    }
    return order
  }

  /// The numbers below `count` in random order.
  private mutating func shuffled(_ count: Int) -> Scratch<UInt32> {
    let order = Scratch<UInt32>(counting: count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      let chosen = random.next(below: last + 1)
      (order[last], order[chosen]) = (order[chosen], order[last])
    }
    return order
  }
}
