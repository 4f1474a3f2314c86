/// The triangles of a network of friendly and hostile ties: whether the friend of a friend is a
/// friend, and the foe of a foe.
public struct TriangleBalance: Hashable, Sendable {
  /// How many triangles have 0, 1, 2 and 3 hostile ties.
  public let counts: [Int]
  /// By vertex: how many unbalanced triangles it is part of.
  public let unbalancedOf: [Int]

  /// Triangles in which everyone agrees who is whose friend: three friends, or two against one.
  public var balanced: Int { counts[0] + counts[2] }
  /// Triangles in which someone has to choose: between two friends who are foes, or three foes.
  public var unbalanced: Int { counts[1] + counts[3] }
}

extension Graph {
  /// Counts the triangles of this graph's friendly ties and the hostile ones of another by their
  /// signs.
  ///
  /// A pair with ties of both kinds has the sign of the stronger; one whose ties are equally strong
  /// has none and is in no triangle. Directions are ignored.
  ///
  /// - Throws: `GraphError` if the graphs differ in vertices or direction.
  /// - Complexity: O(edges^1.5) at worst.
  ///
  /// Cartwright and Harary, "Structural balance: a generalization of Heider's theory", 1956.
  public func triangleBalance(hostile: Graph) throws(GraphError) -> TriangleBalance {
    try checkComparable(with: hostile)
    let signed = signedPairs(with: hostile)
    var degrees = [Int](repeating: 0, count: vertexCount)
    for pair in signed {
      degrees[pair.one] += 1
      degrees[pair.two] += 1
    }
    // From the vertex of lesser degree, so that no row is long.
    var rows = [[(vertex: Int, isHostile: Bool)]](repeating: [], count: vertexCount)
    for pair in signed {
      let isRising = (degrees[pair.one], pair.one) < (degrees[pair.two], pair.two)
      let (from, to) = isRising ? (pair.one, pair.two) : (pair.two, pair.one)
      rows[from].append((to, pair.isHostile))
    }
    var counts = [0, 0, 0, 0]
    var unbalancedOf = [Int](repeating: 0, count: vertexCount)
    /// The sign of the tie to the vertex looked from: 0 none, 1 friendly, 2 hostile.
    var marks = [UInt8](repeating: 0, count: vertexCount)
    for first in rows.indices {
      if first & 0xFFF == 0 { try checkCancellation() }
      for tie in rows[first] { marks[tie.vertex] = tie.isHostile ? 2 : 1 }
      for tie in rows[first] {
        for other in rows[tie.vertex] where marks[other.vertex] > 0 {
          let hostility =
            (tie.isHostile ? 1 : 0) + (other.isHostile ? 1 : 0) + Int(marks[other.vertex]) - 1
          counts[hostility] += 1
          guard hostility == 1 || hostility == 3 else { continue }
          for vertex in [first, tie.vertex, other.vertex] { unbalancedOf[vertex] += 1 }
        }
      }
      for tie in rows[first] { marks[tie.vertex] = 0 }
    }
    return TriangleBalance(counts: counts, unbalancedOf: unbalancedOf)
  }

  /// The pairs whose friendly and hostile ties are not equally strong, with the sign of the
  /// stronger.
  private func signedPairs(with hostile: Graph) -> [(one: Int, two: Int, isHostile: Bool)] {
    let friendly = undirected().edges
    let foes = hostile.undirected().edges
    var pairs: [(one: Int, two: Int, isHostile: Bool)] = []
    var (i, j) = (0, 0)
    while i < friendly.count || j < foes.count {
      let a = i < friendly.count ? (friendly[i].source, friendly[i].target) : (Int.max, 0)
      let b = j < foes.count ? (foes[j].source, foes[j].target) : (Int.max, 0)
      let balance = (a <= b ? friendly[i].weight : 0) - (b <= a ? foes[j].weight : 0)
      let pair = a <= b ? a : b
      if balance != 0 { pairs.append((pair.0, pair.1, balance < 0)) }
      if a <= b { i += 1 }
      if pair == b { j += 1 }
    }
    return pairs
  }
}
