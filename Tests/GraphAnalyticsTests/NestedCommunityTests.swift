import GraphAnalytics
import Testing

/// Communities within communities.
struct NestedCommunityTests {
  private func graph(_ seed: UInt64) throws -> Graph {
    try Graph(vertexCount: 150, edges: mixedEdges(150, seed: seed), isDirected: false)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>, CommunityQuality.allCases)
  func everyLevelDividesTheOneBefore(seed: UInt64, quality: CommunityQuality) throws {
    let graph = try graph(seed)
    var outer = Partition(labels: Array(repeating: 0, count: 150))
    for resolution in [0.2, 1, 4] {
      let inner = try graph.leiden(
        within: outer, quality: quality, resolution: resolution, seed: seed)
      #expect(inner.count >= outer.count)
      for members in inner.members() {
        #expect(Set(members.map { outer.communityOf[$0] }).count == 1)
      }
      outer = inner
    }
  }

  /// Bounds that hold everyone are none.
  @Test func withinTheWholeItIsTheWhole() throws {
    let graph = try graph(3)
    let whole = Partition(labels: Array(repeating: 0, count: 150))
    #expect(try graph.leiden(within: whole, seed: 2) == graph.leiden(seed: 2))
  }

  /// Two cliques of five joined by a tie, in bounds that cut through one: what is found is cut, and
  /// everyone weighs as much as in the whole.
  @Test func boundsAreNeverCrossed() throws {
    var edges = [Edge(source: 4, target: 5)]
    for first in [0, 5] {
      for a in first..<first + 5 {
        for b in a + 1..<first + 5 { edges.append(Edge(source: a, target: b)) }
      }
    }
    let graph = try Graph(vertexCount: 10, edges: edges, isDirected: false)
    let bounds = Partition(labels: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    let found = try graph.leiden(within: bounds)
    #expect(found.members() == [[5, 6, 7, 8, 9], [2, 3, 4], [0, 1]])
    #expect(throws: GraphError.self) { try graph.leiden(within: Partition(labels: [0, 0])) }
  }
}
