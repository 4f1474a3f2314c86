import GraphAnalytics

/// The measures of paths as their definitions read, from a table of all distances and path counts
/// (Floyd, Warshall): slow, obvious, and sharing nothing with the algorithms under test.
struct PlainMeasures {
  private let count: Int
  private let isDirected: Bool
  private var distance: [[Double]]
  private var paths: [[Double]]
  private var arcs: [(Int, Int, Double)] = []

  init(_ graph: Graph, weighted: Bool) {
    count = graph.vertexCount
    isDirected = graph.isDirected
    distance = Array(repeating: Array(repeating: .infinity, count: count), count: count)
    paths = Array(repeating: Array(repeating: 0, count: count), count: count)
    for vertex in 0..<count { distance[vertex][vertex] = 0 }
    for edge in graph.edges {
      let length = weighted ? 1 / edge.weight : 1
      arcs.append((edge.source, edge.target, length))
      if !isDirected { arcs.append((edge.target, edge.source, length)) }
    }
    for (source, target, length) in arcs { distance[source][target] = length }
    for middle in 0..<count {
      for source in 0..<count where distance[source][middle] < .infinity {
        for target in 0..<count {
          let sum = distance[source][middle] + distance[middle][target]
          if sum < distance[source][target] { distance[source][target] = sum }
        }
      }
    }
    for source in 0..<count {
      paths[source][source] = 1
      let order = (0..<count).filter { distance[source][$0] < .infinity }
        .sorted { distance[source][$0] < distance[source][$1] }
      for vertex in order {
        for (from, to, length) in arcs
        where from == vertex && to != source
          && isTie(distance[source][vertex] + length, distance[source][to])
        {
          paths[source][to] += paths[source][vertex]
        }
      }
    }
  }

  private func isTie(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-12 * other
  }

  /// Summed over pairs, not normalised.
  var betweenness: [Double] {
    var scores = [Double](repeating: 0, count: count)
    for source in 0..<count {
      for target in 0..<count
      where source != target && distance[source][target] < .infinity {
        for vertex in 0..<count where vertex != source && vertex != target {
          let through = distance[source][vertex] + distance[vertex][target]
          if isTie(through, distance[source][target]) {
            scores[vertex] +=
              paths[source][vertex] * paths[vertex][target] / paths[source][target]
          }
        }
      }
    }
    return isDirected ? scores : scores.map { $0 / 2 }
  }

  /// How many pairs joined by a path a vertex is one of.
  func ends(at vertex: Int) -> Double {
    let others = (0..<count).filter { $0 != vertex }
    let from = others.filter { distance[vertex][$0] < .infinity }.count
    let to = others.filter { distance[$0][vertex] < .infinity }.count
    return Double(isDirected ? from + to : from)
  }

  var closeness: [Double] {
    (0..<count).map { vertex in
      let reached = (0..<count).filter { $0 != vertex && distance[$0][vertex] < .infinity }
      let sum = reached.reduce(0) { $0 + distance[$1][vertex] }
      let share = Double(reached.count) / Double(max(count - 1, 1))
      return reached.isEmpty ? 0 : Double(reached.count) / sum * share
    }
  }

  var harmonic: [Double] {
    (0..<count).map { vertex in
      (0..<count).reduce(0) { $1 == vertex ? $0 : $0 + 1 / distance[$1][vertex] }
    }
  }
}
