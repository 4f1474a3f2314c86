import GraphAnalytics
import Testing

struct TriangleBalanceTests {
  private func balance(
    _ count: Int, _ friendly: [Edge], _ hostile: [Edge], isDirected: Bool = false
  ) throws -> TriangleBalance {
    try Graph(vertexCount: count, edges: friendly, isDirected: isDirected)
      .triangleBalance(
        hostile: Graph(vertexCount: count, edges: hostile, isDirected: isDirected))
  }

  /// The four triangles of Cartwright and Harary, by how many ties are hostile.
  @Test(arguments: 0...3) func oneTriangle(hostileCount: Int) throws {
    let edges = [(0, 1), (1, 2), (2, 0)].map { Edge(source: $0.0, target: $0.1) }
    let found = try balance(
      3, Array(edges.dropFirst(hostileCount)), Array(edges.prefix(hostileCount)))
    #expect(found.counts == (0...3).map { $0 == hostileCount ? 1 : 0 })
    #expect(found.balanced == (hostileCount % 2 == 0 ? 1 : 0))
    #expect(found.unbalancedOf == Array(repeating: found.unbalanced, count: 3))
  }

  /// Two camps: friends within, foes between, and every triangle is balanced (Harary's theorem).
  @Test func twoCampsAreBalanced() throws {
    var friendly: [Edge] = []
    var hostile: [Edge] = []
    for a in 0..<7 {
      for b in a + 1..<7 {
        let edge = Edge(source: a, target: b)
        if (a < 3) == (b < 3) { friendly.append(edge) } else { hostile.append(edge) }
      }
    }
    let found = try balance(7, friendly, hostile)
    // Three of three, three of four, and two of one camp with one of the other.
    #expect(found.counts == [1 + 4, 0, 3 * 4 + 6 * 3, 0])
    #expect(found.unbalancedOf == Array(repeating: 0, count: 7))
  }

  @Test func theStrongerTieDecidesAndEqualOnesSayNothing() throws {
    let friendly = [(0, 1, 2.0), (1, 2, 1), (0, 2, 1)].map {
      Edge(source: $0.0, target: $0.1, weight: $0.2)
    }
    for (hostility, counts) in [(1.0, [1, 0, 0, 0]), (2, [0, 0, 0, 0]), (3, [0, 1, 0, 0])] {
      // Half in each direction: they are summed.
      let hostile = [
        Edge(source: 0, target: 1, weight: hostility / 2),
        Edge(source: 1, target: 0, weight: hostility / 2),
      ]
      #expect(try balance(3, friendly, hostile).counts == counts)
      #expect(try balance(3, friendly, hostile, isDirected: true).counts == counts)
    }
  }

  /// Against looking at every three vertices.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func agreesWithThePlainCount(seed: UInt64) throws
  {
    var dice = Dice(seed)
    let count = Int.random(in: 0...14, using: &dice)
    var strength = [[Double]](
      repeating: Array(repeating: 0, count: count), count: count)
    var friendly: [Edge] = []
    var hostile: [Edge] = []
    for _ in 0..<count * 4 {
      let (a, b) = (
        Int.random(in: 0..<count, using: &dice), Int.random(in: 0..<count, using: &dice)
      )
      let weight = Double(Int.random(in: 1...3, using: &dice))
      let isHostile = Bool.random(using: &dice)
      if isHostile {
        hostile.append(Edge(source: a, target: b, weight: weight))
      } else {
        friendly.append(Edge(source: a, target: b, weight: weight))
      }
      guard a != b else { continue }
      strength[a][b] += isHostile ? -weight : weight
      strength[b][a] = strength[a][b]
    }
    var counts = [0, 0, 0, 0]
    var unbalancedOf = Array(repeating: 0, count: count)
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        for c in b + 1..<max(count, b + 1) {
          let ties = [strength[a][b], strength[b][c], strength[a][c]]
          guard !ties.contains(0) else { continue }
          let foes = ties.count { $0 < 0 }
          counts[foes] += 1
          if foes % 2 == 1 { for vertex in [a, b, c] { unbalancedOf[vertex] += 1 } }
        }
      }
    }
    let found = try balance(count, friendly, hostile)
    #expect(found.counts == counts)
    #expect(found.unbalancedOf == unbalancedOf)
  }

  @Test func otherVerticesAreRefused() throws {
    let one = try Graph(vertexCount: 2, edges: [], isDirected: false)
    let two = try Graph(vertexCount: 3, edges: [], isDirected: false)
    #expect(throws: GraphError.self) { try one.triangleBalance(hostile: two) }
  }
}
