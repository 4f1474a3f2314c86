import Graphviz

/// Positions at which distances on the canvas follow distances in the graph.
///
/// Stress majorisation by stochastic gradient descent: Zheng, Pawar and Goodman, "Graph Drawing by
/// Stochastic Gradient Descent" (2018). Pairs of vertices are moved one after another towards their
/// wanted distance, with steps that shrink. Above `exactLimit` vertices the pairs are those of
/// edges and of some pivots, weighted as in Ortmann, Klimenta and Brandes, "A Sparse Stress Model"
/// (2016).
///
/// Complexity: O(n² + nm) for small graphs, O(k(n + m)) with k = 120 pivots or less for large ones.
struct StressLayout {
  static let exactLimit = 900
  /// Fewer for very large graphs, whose maps show no detail.
  static func pivotCount(_ vertexCount: Int) -> Int { vertexCount <= 5_000 ? 120 : 40 }

  private struct Term {
    var a: Int32
    var b: Int32
    var distance: Float
    var pullOnA: Float
    var pullOnB: Float
  }

  private let graph: LayoutGraph
  private var terms: [Term] = []

  init(_ graph: LayoutGraph) {
    self.graph = graph
    let lengths = graph.wantedLengths()
    if graph.vertexCount <= Self.exactLimit {
      addAllPairs(lengths)
    } else {
      addPivots(lengths)
    }
  }

  private mutating func addAllPairs(_ lengths: [Int]) {
    terms.reserveCapacity(graph.vertexCount * (graph.vertexCount - 1) / 2)
    for a in 0..<graph.vertexCount {
      let reached = graph.pathLengths(from: a, lengths: lengths)
      for b in (a + 1)..<max(graph.vertexCount, a + 1) where reached[b] > 0 {
        add(a, b, reached[b], 1, 1)
      }
    }
  }

  private mutating func add(_ a: Int, _ b: Int, _ length: Int32, _ onA: Float, _ onB: Float) {
    let distance = Float(length) / 8
    let weight = 1 / (distance * distance)
    terms.append(
      Term(
        a: Int32(a), b: Int32(b), distance: distance, pullOnA: onA * weight, pullOnB: onB * weight))
  }

  /// Pivots are chosen far from each other; each stands for the vertices nearest to it.
  private mutating func addPivots(_ lengths: [Int]) {
    let count = graph.vertexCount
    for (number, edge) in graph.edges.enumerated() {
      add(edge.a, edge.b, Int32(lengths[number]), 1, 1)
    }
    var nearest = [Int32](repeating: .max, count: count)
    var region = [Int](repeating: 0, count: count)
    var pivots: [Int] = []
    var reached: [[Int32]] = []
    var next = (0..<count).max { graph.neighbours[$0].count < graph.neighbours[$1].count } ?? 0
    while pivots.count < min(Self.pivotCount(count), count) {
      let distances = graph.pathLengths(from: next, lengths: lengths)
      for vertex in 0..<count where distances[vertex] >= 0 && distances[vertex] < nearest[vertex] {
        nearest[vertex] = distances[vertex]
        region[vertex] = pivots.count
      }
      pivots.append(next)
      reached.append(distances)
      next = (0..<count).max { nearest[$0] < nearest[$1] } ?? 0
      if nearest[next] == 0 { break }
    }
    var members = [[Int32]](repeating: [], count: pivots.count)
    for vertex in 0..<count { members[region[vertex]].append(reached[region[vertex]][vertex]) }
    for pivot in pivots.indices {
      members[pivot].sort()
      for vertex in 0..<count where vertex != pivots[pivot] && reached[pivot][vertex] > 0 {
        // The part of the pivot's region that is nearer to the pivot than half of the way.
        let half = reached[pivot][vertex] / 2
        let share = members[pivot].partitioningIndex { $0 > half }
        add(vertex, pivots[pivot], reached[pivot][vertex], Float(max(share, 1)), 0)
      }
    }
  }

  /// Positions for one start of the search; the unit is the length of an ordinary edge.
  func positions(seed: UInt64, rounds: Int = 36) -> [Point] {
    let count = graph.vertexCount
    guard count > 1 else { return graph.seeds.map { _ in Point.zero } }
    var x = [Float](repeating: 0, count: count)
    var y = x
    let spread = Float(max(1, Double(count).squareRoot()))
    for vertex in 0..<count {
      var random = SplitMix64(seed: graph.seeds[vertex] ^ seed)
      x[vertex] = Float(random.fraction() - 0.5) * spread
      y[vertex] = Float(random.fraction() - 0.5) * spread
    }
    var order = terms
    var random = SplitMix64(seed: seed ^ 0x5EED)
    let distances = terms.map(\.distance)
    let longest = distances.max() ?? 1
    let shortest = distances.min() ?? 1
    var step = longest * longest
    let decay = (0.05 * shortest * shortest / step).root(rounds - 1)
    for _ in 0..<rounds {
      for last in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(last, random.below(last + 1))
      }
      for term in order {
        let a = Int(term.a)
        let b = Int(term.b)
        var dx = x[a] - x[b]
        let dy = y[a] - y[b]
        var length = (dx * dx + dy * dy).squareRoot()
        if length < 1e-4 {
          dx = 1e-4
          length = 1e-4
        }
        let pull = (length - term.distance) / (2 * length)
        let onA = min(1, step * term.pullOnA) * pull
        let onB = min(1, step * term.pullOnB) * pull
        x[a] -= onA * dx
        y[a] -= onA * dy
        x[b] += onB * dx
        y[b] += onB * dy
      }
      step *= decay
    }
    return (0..<count).map { Point(Double(x[$0]), Double(y[$0])) }
  }
}

extension Float {
  /// The `degree`-th root of a value in 0...1, by bisection: the C library's `pow` may differ in
  /// the last digit from machine to machine, and the layout would follow.
  fileprivate func root(_ degree: Int) -> Float {
    var low: Double = 0
    var high: Double = 1
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var power = 1.0
      for _ in 0..<max(degree, 1) { power *= middle }
      if power < Double(self) { low = middle } else { high = middle }
    }
    return Float(high)
  }
}

extension Array {
  /// Of an array in which those that satisfy `belongs` come last, the place of the first of them.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
