extension Graph {
  /// DeltaCon similarity of two graphs of the same vertices: how alike the influence of any vertex on
  /// any other is, from 0 to 1 for equal graphs.
  ///
  /// A tie whose loss cuts the graph apart counts for more than one among many. The influences are
  /// `S = (I + ε²D − εA)⁻¹` with `ε = 1 / (1 + greatest strength)`, the distance is that of their
  /// square roots, and the similarity 1 / (1 + distance). Directions are ignored.
  ///
  /// - Parameters:
  ///   - other: a graph of the same vertices.
  ///   - weighted: whether strengths count.
  ///   - threads: how many threads may work; the result is the same for any number.
  /// - Throws: `GraphError` if the graphs differ in vertices or direction.
  /// - Complexity: O(vertices · edges) times the iterations of conjugate gradients, some ten.
  ///
  /// Koutra, Vogelstein and Faloutsos, "DeltaCon: a principled massive-graph similarity function",
  /// 2013.
  public func deltaCon(
    with other: Graph, weighted: Bool = true, threads: Int = 1
  ) throws(GraphError) -> Double {
    try checkComparable(with: other)
    let (one, two) = (self.undirected(), other.undirected())
    let sums = Scratch<Double>(vertexCount, filledWith: 0)
    try inParallel(parts: vertexCount, threads: threads) { queue in
      var first = Influence(one, weighted: weighted)
      var second = Influence(two, weighted: weighted)
      while let vertex = queue.take() {
        first.solve(for: vertex)
        second.solve(for: vertex)
        var sum = 0.0
        for target in 0..<sums.count {
          let gap =
            max(0, first.values[one.storage.placeOf[target]]).squareRoot()
            - max(0, second.values[two.storage.placeOf[target]]).squareRoot()
          sum += gap * gap
        }
        sums[vertex] = sum
      }
    }
    return 1 / (1 + sums.sum().squareRoot())
  }
}

/// The influence of one vertex on all, by conjugate gradients: the matrix is symmetric and dominated
/// by its diagonal.
private struct Influence: ~Copyable {
  let values: Scratch<Double>
  private let graph: Graph
  private let weighted: Bool
  private let epsilon: Double
  private let strengths: Scratch<Double>
  private let rest: Scratch<Double>
  private let direction: Scratch<Double>
  private let image: Scratch<Double>

  init(_ graph: Graph, weighted: Bool) {
    self.graph = graph
    self.weighted = weighted
    let rows = graph.storage.outgoing
    let count = rows.vertexCount
    strengths = Scratch(count, filledWith: 0)
    var greatest = 0.0
    for vertex in 0..<count {
      strengths[vertex] = weighted ? rows.strength(vertex) : Double(rows.degree(vertex))
      greatest = max(greatest, strengths[vertex])
    }
    epsilon = 1 / (1 + greatest)
    values = Scratch(count, filledWith: 0)
    rest = Scratch(count, filledWith: 0)
    direction = Scratch(count, filledWith: 0)
    image = Scratch(count, filledWith: 0)
  }

  /// Solves for the influence of a vertex, in the caller's numbers; the values are by place.
  mutating func solve(for vertex: Int) {
    values.fill(with: 0)
    rest.fill(with: 0)
    direction.fill(with: 0)
    rest[graph.storage.placeOf[vertex]] = 1
    direction[graph.storage.placeOf[vertex]] = 1
    var square = 1.0
    for _ in 0..<1000 where square > 1e-30 {
      let length = multiply()
      let step = square / length
      var next = 0.0
      for index in 0..<values.count {
        values[index] += step * direction[index]
        rest[index] -= step * image[index]
        next += rest[index] * rest[index]
      }
      for index in 0..<values.count {
        direction[index] = rest[index] + next / square * direction[index]
      }
      square = next
    }
  }

  /// Sets `image` to the product of the matrix and `direction`; returns the product of both.
  private func multiply() -> Double {
    let rows = graph.storage.outgoing
    var product = 0.0
    for vertex in 0..<rows.vertexCount {
      var sum = 0.0
      for arc in rows.arcs(of: vertex) {
        sum += direction[rows.neighbours[arc]] * (weighted ? rows.strengths[arc] : 1)
      }
      image[vertex] =
        (1 + epsilon * epsilon * strengths[vertex]) * direction[vertex] - epsilon * sum
      product += image[vertex] * direction[vertex]
    }
    return product
  }
}
