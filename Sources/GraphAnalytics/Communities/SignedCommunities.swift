extension Graph {
  /// Communities that ties hold together and hostile ties push apart.
  ///
  /// The search is Louvain's, for the quality of ``signedModularity(of:hostile:resolution:weighted:)``.
  /// Directions are ignored.
  ///
  /// - Parameters:
  ///   - hostile: the hostile ties of the same vertices; its strengths are positive too.
  ///   - resolution: above 1 for smaller communities, below 1 for larger ones.
  ///   - seed: decides the order in which vertices are looked at.
  ///   - weighted: whether strengths count.
  /// - Throws: `GraphError` if the graphs differ in vertices or direction.
  /// - Complexity: close to O(vertices + edges) in practice.
  ///
  /// Gómez, Jensen and Arenas, "Analysis of community structure in networks of correlated data",
  /// 2009.
  public func signedCommunities(
    hostile: Graph, resolution: Double = 1, seed: UInt64 = 1, weighted: Bool = true
  ) throws(GraphError) -> Partition {
    try checkComparable(with: hostile)
    try GraphError.require(
      resolution >= 0 && resolution <= 1e100, "resolution", resolution, "from 0 to 1e100")
    var search = SignedSearch(
      self, hostile, resolution: resolution, seed: seed, weighted: weighted
    )
    return Partition(labels: try search.find())
  }

  /// Modularity with hostile ties: that of this graph less that of the hostile one, each in
  /// proportion to its strength.
  ///
  /// - Throws: `GraphError` if the graphs differ in vertices or direction, or the partition does not
  ///   fit them.
  /// - Complexity: O(vertices + edges).
  ///
  /// Gómez, Jensen and Arenas, "Analysis of community structure in networks of correlated data",
  /// 2009.
  public func signedModularity(
    of partition: Partition, hostile: Graph, resolution: Double = 1, weighted: Bool = true
  ) throws(GraphError) -> Double {
    try checkComparable(with: hostile)
    let (one, two) = (undirected(), hostile.undirected())
    func total(_ graph: Graph) -> Double {
      weighted ? graph.strength().reduce(0, +) : Double(2 * graph.edgeCount)
    }
    let (ties, hostility) = (total(one), total(two))
    guard ties + hostility > 0 else { return 0 }
    let good = try one.modularity(of: partition, resolution: resolution, weighted: weighted)
    let bad = try two.modularity(of: partition, resolution: resolution, weighted: weighted)
    return (ties * good - hostility * bad) / (ties + hostility)
  }
}

/// Louvain on two layers of ties, in the caller's numbers; for the graphs of a map rather than of
/// the web.
private struct SignedSearch {
  /// A vertex that stands for a group: its ties to others, friendly less hostile, and its strength
  /// in each layer.
  private struct Vertex {
    var ties: [(neighbour: Int, strength: Double)] = []
    var friendly = 0.0
    var hostile = 0.0
  }

  private var first: [Vertex]
  private var random: RandomNumbers
  private let friendlyPenalty: Double
  private let hostilePenalty: Double
  private let leastGain: Double

  init(
    _ friendly: Graph, _ hostile: Graph, resolution: Double, seed: UInt64, weighted: Bool
  ) {
    var vertices = [Vertex](repeating: Vertex(), count: friendly.vertexCount)
    var totals = (friendly: 0.0, hostile: 0.0)
    for edge in friendly.undirected().edges {
      let strength = weighted ? edge.weight : 1
      totals.friendly += 2 * strength
      for (vertex, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        vertices[vertex].friendly += strength
        vertices[vertex].ties.append((other, strength))
      }
    }
    for edge in hostile.undirected().edges {
      let strength = weighted ? edge.weight : 1
      totals.hostile += 2 * strength
      for (vertex, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        vertices[vertex].hostile += strength
        vertices[vertex].ties.append((other, -strength))
      }
    }
    first = vertices
    random = RandomNumbers(seed: seed)
    friendlyPenalty = totals.friendly > 0 ? resolution / totals.friendly : 0
    hostilePenalty = totals.hostile > 0 ? resolution / totals.hostile : 0
    leastGain = 1e-12 * (totals.friendly + totals.hostile) * max(1, resolution)
  }

  mutating func find() throws(GraphError) -> [Int] {
    var labels = Array(first.indices)
    for _ in 0..<3 {
      var vertices = first
      var belongs = Array(first.indices)
      var communities = labels
      var total = 0
      while true {
        total += try move(vertices, &communities)
        let (numbers, count) = Self.renumbered(communities)
        belongs = belongs.map { numbers[$0] }
        if count == vertices.count { break }
        vertices = Self.aggregated(vertices, numbers, count)
        communities = Array(0..<count)
      }
      labels = belongs
      if total == 0 { break }
    }
    return labels
  }

  /// Moves vertices to better communities until there is none; returns the number of moves.
  private mutating func move(_ vertices: [Vertex], _ communities: inout [Int]) throws(GraphError)
    -> Int
  {
    var friendly = [Double](repeating: 0, count: vertices.count)
    var hostile = friendly
    var sizes = [Int](repeating: 0, count: vertices.count)
    for (vertex, community) in communities.enumerated() {
      friendly[community] += vertices[vertex].friendly
      hostile[community] += vertices[vertex].hostile
      sizes[community] += 1
    }
    var ties = friendly.map { _ in 0.0 }
    /// Communities that are empty, and some that were when they came here.
    var empty = sizes.indices.filter { sizes[$0] == 0 }
    var candidates: [Int] = []
    /// Whether a neighbour moved since the vertex was looked at.
    var isWaiting = vertices.map { _ in true }
    var moves = 0
    var moved = true
    for _ in 0..<100 where moved {
      moved = false
      for (turn, vertex) in vertices.indices.shuffled(using: &random).enumerated() {
        if turn & 0xFFF == 0 { try checkCancellation() }
        guard isWaiting[vertex] else { continue }
        isWaiting[vertex] = false
        let one = vertices[vertex]
        let old = communities[vertex]
        candidates.removeAll(keepingCapacity: true)
        candidates.append(old)
        for tie in one.ties {
          let community = communities[tie.neighbour]
          if ties[community] == 0 { candidates.append(community) }
          ties[community] += tie.strength
        }
        friendly[old] -= one.friendly
        hostile[old] -= one.hostile
        sizes[old] -= 1
        while let last = empty.last, sizes[last] > 0 { empty.removeLast() }
        if sizes[old] > 0, let free = empty.last { candidates.append(free) }
        func gain(_ community: Int) -> Double {
          ties[community] - friendlyPenalty * one.friendly * friendly[community]
            + hostilePenalty * one.hostile * hostile[community]
        }
        var best = old
        var greatest = gain(old) + leastGain
        for community in candidates where gain(community) > greatest {
          (best, greatest) = (community, gain(community))
        }
        for community in candidates { ties[community] = 0 }
        friendly[best] += one.friendly
        hostile[best] += one.hostile
        sizes[best] += 1
        if best != old {
          if sizes[old] == 0 { empty.append(old) }
          communities[vertex] = best
          for tie in one.ties { isWaiting[tie.neighbour] = true }
          moves += 1
          moved = true
        }
      }
    }
    return moves
  }

  private static func renumbered(_ labels: [Int]) -> (numbers: [Int], count: Int) {
    var numbers = [Int](repeating: -1, count: labels.count)
    var count = 0
    for label in labels where numbers[label] < 0 {
      numbers[label] = count
      count += 1
    }
    return (labels.map { numbers[$0] }, count)
  }

  private static func aggregated(_ vertices: [Vertex], _ groups: [Int], _ count: Int) -> [Vertex] {
    var result = [Vertex](repeating: Vertex(), count: count)
    var ties = [[Int: Double]](repeating: [:], count: count)
    for (vertex, group) in groups.enumerated() {
      result[group].friendly += vertices[vertex].friendly
      result[group].hostile += vertices[vertex].hostile
      for tie in vertices[vertex].ties where groups[tie.neighbour] != group {
        ties[group][groups[tie.neighbour], default: 0] += tie.strength
      }
    }
    for group in 0..<count {
      result[group].ties = ties[group].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    return result
  }
}
