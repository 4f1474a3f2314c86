import GraphAnalytics
import Synchronization
import Testing

struct GraphTests {
  @Test func parallelEdgesAreSummedAndLoopsDropped() throws {
    let edges = [
      Edge(source: 2, target: 0), Edge(source: 0, target: 2, weight: 0.5),
      Edge(source: 1, target: 1, weight: 9), Edge(source: 0, target: 1, weight: 0),
    ]
    let undirected = try Graph(vertexCount: 3, edges: edges, isDirected: false)
    #expect(undirected.edges == [Edge(source: 0, target: 2, weight: 1.5)])
    #expect(undirected.edgeCount == 1)
    #expect(undirected.neighbours(of: 0) == [2])
    #expect(undirected.neighbours(of: 1).isEmpty)
    #expect(undirected.neighbours(of: -1).isEmpty)
    let directed = try Graph(vertexCount: 3, edges: edges, isDirected: true)
    #expect(directed.edgeCount == 2)
    #expect(directed.neighbours(of: 0, .incoming) == [2])
    #expect(directed.undirected().edges == undirected.edges)
  }

  /// Not even the last bit of a sum of parallel edges depends on the order they come in, or on what
  /// holds them.
  @Test(arguments: [false, true])
  func theOrderOfEdgesDoesNotMatter(isDirected: Bool) throws {
    var dice = Dice(4)
    var edges = mixedEdges(200, seed: 9, .wide)
    edges += edges.shuffled(using: &dice).prefix(300).map {
      Edge(source: $0.target, target: $0.source, weight: 0.1)
    }
    edges += edges.shuffled(using: &dice)
    let graph = try Graph(vertexCount: 200, edges: edges, isDirected: isDirected)
    let shuffled = edges.shuffled(using: &dice)
    let other = try Graph(
      vertexCount: 200, edges: shuffled.lazy.map { $0 }, isDirected: isDirected)
    #expect(graph.edges == other.edges)
    #expect(graph.undirected().edges == other.undirected().edges)
    #expect(try graph.pageRank() == other.pageRank())
    #expect(graph.edges.count < edges.count)
  }

  @Test func theEdgesOfAGraphMakeItAgain() throws {
    for isDirected in [false, true] {
      let edges = mixedEdges(150, seed: 11, .similar)
      let graph = try Graph(vertexCount: 150, edges: edges, isDirected: isDirected)
      var sums: [[Int]: [Double]] = [:]
      for edge in edges where edge.source != edge.target {
        let ends = [edge.source, edge.target]
        sums[isDirected ? ends : ends.sorted(), default: []].append(edge.weight)
      }
      #expect(graph.edgeCount == sums.count)
      for edge in graph.edges {
        #expect(sums[[edge.source, edge.target]]?.sorted().reduce(0, +) == edge.weight)
      }
      let again = try Graph(vertexCount: 150, edges: graph.edges, isDirected: isDirected)
      #expect(again.edges == graph.edges)
    }
  }

  @Test(arguments: [
    -1, Double.nan, .infinity, -.infinity, 1e-300, 1e300, -0.0001, Double.leastNonzeroMagnitude,
  ])
  func impossibleWeightsAreRefused(_ weight: Double) {
    let edge = Edge(source: 0, target: 1, weight: weight)
    let error = #expect(throws: GraphError.self) {
      try Graph(vertexCount: 2, edges: [edge], isDirected: false)
    }
    #expect(error?.code == .invalidWeight)
    #expect(error?.description.contains("edge 0") == true)
  }

  @Test(arguments: [(0, 2), (-1, 0), (Int.max, 0), (0, Int.min)])
  func verticesOutOfRangeAreRefused(_ source: Int, _ target: Int) {
    let error = #expect(throws: GraphError.self) {
      try Graph(
        vertexCount: 2, edges: [Edge(source: source, target: target)], isDirected: true)
    }
    #expect(error?.code == .vertexOutOfRange)
  }

  @Test(arguments: [-1, Int.min, Int.max])
  func impossibleSizesAreRefused(_ count: Int) {
    let error = #expect(throws: GraphError.self) {
      try Graph(vertexCount: count, edges: [], isDirected: true)
    }
    #expect(error?.code == .invalidSize)
  }

  @Test func parametersOutOfRangeAreRefused() throws {
    let graph = try Graph(
      vertexCount: 3, edges: [Edge(source: 0, target: 1)], isDirected: true)
    let calls: [() throws -> Void] = [
      { _ = try graph.pageRank(damping: 1) }, { _ = try graph.pageRank(damping: .nan) },
      { _ = try graph.pageRank(tolerance: 0) }, { _ = try graph.eigenvector(tolerance: .nan) },
      { _ = try graph.louvain(resolution: -1) }, { _ = try graph.leiden(resolution: .infinity) },
      { _ = try graph.leiden(iterations: 0) },
      { _ = try graph.modularity(of: Partition(labels: [0])) },
    ]
    for call in calls {
      let error = #expect(throws: GraphError.self) { try call() }
      #expect(error?.code == .invalidParameter)
    }
  }

  @Test func aDirectedGraphWithoutCyclesHasNoEigenvector() throws {
    let graph = try Graph(
      vertexCount: 3, edges: [Edge(source: 0, target: 1), Edge(source: 1, target: 2)],
      isDirected: true)
    let error = #expect(throws: GraphError.self) { try graph.eigenvector() }
    #expect(error?.code == .undefined)
  }

  @Test func givingUpIsAnError() throws {
    let graph = try Graph(
      vertexCount: 3, edges: [Edge(source: 0, target: 1), Edge(source: 1, target: 2)],
      isDirected: false)
    let error = #expect(throws: GraphError.self) { try graph.pageRank(maximumIterations: 1) }
    #expect(error?.code == .notConverged)
  }

  @Test(arguments: [0, -5, 1_000_000])
  func anyNumberOfThreadsWorks(_ threads: Int) throws {
    let graph = try Graph(
      vertexCount: 30, edges: mixedEdges(30, seed: 1), isDirected: false)
    #expect(try graph.betweenness(threads: threads) == graph.betweenness())
  }

  @Test func graphsWithoutEdgesHaveScores() throws {
    for count in 0...2 {
      for isDirected in [false, true] {
        let graph = try Graph(vertexCount: count, edges: [], isDirected: isDirected)
        let zeros = [Double](repeating: 0, count: count)
        #expect(try graph.betweenness() == zeros)
        #expect(try graph.closeness() == zeros)
        #expect(try graph.harmonic() == zeros)
        #expect(try graph.pageRank().reduce(0, +) == (count == 0 ? 0 : 1))
        #expect(try graph.eigenvector().count == count)
        #expect(try graph.leiden().count == count)
        #expect(try graph.louvain().count == count)
        #expect(graph.components(.strong).count == count)
        #expect(try graph.modularity(of: graph.components()) == 0)
      }
    }
  }

  /// A path of this length would exhaust the stack of a recursive search.
  @Test func deepGraphsDoNotExhaustTheStack() throws {
    let count = 30_000
    let graph = try Graph(
      vertexCount: count, edges: (1..<count).map { Edge(source: $0 - 1, target: $0) },
      isDirected: true)
    #expect(graph.components(.strong).count == count)
    #expect(graph.components(.weak).count == 1)
  }

  @Test func aCancelledTaskStops() async throws {
    let graph = try Graph(
      vertexCount: 300, edges: mixedEdges(300, seed: 2), isDirected: false)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try graph.betweenness(threads: 2)
    }
    let result = await task.result
    let error = #expect(throws: GraphError.self) { try result.get() }
    #expect(error?.code == .cancelled)
  }

  @Test(arguments: [1, 2])
  func longWorkTellsHowFarItIs(_ threads: Int) throws {
    let graph = try Graph(
      vertexCount: 3000, edges: mixedEdges(3000, seed: 2), isDirected: false)
    let told = Mutex<[Double]>([])
    try Graph.$progress.withValue({ share in told.withLock { $0.append(share) } }) {
      _ = try graph.betweenness(weighted: false, threads: threads)
    }
    let shares = told.withLock { $0 }
    #expect(shares.count > 10)
    #expect(Set(shares).count == shares.count)
    #expect(shares.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(threads > 1 || shares == shares.sorted())
  }

  @Test func searchesForCommunitiesCanBeCancelled() async throws {
    let graph = try Graph(
      vertexCount: 30_000, edges: (1..<30_000).map { Edge(source: 0, target: $0) },
      isDirected: false)
    let searches: [@Sendable () throws -> Partition] = [
      { try graph.leiden() }, { try graph.louvain() }, { try graph.labelPropagation() },
    ]
    for search in searches {
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try search()
      }
      let result = await task.result
      let error = #expect(throws: GraphError.self) { try result.get() }
      #expect(error?.code == .cancelled)
    }
  }
}
