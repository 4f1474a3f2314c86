/// A search for communities, by Louvain or Leiden: in what order the units of each level are looked
/// at, and how the levels are gone through.
struct CommunitySearch {
  enum Method {
    case louvain
    case leiden(iterations: Int)
  }

  let moving: LocalMoving
  private var random: RandomNumbers

  private init(_ model: borrowing NullModel, seed: UInt64) {
    moving = LocalMoving(penalty: model.penalty, leastGain: model.leastGain, unit: model.unit)
    random = RandomNumbers(seed: seed)
  }

  /// The communities of a graph without directions, by place.
  ///
  /// - Parameter bounds: A division whose parts are searched one by one: ties between them are left
  ///   out, but for what everyone weighs in the null model.
  static func communities(
    _ graph: Graph, within bounds: Partition?, method: Method, quality: CommunityQuality,
    resolution: Double, seed: UInt64, weighted: Bool
  ) throws(GraphError) -> Scratch<UInt32> {
    try GraphError.require(
      resolution >= 0 && resolution <= 1e100, "resolution", resolution, "from 0 to 1e100")
    let rows = graph.storage.outgoing
    // Ties of equal strength take half the time to read.
    if let strength = weighted ? graph.storage.uniformStrength : 1 {
      let ties = EqualTies(rows, strength: strength)
      let model = NullModel(ties, quality: quality, resolution: resolution)
      guard let bounds else { return try find(ties, model, method, seed) }
      return try find(
        EqualTies(graph.rows(within: bounds), strength: strength), model, method, seed)
    }
    let model = NullModel(rows, quality: quality, resolution: resolution)
    return try find(
      bounds.map { graph.rows(within: $0) } ?? rows, model, method, seed)
  }

  private static func find(
    _ rows: some TieRows, _ model: consuming NullModel, _ method: Method, _ seed: UInt64
  ) throws(GraphError) -> Scratch<UInt32> {
    var search = CommunitySearch(model, seed: seed)
    let level = CommunityLevel(rows: rows, masses: model.masses)
    return switch method {
    case .louvain: try search.louvain(level)
    case .leiden(let iterations): try search.leiden(level, iterations: iterations)
    }
  }

  /// The units of a level by rising degree, those of equal degree in random order; of a small one,
  /// in which there is less to tell the seeds apart, in random order throughout.
  ///
  /// Where hubs come last, they find communities that the others have formed, and do not draw
  /// everyone to themselves.
  mutating func order<Rows>(of level: borrowing CommunityLevel<Rows>) -> Scratch<UInt32> {
    let count = level.count
    if level.isSmall { return shuffled(count) }
    let degrees = Scratch<UInt32>(count, filledWith: 0)
    var greatest = 0
    for unit in 0..<count {
      let degree = level.degree(unit)
      degrees[unit] = UInt32(degree)
      greatest = max(greatest, degree)
    }
    let next = Scratch<UInt32>(greatest + 2, filledWith: 0)
    for unit in 0..<count { next[degrees[unit] + 1] += 1 }
    for degree in 0...greatest { next[degree + 1] += next[degree] }
    let order = Scratch<UInt32>(uninitialised: count)
    // In a large graph neighbours in memory stay together, which is faster.
    let size = min(max(count / 1024, 1), 16)
    let parts = shuffled((count + size - 1) / size)
    for place in 0..<parts.count {
      let start = Int(parts[place]) * size
      for unit in start..<min(start + size, count) {
        order[next[degrees[unit]]] = UInt32(unit)
        next[degrees[unit]] += 1
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

extension Graph {
  /// The arcs within the parts of a division.
  fileprivate func rows(within bounds: Partition) -> Adjacency {
    let rows = storage.outgoing
    func part(_ place: Int) -> Int { bounds.communityOf[Int(storage.vertexOf[place])] }
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
}
