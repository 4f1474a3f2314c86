import GraphAnalytics
import Testing

/// The remaining measures against NetworkX.
struct StructureReferenceTests {
  @Test(arguments: ReferenceGraph.all)
  func edgeBetweenness(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    for (weighted, expected) in reference.measures {
      let found = try graph.edgeBetweenness(weighted: weighted)
      #expect(
        graph.edges.map { [Double($0.source), Double($0.target)] }
          == expected.edgeBetweenness.map { Array($0.prefix(2)) })
      #expect(difference(found, expected.edgeBetweenness.map { $0[2] }) < 1e-9)
      #expect(try found == graph.edgeBetweenness(weighted: weighted, threads: 3))
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func walks(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    for (weighted, expected) in reference.measures {
      if let values = expected.katz, let alpha = expected.katzAlpha {
        let found = try graph.katz(alpha: alpha, weighted: weighted)
        #expect(difference(found, values) < 1e-9)
        // The reference takes the same alpha where ours is left out, if there is a cycle.
        if expected.eigenvector != nil {
          #expect(difference(try graph.katz(weighted: weighted), values) < 1e-8)
        }
      }
      if let values = expected.personalisedPageRank {
        let preferences = (0..<graph.vertexCount).map { $0 % 3 == 0 ? 7.0 : 0 }
        let found = try graph.pageRank(
          preferences: preferences, tolerance: 1e-12, weighted: weighted)
        #expect(difference(found, values) < 1e-9)
      }
      if let hubs = expected.hubs, let authorities = expected.authorities {
        let found = try graph.hubsAndAuthorities(weighted: weighted)
        #expect(difference(found.hubs, hubs) < 1e-9)
        #expect(difference(found.authorities, authorities) < 1e-9)
      }
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func coresAndTriangles(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    guard let core = reference.core, let clustering = reference.clustering,
      let transitivity = reference.transitivity
    else { return }
    #expect(graph.coreNumbers() == core)
    #expect(difference(try graph.clustering(), clustering) < 1e-12)
    #expect(try graph.clustering(threads: 4) == graph.clustering())
    #expect(abs(try graph.transitivity() - transitivity) < 1e-12)
  }

  /// NetworkX has no constraint for a vertex without neighbours, where ours is 0.
  @Test(arguments: ReferenceGraph.all)
  func structuralHoles(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    for (weighted, expected) in reference.measures {
      guard let constraint = expected.constraint, let size = expected.effectiveSize else {
        continue
      }
      #expect(
        difference(try graph.constraint(weighted: weighted), constraint.map { $0 ?? 0 }) < 1e-9)
      #expect(
        difference(try graph.effectiveSize(weighted: weighted), size) < 1e-9)
    }
  }

  @Test func coresOfRandomGraphsHoldTogether() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let graph = try Graph(
        vertexCount: 120, edges: mixedEdges(120, seed: seed), isDirected: false)
      let cores = graph.coreNumbers()
      // Peeling by the definition: drop what has fewer than k neighbours until nothing does.
      for k in 1...((cores.max() ?? 0) + 1) {
        var inside = Set(0..<120)
        while let weak = inside.first(where: { vertex in
          graph.neighbours(of: vertex).count { inside.contains($0) } < k
        }) { inside.remove(weak) }
        #expect(inside == Set((0..<120).filter { cores[$0] >= k }))
      }
    }
  }

  /// Two groups {0, 1, 2} and {3, 4}, and a third {5}; each role by hand.
  @Test func brokerageRoles() throws {
    let arcs = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (3, 5), (5, 0)]
    let graph = try Graph(
      vertexCount: 6, edges: arcs.map { Edge(source: $0.0, target: $0.1) }, isDirected: true)
    let roles = try graph.brokerage(between: Partition(labels: [0, 0, 0, 1, 1, 2]))
    #expect(roles[0] == role(\.gatekeeper))  // 5 → 0 → 1
    #expect(roles[1].coordinator == 1)  // 0 → 1 → 2
    #expect(roles[1].gatekeeper == 1)  // 4 → 1 → 2
    #expect(roles[2] == role(\.representative))  // 1 → 2 → 3
    #expect(roles[3].gatekeeper == 1)  // 2 → 3 → 4
    #expect(roles[3].liaison == 1)  // 2 → 3 → 5
    #expect(roles[4] == role(\.representative))  // 3 → 4 → 1
    #expect(roles[5] == role(\.liaison))  // 3 → 5 → 0
    #expect(roles.map(\.total) == [1, 2, 1, 2, 1, 1])
    let closed = try Graph(
      vertexCount: 3, edges: [(0, 1), (1, 2), (0, 2)].map { Edge(source: $0.0, target: $0.1) },
      isDirected: true)
    let none = try closed.brokerage(between: Partition(labels: [0, 1, 0]))
    #expect(none.allSatisfy { $0.total == 0 })
    let path = try Graph(
      vertexCount: 3, edges: [(0, 1), (1, 2)].map { Edge(source: $0.0, target: $0.1) },
      isDirected: false)
    #expect(try path.brokerage(between: Partition(labels: [0, 1, 0]))[1].consultant == 2)
  }

  private func role(_ path: WritableKeyPath<BrokerageRoles, Int>) -> BrokerageRoles {
    var roles = BrokerageRoles()
    roles[keyPath: path] = 1
    return roles
  }

  @Test func samplesKeepTheirBound() throws {
    let graph = try Graph(
      vertexCount: 300, edges: mixedEdges(300, seed: 5, .small), isDirected: true)
    for weighted in [true, false] {
      let exact = try graph.betweenness(weighted: weighted)
      let all = try graph.sampledBetweenness(samples: 1000, weighted: weighted)
      #expect(all.sampleCount == 300)
      #expect(all.error == 0)
      #expect(difference(all.scores, exact) < 1e-12)
      let some = try graph.sampledBetweenness(samples: 100, seed: 3, weighted: weighted)
      #expect(difference(some.scores, exact) <= some.error)
      #expect(difference(some.scores, exact) > 0)
      #expect(
        try some == graph.sampledBetweenness(samples: 100, seed: 3, weighted: weighted, threads: 2))
    }
  }

  @Test func parametersOutOfRangeAreRefused() throws {
    let graph = try Graph(vertexCount: 3, edges: [Edge(source: 0, target: 1)], isDirected: false)
    let other = try Graph(vertexCount: 4, edges: [], isDirected: false)
    let two = Partition(labels: [0, 1])
    let calls: [() throws -> Void] = [
      { _ = try graph.pageRank(preferences: [1]) },
      { _ = try graph.pageRank(preferences: [0, 0, 0]) },
      { _ = try graph.pageRank(preferences: [1, -1, 0]) },
      { _ = try graph.pageRank(preferences: [1, .nan, 0]) },
      { _ = try graph.katz(alpha: .infinity) },
      { _ = try graph.sampledBetweenness(samples: 0) },
      { _ = try graph.sampledBetweenness(samples: 1, confidence: 1) },
      { _ = try graph.brokerage(between: two) }, { _ = try graph.girvanNewman(communities: 9) },
      { _ = try graph.infomap(iterations: 0) }, { _ = try graph.mapEquation(of: two) },
      { _ = try graph.weightedJaccard(with: other) }, { _ = try graph.deltaCon(with: other) },
      { _ = try graph.signedCommunities(hostile: other) },
      { _ = try two.adjustedRandIndex(with: Partition(labels: [0])) },
    ]
    for call in calls {
      let error = #expect(throws: GraphError.self) { try call() }
      #expect(error?.code == .invalidParameter)
    }
    let tooGreat = #expect(throws: GraphError.self) { try graph.katz(alpha: 2) }
    #expect(tooGreat?.code == .notConverged)
  }
}
