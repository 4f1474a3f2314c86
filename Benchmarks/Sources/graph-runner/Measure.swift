import GraphAnalytics

/// The measures that are compared with those of other libraries, under the names that
/// `harness/measures.py` gives them.
enum Measure: String, CaseIterable {
  case build
  case pagerank, eigenvector, katz, authorities
  case betweenness
  case weightedBetweenness = "weighted-betweenness"
  case closeness, harmonic
  case core, clustering, transitivity
  case components
  case strongComponents = "strong-components"
  case louvain, leiden
  case labelPropagation = "label-propagation"

  var weights: EdgeFile.Weights { self == .weightedBetweenness ? .path : .strength }

  var isCommunityMethod: Bool {
    [.louvain, .leiden, .labelPropagation].contains(self)
  }

  /// Does the work that is timed.
  func values(of graph: Graph, threads: Int, alpha: Double) throws -> Values {
    switch self {
    case .build: .number(Double(graph.edgeCount))
    case .pagerank:
      .scores(try graph.pageRank(tolerance: 1e-10, weighted: false, threads: threads))
    case .eigenvector: .scores(try graph.eigenvector(weighted: false, threads: threads))
    case .katz: .scores(try graph.katz(alpha: alpha, weighted: false, threads: threads))
    case .authorities:
      .scores(try graph.hubsAndAuthorities(weighted: false, threads: threads).authorities)
    case .betweenness:
      .scores(try graph.betweenness(weighted: false, normalised: false, threads: threads))
    case .weightedBetweenness:
      .scores(try graph.betweenness(weighted: true, normalised: false, threads: threads))
    case .closeness: .scores(try graph.closeness(weighted: false, threads: threads))
    case .harmonic: .scores(try graph.harmonic(weighted: false, threads: threads))
    case .core: .scores(graph.coreNumbers().map(Double.init))
    case .clustering: .scores(try graph.clustering(threads: threads))
    case .transitivity: .number(try graph.transitivity(threads: threads))
    case .components: .partition(graph.components(.weak))
    case .strongComponents: .partition(graph.components(.strong))
    case .louvain: .partition(try graph.louvain())
    case .leiden: .partition(try graph.leiden())
    case .labelPropagation: .partition(try graph.labelPropagation())
    }
  }
}

/// What a measure gives.
enum Values {
  case scores([Double])
  case partition(Partition)
  case number(Double)

  /// One number for each vertex, or one for all.
  var numbers: [Double] {
    switch self {
    case .scores(let scores): scores
    case .partition(let partition): partition.communityOf.map(Double.init)
    case .number(let number): [number]
    }
  }

  /// A sum that changes when two vertices change places.
  var checksum: Double {
    var sum = 0.0
    for (place, number) in numbers.enumerated() {
      sum += number * (1 + Double(place % 1009) / 1009)
    }
    return sum
  }
}
