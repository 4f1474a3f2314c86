import Foundation
import GraphAnalytics
import Testing

/// An undirected graph and the directed one with an arc each way have the same scores, but they are
/// found by different methods.
struct IterationTests {
  private func graphs(_ strengths: (inout Dice) -> Double) throws -> (mutual: Graph, arcs: Graph) {
    var dice = Dice(31)
    let edges = mixedEdges(120, seed: 30).map {
      Edge(source: $0.source, target: $0.target, weight: strengths(&dice))
    }
    let mutual = try Graph(vertexCount: 120, edges: edges, isDirected: false)
    let back = mutual.edges.map { Edge(source: $0.target, target: $0.source, weight: $0.weight) }
    let arcs = try Graph(vertexCount: 120, edges: mutual.edges + back, isDirected: true)
    return (mutual, arcs)
  }

  @Test(arguments: [0, 0.3, 0.85, 0.99])
  func agreesWithTheGraphOfArcs(_ damping: Double) throws {
    for strengths in Strengths.allCases {
      let (mutual, arcs) = try graphs { strengths.draw(&$0) }
      for weighted in [true, false] {
        let found = try mutual.pageRank(damping: damping, tolerance: 1e-13, weighted: weighted)
        let expected = try arcs.pageRank(damping: damping, tolerance: 1e-13, weighted: weighted)
        #expect(difference(found, expected) < 1e-11)
        #expect(abs(found.reduce(0, +) - 1) < 1e-12)
      }
    }
  }

  /// The method of conjugate gradients cannot weigh strengths like these against each other.
  @Test func agreesWhereStrengthsAreExtreme() throws {
    let (mutual, arcs) = try graphs { [1e-100, 1e-60, 1, 1e60, 1e99].randomElement(using: &$0)! }
    let found = try mutual.pageRank()
    #expect(difference(found, try arcs.pageRank()) < 1e-9)
    #expect(found.allSatisfy { $0 > 0 })
  }

  @Test func outOfReachOfThePreferredNobodyScores() throws {
    let (mutual, arcs) = try graphs { Strengths.similar.draw(&$0) }
    let components = mutual.components()
    let home = components.communityOf[mutual.edges[0].source]
    var preferences = [Double](repeating: 0, count: 120)
    preferences[mutual.edges[0].source] = 2
    preferences[mutual.edges[0].target] = 1
    let found = try mutual.pageRank(preferences: preferences, tolerance: 1e-13)
    #expect(
      difference(found, try arcs.pageRank(preferences: preferences, tolerance: 1e-13)) < 1e-11)
    for vertex in 0..<120 {
      #expect(components.communityOf[vertex] == home ? found[vertex] > 0 : found[vertex] == 0)
    }
  }

  @Test func theIterationsOfBothMethodsAreCounted() throws {
    let (mutual, _) = try graphs { Strengths.wide.draw(&$0) }
    let error = #expect(throws: GraphError.self) { try mutual.pageRank(maximumIterations: 5) }
    #expect(error?.code == .notConverged)
    _ = try mutual.pageRank(maximumIterations: 100)
  }

  @Test(arguments: Strengths.allCases)
  func eigenvectorAgreesWithTheGraphOfArcs(_ strengths: Strengths) throws {
    let (mutual, arcs) = try graphs { strengths.draw(&$0) }
    for weighted in [true, false] {
      let found = try mutual.eigenvector(weighted: weighted)
      #expect(difference(found, try arcs.eigenvector(weighted: weighted)) < 1e-9)
      #expect(found == (try mutual.eigenvector(weighted: weighted, threads: 2)))
      #expect(found.allSatisfy { $0 >= 0 })
    }
  }

  /// The first two eigenvalues are so near each other that power iteration takes 100,000 steps.
  @Test func theEigenvectorOfAPathIsAWave() throws {
    let count = 300
    let graph = try Graph(
      vertexCount: count, edges: (1..<count).map { Edge(source: $0 - 1, target: $0, weight: 1e99) },
      isDirected: false)
    let found = try graph.eigenvector(maximumIterations: 2000)
    for vertex in 0..<count {
      let wave = sin(Double.pi * Double(vertex + 1) / Double(count + 1))
      #expect(abs(found[vertex] - wave * (2 / Double(count + 1)).squareRoot()) < 1e-6)
    }
  }
}
