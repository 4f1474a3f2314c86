import GraphAnalytics
import Testing

struct CommunityTests {
  /// Leiden has at least the median of igraph's quality over seeds with each of ours; Louvain, which
  /// depends on its seed by more than graphs of this size tell apart, comes close with the best.
  @Test(arguments: ReferenceGraph.all)
  func qualityIsIgraphs(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    for (weighted, expected) in reference.measures {
      guard let quality = expected.quality else { continue }
      var louvain = -1.0
      for seed in 1...5 as ClosedRange<UInt64> {
        let one = try graph.louvain(seed: seed, weighted: weighted)
        louvain = max(louvain, try graph.modularity(of: one, weighted: weighted))
        let other = try graph.leiden(seed: seed, weighted: weighted)
        let leiden = try graph.modularity(of: other, weighted: weighted)
        #expect(leiden >= quality.leiden - 1e-12)
        #expect(leiden >= louvain - 1e-12)
      }
      #expect(louvain >= quality.louvain - 0.005)
    }
  }

  @Test(arguments: ReferenceGraph.all, [0.3, 1, 3])
  func leidenCommunitiesAreConnected(_ reference: ReferenceGraph, resolution: Double) throws {
    let graph = try reference.graph
    for quality in CommunityQuality.allCases {
      let found = try graph.leiden(quality: quality, resolution: resolution)
      for members in found.members() { #expect(isConnected(members, in: graph)) }
    }
  }

  @Test(arguments: [60, 300], Strengths.allCases)
  func leidenIsNoWorseThanLouvain(_ count: Int, _ strengths: Strengths) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let graph = try Graph(
        vertexCount: count, edges: mixedEdges(count, seed: seed, strengths), isDirected: false)
      let louvain = try graph.modularity(of: graph.louvain(seed: seed))
      let leiden = try graph.modularity(of: graph.leiden(seed: seed))
      #expect(leiden >= louvain - 1e-12)
    }
  }

  /// Large enough that groups get no rows of their own at first.
  @Test func largeGraphsAreSearched() throws {
    let graph = try Graph(
      vertexCount: 70_000, edges: mixedEdges(70_000, seed: 2, .small), isDirected: false)
    #expect(2 * graph.edgeCount > 1 << 18)
    let found = try graph.leiden(iterations: 2)
    #expect(try graph.modularity(of: found) > 0.5)
  }

  @Test func theOrderOfEdgesDoesNotMatter() throws {
    var dice = Dice(7)
    for strengths in Strengths.allCases {
      let edges = mixedEdges(200, seed: 3, strengths)
      let graph = try Graph(vertexCount: 200, edges: edges, isDirected: false)
      let other = try Graph(
        vertexCount: 200,
        edges: edges.shuffled(using: &dice).map {
          Bool.random(using: &dice)
            ? $0 : Edge(source: $0.target, target: $0.source, weight: $0.weight)
        }, isDirected: false)
      #expect(graph.edges == other.edges)
      #expect(try graph.leiden(seed: 5) == other.leiden(seed: 5))
      #expect(try graph.louvain(seed: 5) == other.louvain(seed: 5))
      #expect(try graph.leiden(seed: 5) == graph.leiden(seed: 5))
    }
  }

  /// Cliques in a ring, the case for which resolution is explained.
  @Test func cliquesAreFound() throws {
    var edges: [Edge] = []
    for clique in 0..<10 {
      for one in 0..<5 {
        for other in 0..<one {
          edges.append(Edge(source: clique * 5 + one, target: clique * 5 + other))
        }
      }
      edges.append(Edge(source: clique * 5, target: (clique * 5 + 6) % 50))
    }
    let graph = try Graph(vertexCount: 50, edges: edges, isDirected: false)
    let expected = Partition(labels: (0..<50).map { $0 / 5 })
    #expect(try graph.louvain() == expected)
    #expect(try graph.leiden() == expected)
    #expect(try graph.leiden(quality: .constantPotts, resolution: 0.5) == expected)
    #expect(try graph.leiden(resolution: 0).count == 1)
    #expect(try graph.leiden(resolution: 1e6).count == 50)
  }

  @Test func extremeStrengthsEnd() throws {
    let edges = mixedEdges(80, seed: 9, .wide).map {
      Edge(source: $0.source, target: $0.target, weight: $0.weight * 1e-90)
    }
    let graph = try Graph(vertexCount: 80, edges: edges, isDirected: true)
    #expect(try graph.leiden().communityOf.count == 80)
    #expect(try graph.leiden(quality: .constantPotts, resolution: 1e100).count == 80)
  }

  @Test func communitiesOfADirectedGraphIgnoreDirections() throws {
    let edges = mixedEdges(100, seed: 4, .small)
    let directed = try Graph(vertexCount: 100, edges: edges, isDirected: true)
    let undirected = try Graph(vertexCount: 100, edges: edges, isDirected: false)
    #expect(directed.undirected().edges == undirected.edges)
    #expect(try directed.leiden() == undirected.leiden())
  }

  @Test(arguments: [1, 2, 7])
  func seedsAreSearchedAlikeOnAnyNumberOfThreads(_ threads: Int) throws {
    let graph = try Graph(
      vertexCount: 200, edges: mixedEdges(200, seed: 3), isDirected: false)
    let found = try graph.partitions(seeds: 1...9, threads: threads) {
      graph, seed throws(GraphError) in try graph.louvain(seed: seed)
    }
    #expect(found == (try (1...9).map { try graph.louvain(seed: $0) }))
    #expect(Set(found).count > 1)
    #expect(try graph.partitions(seeds: []) { graph, _ in graph.components() } == [])
    #expect(throws: GraphError.self) {
      try graph.partitions(seeds: [1, 2], threads: threads) { graph, _ throws(GraphError) in
        try graph.louvain(resolution: .nan)
      }
    }
  }

  @Test func communitiesAreNumberedBySizeThenMember() {
    let partition = Partition(labels: [7, 3, 3, 9, 9, -1])
    #expect(partition.communityOf == [2, 0, 0, 1, 1, 3])
    #expect(partition.members() == [[1, 2], [3, 4], [0], [5]])
    #expect(partition.sizes == [2, 2, 1, 1])
    #expect(partition == Partition(labels: [0, 1, 1, 2, 2, 5]))
    #expect(Partition(labels: []).count == 0)
  }

  private func isConnected(_ members: [Int], in graph: Graph) -> Bool {
    let inside = Set(members)
    var reached: Set<Int> = [members[0]]
    var open = [members[0]]
    while let vertex = open.popLast() {
      for neighbour in graph.neighbours(of: vertex) where inside.contains(neighbour) {
        if reached.insert(neighbour).inserted { open.append(neighbour) }
      }
    }
    return reached.count == members.count
  }
}
