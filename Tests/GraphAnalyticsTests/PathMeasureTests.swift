import GraphAnalytics
import Testing

/// The fast algorithms against the definitions, on random graphs of every kind.
struct PathMeasureTests {
  @Test(arguments: Strengths.allCases, [false, true])
  func agreeWithTheDefinitions(_ strengths: Strengths, isDirected: Bool) throws {
    for (seed, count) in [(1, 3), (2, 17), (3, 40), (4, 60)] as [(UInt64, Int)] {
      let graph = try Graph(
        vertexCount: count, edges: mixedEdges(count, seed: seed, strengths),
        isDirected: isDirected)
      for weighted in [true, false] {
        let plain = PlainMeasures(graph, weighted: weighted)
        let betweenness = try graph.betweenness(weighted: weighted, normalised: false)
        #expect(difference(betweenness, plain.betweenness) < 1e-9)
        #expect(difference(try graph.closeness(weighted: weighted), plain.closeness) < 1e-9)
        #expect(difference(try graph.harmonic(weighted: weighted), plain.harmonic) < 1e-9)
      }
    }
  }

  /// Dense enough that most edges are detours and that the search for shorter ways gives up.
  @Test(arguments: [Strengths.wide, .similar, .small], [false, true])
  func agreeWithTheDefinitionsWhereMostEdgesAreDetours(_ strengths: Strengths, isDirected: Bool)
    throws
  {
    let count = 90
    var dice = Dice(21)
    var edges = mixedEdges(count, seed: 20, strengths)
    for source in 0..<count {
      for target in 0..<source where Int.random(in: 0..<3, using: &dice) == 0 {
        edges.append(Edge(source: source, target: target, weight: strengths.draw(&dice)))
      }
    }
    let graph = try Graph(vertexCount: count, edges: edges, isDirected: isDirected)
    let plain = PlainMeasures(graph, weighted: true)
    let betweenness = try graph.betweenness(normalised: false)
    #expect(difference(betweenness, plain.betweenness) < 1e-9)
    #expect(difference(try graph.closeness(), plain.closeness) < 1e-9)
    #expect(difference(try graph.harmonic(), plain.harmonic) < 1e-9)
    let scale = Double((count - 1) * (count - 2)) / (isDirected ? 1 : 2)
    let sampled = try graph.sampledBetweenness(samples: count)
    #expect(difference(sampled.scores.map { $0 * scale }, plain.betweenness) < 1e-9)
  }

  /// A path through a vertex uses two of its edges, one that ends there one.
  @Test(arguments: Strengths.allCases, [false, true])
  func edgesCarryWhatTheirEndsCarry(_ strengths: Strengths, isDirected: Bool) throws {
    let count = 80
    let graph = try Graph(
      vertexCount: count, edges: mixedEdges(count, seed: 23, strengths), isDirected: isDirected)
    var carried = try graph.betweenness(normalised: false).map { 2 * $0 }
    let plain = PlainMeasures(graph, weighted: true)
    for vertex in 0..<count { carried[vertex] += plain.ends(at: vertex) }
    var found = [Double](repeating: 0, count: count)
    for (edge, share) in zip(graph.edges, try graph.edgeBetweenness(normalised: false)) {
      found[edge.source] += share
      found[edge.target] += share
    }
    #expect(difference(found, carried) < 1e-9)
  }

  /// Layers of four, all joined to the next: 4 to the power of 20 paths from end to end, more than a
  /// batch of searches can count. One in four passes through each vertex of a layer between.
  @Test(arguments: [false, true])
  func moreThanMillionsOfPathsAreCounted(isDirected: Bool) throws {
    let layers = 21
    var edges: [Edge] = []
    for layer in 1..<layers {
      for source in 0..<4 {
        for target in 0..<4 {
          edges.append(Edge(source: 4 * layer - 4 + source, target: 4 * layer + target))
        }
      }
    }
    let graph = try Graph(vertexCount: 4 * layers, edges: edges, isDirected: isDirected)
    let found = try graph.betweenness(normalised: false)
    let plain = PlainMeasures(graph, weighted: false).betweenness
    #expect(difference(found, plain) < 1e-9)
    if isDirected {
      for layer in 0..<layers {
        #expect(abs(found[4 * layer] - Double(4 * layer * (layers - 1 - layer))) < 1e-9)
      }
    }
    #expect(try found == graph.betweenness(normalised: false, threads: 2))
  }

  /// The unit of strength says nothing; powers of two change no digit.
  @Test(arguments: [0x1p300, 0x1p-300])
  func doNotDependOnTheUnitOfStrength(_ unit: Double) throws {
    let edges = mixedEdges(80, seed: 6, .wide)
    let graph = try Graph(vertexCount: 80, edges: edges, isDirected: false)
    let scaled = try Graph(
      vertexCount: 80,
      edges: edges.map { Edge(source: $0.source, target: $0.target, weight: $0.weight * unit) },
      isDirected: false)
    #expect(difference(try scaled.betweenness(), try graph.betweenness()) < 1e-12)
    let closeness = try scaled.closeness().map { $0 / unit }
    #expect(difference(closeness, try graph.closeness()) < 1e-12)
  }

  /// Lengths so unequal that the short ones vanish beside the long ones.
  @Test(arguments: [false, true])
  func extremeStrengthsAreSurvived(isDirected: Bool) throws {
    var dice = Dice(5)
    let edges = mixedEdges(60, seed: 5).map {
      Edge(
        source: $0.source, target: $0.target,
        weight: [1e-100, 1e-90, 1, 1e90, 1e99][Int.random(in: 0..<5, using: &dice)])
    }
    let graph = try Graph(vertexCount: 60, edges: edges, isDirected: isDirected)
    for threads in [1, 2] {
      let betweenness = try graph.betweenness(threads: threads)
      #expect(betweenness.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(betweenness == (try graph.betweenness()))
      #expect(try graph.closeness(threads: threads).allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(try graph.edgeBetweenness().allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }

  /// A hierarchy of scales of which every path keeps: a tree has one path for each pair.
  @Test func treesOfExtremeStrengthsHaveClosedForms() throws {
    let graph = try Graph(
      vertexCount: 7,
      edges: zip(1..<7, [1e90, 1e-90, 1, 1e-100, 1e99, 1]).map { end, weight in
        Edge(source: end - 1, target: end, weight: weight)
      }, isDirected: false)
    #expect(try graph.betweenness(normalised: false) == [0, 5, 8, 9, 8, 5, 0])
  }

  @Test(arguments: Strengths.allCases, [false, true])
  func haveTheSameBitsOnEveryNumberOfThreads(_ strengths: Strengths, isDirected: Bool) throws {
    let graph = try Graph(
      vertexCount: 100, edges: mixedEdges(100, seed: 8, strengths), isDirected: isDirected)
    for threads in [2, 5] {
      #expect(try graph.betweenness(threads: 1) == graph.betweenness(threads: threads))
      #expect(try graph.closeness(threads: 1) == graph.closeness(threads: threads))
      #expect(try graph.harmonic(threads: 1) == graph.harmonic(threads: threads))
      #expect(try graph.pageRank(threads: 1) == graph.pageRank(threads: threads))
    }
  }

  @Test(arguments: [false, true])
  func doNotDependOnTheNumberingOfVertices(isDirected: Bool) throws {
    let count = 90
    let edges = mixedEdges(count, seed: 12, .small)
    var dice = Dice(3)
    let numbers = Array(0..<count).shuffled(using: &dice)
    let graph = try Graph(vertexCount: count, edges: edges, isDirected: isDirected)
    let renumbered = try Graph(
      vertexCount: count,
      edges: edges.map {
        Edge(source: numbers[$0.source], target: numbers[$0.target], weight: $0.weight)
      }, isDirected: isDirected)
    let measures: [(Graph) throws -> [Double]] = [
      { try $0.betweenness() }, { try $0.closeness() }, { try $0.harmonic() },
      { try $0.pageRank() }, { $0.strength() },
    ]
    for measure in measures {
      let values = try measure(graph)
      let others = try measure(renumbered)
      #expect(difference(values, numbers.map { others[$0] }) < 1e-10)
    }
  }

  /// More sources than one batch of the bit-parallel search, and distances up to 600.
  @Test func longPathsHaveClosedForms() throws {
    let count = 601
    let graph = try Graph(
      vertexCount: count, edges: (1..<count).map { Edge(source: $0 - 1, target: $0) },
      isDirected: false)
    let betweenness = try graph.betweenness(normalised: false)
    let harmonic = try graph.harmonic()
    let closeness = try graph.closeness()
    for vertex in stride(from: 0, to: count, by: 100) {
      let (left, right) = (Double(vertex), Double(count - 1 - vertex))
      let sum = left * (left + 1) / 2 + right * (right + 1) / 2
      #expect(abs(betweenness[vertex] - left * right) < 1e-6)
      #expect(abs(closeness[vertex] - Double(count - 1) / sum) < 1e-12)
      let series = (1..<count).reduce(0.0) { total, distance in
        total + (distance <= vertex ? 1 / Double(distance) : 0)
          + (distance <= count - 1 - vertex ? 1 / Double(distance) : 0)
      }
      #expect(abs(harmonic[vertex] - series) < 1e-10)
    }
  }

  @Test func equalPlacesHaveEqualScores() throws {
    let graph = try Graph(
      vertexCount: 41, edges: (1...40).map { Edge(source: 0, target: $0) }, isDirected: false)
    #expect(Set(try graph.harmonic().dropFirst()).count == 1)
    #expect(Set(try graph.closeness().dropFirst()).count == 1)
    #expect(try graph.betweenness()[0] == 1)
    #expect(Set(try graph.betweenness().dropFirst()) == [0])
  }

  /// Thirds do not add up exactly, and which sum is the greater depends on the order.
  @Test func pathsThatTieInThirdsTie() throws {
    let graph = try Graph(
      vertexCount: 5,
      edges: [
        Edge(source: 0, target: 1, weight: 3), Edge(source: 1, target: 2, weight: 3),
        Edge(source: 2, target: 4, weight: 3), Edge(source: 0, target: 3, weight: 1.5),
        Edge(source: 3, target: 4, weight: 3),
      ], isDirected: false)
    let found = try graph.betweenness(normalised: false)
    #expect(difference(found, [0.5, 1.5, 2, 0.5, 1.5]) < 1e-12)
  }
}
