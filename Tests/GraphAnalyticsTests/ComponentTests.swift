import GraphAnalytics
import Testing

/// Components against the definition, on graphs from dust to one piece.
struct ComponentTests {
  @Test(arguments: [10, 40, 55, 70, 100, 200])
  func agreeWithReachability(_ edgeCount: Int) throws {
    let count = 50
    for seed in 1...6 as ClosedRange<UInt64> {
      var dice = Dice(seed)
      // Half of the edges keep to a few vertices, so that there are hubs, sources and sinks.
      let edges = (0..<edgeCount).map { number in
        Edge(
          source: Int.random(in: 0..<(number % 2 == 0 ? 8 : count), using: &dice),
          target: Int.random(in: 0..<(number % 4 < 2 ? 12 : count), using: &dice))
      }
      let directed = try Graph(vertexCount: count, edges: edges, isDirected: true)
      let undirected = try Graph(vertexCount: count, edges: edges, isDirected: false)
      let strong = Partition(labels: labels(count, edges, isDirected: true))
      let weak = Partition(labels: labels(count, edges, isDirected: false))
      #expect(directed.components(.strong) == strong)
      #expect(directed.components(.weak) == weak)
      #expect(undirected.components(.strong) == weak)
      #expect(undirected.components(.weak) == weak)
    }
  }

  /// A chain against the order of degrees, which no sweep in that order follows.
  @Test func longChainsAreOnePiece() throws {
    let count = 5000
    let cycle = (0..<count).map { Edge(source: $0, target: ($0 + 1) % count) }
    for edges in [cycle, cycle.map { Edge(source: $0.target, target: $0.source) }] {
      let graph = try Graph(vertexCount: count, edges: edges, isDirected: true)
      #expect(graph.components(.strong).count == 1)
      #expect(graph.components(.weak).count == 1)
    }
  }

  /// For each vertex the first that it reaches and that reaches it.
  private func labels(_ count: Int, _ edges: [Edge], isDirected: Bool) -> [Int] {
    var reaches = (0..<count).map { row in (0..<count).map { $0 == row } }
    for edge in edges {
      reaches[edge.source][edge.target] = true
      if !isDirected { reaches[edge.target][edge.source] = true }
    }
    for middle in 0..<count {
      for source in 0..<count where reaches[source][middle] {
        for target in 0..<count where reaches[middle][target] { reaches[source][target] = true }
      }
    }
    return (0..<count).map { vertex in
      (0..<count).first { reaches[vertex][$0] && reaches[$0][vertex] } ?? vertex
    }
  }
}
