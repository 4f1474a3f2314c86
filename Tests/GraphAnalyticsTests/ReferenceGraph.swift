import Foundation
import GraphAnalytics

/// A graph with the values that NetworkX computes for it; written by
/// `scripts/make-reference-values.py`.
struct ReferenceGraph: Decodable, Sendable, CustomStringConvertible {
  /// The values that depend on whether strengths count.
  struct Measures: Decodable, Sendable {
    /// The modularity that igraph's communities reach.
    struct Quality: Decodable, Sendable {
      let louvain: Double
      let leiden: Double
      /// The shortest description that igraph's Infomap finds, and that of a given partition.
      let mapEquation: Double
      let mapEquationOfParity: Double
    }

    let pageRank: [Double]
    let personalisedPageRank: [Double]?
    let betweenness: [Double]
    let betweennessCounts: [Double]
    let edgeBetweenness: [[Double]]
    let closeness: [Double]
    let harmonic: [Double]
    let eigenvector: [Double]?
    let katzAlpha: Double?
    let katz: [Double]?
    let hubs: [Double]?
    let authorities: [Double]?
    let constraint: [Double?]?
    let effectiveSize: [Double]?
    let modularityOfParity: Double?
    let modularityOfParityAtHalf: Double?
    let quality: Quality?
  }

  let name: String
  let vertexCount: Int
  let isDirected: Bool
  let edges: [[Double]]
  let degree: [Int]
  let strength: [Double]
  let core: [Int]?
  let clustering: [Double]?
  let transitivity: Double?
  let weakComponents: [Int]
  let strongComponents: [Int]?
  let weighted: Measures?
  let unweighted: Measures?

  var description: String { name }

  var graph: Graph {
    get throws {
      try Graph(vertexCount: vertexCount, edges: plainEdges, isDirected: isDirected)
    }
  }

  var plainEdges: [Edge] {
    edges.map { Edge(source: Int($0[0]), target: Int($0[1]), weight: $0[2]) }
  }

  /// The values with and without strengths, where there are any.
  var measures: [(isWeighted: Bool, values: Measures)] {
    [(true, weighted), (false, unweighted)].compactMap { isWeighted, values in
      values.map { (isWeighted, $0) }
    }
  }

  static let all: [ReferenceGraph] = {
    let folder = Bundle.module.bundleURL.appending(path: "Reference")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.compactMap { file in
      guard let data = try? Data(contentsOf: file) else { return nil }
      return try? JSONDecoder().decode(ReferenceGraph.self, from: data)
    }.sorted { $0.name < $1.name }
  }()
}

/// The greatest difference between two lists of values; infinite if they do not match in length
/// or one of them is not a number.
func difference(_ found: [Double], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  var greatest = 0.0
  for (one, other) in zip(found, expected) {
    let gap = abs(one - other) / max(1, abs(other))
    greatest = gap.isNaN ? .infinity : max(greatest, gap)
  }
  return greatest
}

/// Pairs of graphs and of partitions with what NumPy and igraph say of their likeness.
struct ReferenceComparisons: Decodable {
  struct Graphs: Decodable {
    let vertexCount: Int
    let one: [[Double]]
    let other: [[Double]]
    let deltaCon: Double
    let deltaConUnweighted: Double
    let portraitDivergence: Double
    let portraitDivergenceDirected: Double
    let weightedJaccard: Double

    func both(isDirected: Bool) throws -> (Graph, Graph) {
      func graph(_ rows: [[Double]]) throws -> Graph {
        try Graph(
          vertexCount: vertexCount,
          edges: rows.map { Edge(source: Int($0[0]), target: Int($0[1]), weight: $0[2]) },
          isDirected: isDirected)
      }
      return (try graph(one), try graph(other))
    }
  }

  struct Partitions: Decodable {
    let one: [Int]
    let other: [Int]
    let nmi: Double
    let vi: Double
    let ari: Double
  }

  let graphs: [Graphs]
  let partitions: [Partitions]

  static func load() throws -> ReferenceComparisons {
    let file = Bundle.module.bundleURL.appending(path: "Reference/comparisons/comparisons.json")
    return try JSONDecoder().decode(ReferenceComparisons.self, from: Data(contentsOf: file))
  }
}
