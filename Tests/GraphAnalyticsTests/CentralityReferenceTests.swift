import GraphAnalytics
import Testing

/// Every centrality against the values that NetworkX has for the same graph.
struct CentralityReferenceTests {
  @Test func theReferenceGraphsAreThere() {
    #expect(ReferenceGraph.all.count >= 15)
  }

  @Test(arguments: ReferenceGraph.all)
  func degreeAndStrength(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    #expect(graph.degree() == reference.degree)
    #expect(difference(graph.strength(), reference.strength) < 1e-12)
    if graph.isDirected {
      #expect(
        zip(graph.degree(.incoming), graph.degree(.outgoing)).map(+) == reference.degree)
    } else {
      #expect(graph.degree(.incoming) == reference.degree)
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func pageRank(_ reference: ReferenceGraph) throws {
    for (weighted, expected) in reference.measures {
      let found = try reference.graph.pageRank(tolerance: 1e-12, weighted: weighted)
      #expect(difference(found, expected.pageRank) < 1e-9)
      #expect(abs(found.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func betweenness(_ reference: ReferenceGraph) throws {
    for (weighted, expected) in reference.measures {
      let graph = try reference.graph
      #expect(
        difference(try graph.betweenness(weighted: weighted), expected.betweenness) < 1e-9)
      #expect(
        difference(
          try graph.betweenness(weighted: weighted, normalised: false),
          expected.betweennessCounts) < 1e-9)
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func closenessAndHarmonic(_ reference: ReferenceGraph) throws {
    for (weighted, expected) in reference.measures {
      let graph = try reference.graph
      #expect(difference(try graph.closeness(weighted: weighted), expected.closeness) < 1e-9)
      #expect(difference(try graph.harmonic(weighted: weighted), expected.harmonic) < 1e-9)
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func eigenvector(_ reference: ReferenceGraph) throws {
    for (weighted, expected) in reference.measures {
      guard let values = expected.eigenvector else { continue }
      let found = try reference.graph.eigenvector(weighted: weighted)
      #expect(difference(found, values) < 1e-9)
    }
  }

  @Test(arguments: ReferenceGraph.all)
  func components(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    #expect(graph.components().communityOf == reference.weakComponents)
    #expect(
      graph.components(.strong).communityOf
        == reference.strongComponents ?? reference.weakComponents)
  }

  @Test(arguments: ReferenceGraph.all)
  func modularity(_ reference: ReferenceGraph) throws {
    let graph = try reference.graph
    let parity = Partition(labels: (0..<graph.vertexCount).map { $0 % 2 })
    for (weighted, expected) in reference.measures {
      guard let whole = expected.modularityOfParity, let half = expected.modularityOfParityAtHalf
      else { continue }
      #expect(abs(try graph.modularity(of: parity, weighted: weighted) - whole) < 1e-12)
      #expect(
        abs(try graph.modularity(of: parity, resolution: 0.5, weighted: weighted) - half) < 1e-12)
    }
  }
}
