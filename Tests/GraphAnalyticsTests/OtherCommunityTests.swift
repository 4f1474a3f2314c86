import GraphAnalytics
import Testing

/// Infomap, label propagation, Girvan-Newman and signed communities.
struct OtherCommunityTests {
  @Test(arguments: ReferenceGraph.all)
  func descriptionsAreAsShortAsIgraphs(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    for (weighted, expected) in reference.measures {
      guard let quality = expected.quality else { continue }
      let parity = Partition(labels: (0..<graph.vertexCount).map { $0 % 2 })
      let length = try graph.mapEquation(of: parity, weighted: weighted)
      #expect(abs(length - quality.mapEquationOfParity) < 1e-9)
      let shortest =
        try (1...5 as ClosedRange<UInt64>).map { seed in
          let found = try graph.infomap(seed: seed, weighted: weighted)
          return try graph.mapEquation(of: found, weighted: weighted)
        }.min() ?? .infinity
      #expect(shortest <= quality.mapEquation * 1.005 + 1e-9)
    }
  }

  /// Two cliques that a single tie joins, the least that any method has to find.
  @Test func everyMethodFindsTwoCliques() throws {
    var edges = [Edge(source: 0, target: 6)]
    for clique in 0..<2 {
      for one in 0..<6 {
        for other in 0..<one {
          edges.append(Edge(source: clique * 6 + one, target: clique * 6 + other, weight: 2))
        }
      }
    }
    let expected = Partition(labels: (0..<12).map { $0 / 6 })
    for isDirected in [false, true] {
      let graph = try Graph(
        vertexCount: 12,
        edges: isDirected
          ? edges + edges.map { Edge(source: $0.target, target: $0.source, weight: $0.weight) }
          : edges, isDirected: isDirected)
      #expect(try graph.infomap() == expected)
      #expect(try graph.girvanNewman() == expected)
      #expect(try graph.girvanNewman(communities: 2) == expected)
      #expect(try graph.girvanNewman(communities: 12).count == 12)
      let none = try Graph(vertexCount: 12, edges: [], isDirected: isDirected)
      #expect(try graph.signedCommunities(hostile: none) == expected)
      let found = try graph.labelPropagation(seed: 1)
      #expect(found == expected)
    }
  }

  /// The flow of a directed graph goes round its two rings, whatever ties lead across.
  @Test func infomapFollowsDirections() throws {
    var edges: [Edge] = []
    for ring in 0..<2 {
      for place in 0..<5 {
        edges.append(Edge(source: ring * 5 + place, target: ring * 5 + (place + 1) % 5, weight: 9))
        edges.append(Edge(source: ring * 5 + place, target: ring * 5 + (place + 2) % 5, weight: 9))
      }
    }
    edges += [Edge(source: 0, target: 5), Edge(source: 5, target: 0)]
    let graph = try Graph(vertexCount: 10, edges: edges, isDirected: true)
    #expect(try graph.infomap() == Partition(labels: (0..<10).map { $0 / 5 }))
  }

  @Test func hostileTiesPushApart() throws {
    // A complete graph of friends has one community, until two halves quarrel.
    var edges: [Edge] = []
    var quarrels: [Edge] = []
    for one in 0..<8 {
      for other in 0..<one {
        edges.append(Edge(source: one, target: other))
        if one / 4 != other / 4 { quarrels.append(Edge(source: one, target: other)) }
      }
    }
    let friends = try Graph(vertexCount: 8, edges: edges, isDirected: false)
    let hostile = try Graph(vertexCount: 8, edges: quarrels, isDirected: false)
    let peace = try Graph(vertexCount: 8, edges: [], isDirected: false)
    let halves = Partition(labels: (0..<8).map { $0 / 4 })
    #expect(try friends.signedCommunities(hostile: peace).count == 1)
    #expect(try friends.signedCommunities(hostile: hostile) == halves)
    // Without any friends, enemies still do not share a community.
    let alone = try peace.signedCommunities(hostile: hostile)
    for edge in quarrels {
      #expect(alone.communityOf[edge.source] != alone.communityOf[edge.target])
    }
    let difference =
      try friends.signedModularity(of: halves, hostile: peace)
      - friends.modularity(of: halves)
    #expect(abs(difference) < 1e-12)
    // Of the hostile ties none is within, where chance would put half: that is worth 1/2.
    #expect(abs(try peace.signedModularity(of: halves, hostile: hostile) - 0.5) < 1e-12)
    #expect(try peace.signedModularity(of: halves, hostile: peace) == 0)
  }

  @Test func theOrderOfEdgesDoesNotMatter() throws {
    var dice = Dice(11)
    let edges = mixedEdges(80, seed: 6, .similar)
    let graph = try Graph(vertexCount: 80, edges: edges, isDirected: true)
    let other = try Graph(
      vertexCount: 80, edges: edges.shuffled(using: &dice), isDirected: true)
    #expect(try graph.infomap(seed: 2) == other.infomap(seed: 2))
    #expect(try graph.labelPropagation(seed: 2) == other.labelPropagation(seed: 2))
    #expect(
      try graph.signedCommunities(hostile: other, seed: 2)
        == other.signedCommunities(hostile: graph, seed: 2))
  }
}
