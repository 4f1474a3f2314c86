extension Graph {
  /// The description length of a random walk, in bits a step, when each community has a code book
  /// of its own: the lower, the longer the walker stays within communities.
  ///
  /// In an undirected graph the walker's flow along an edge is in proportion to its strength. In a
  /// directed graph it is that of PageRank along the arcs, the jumps not counted.
  ///
  /// - Throws: `GraphError` if the partition is of another number of vertices.
  /// - Complexity: O(vertices + edges), besides PageRank if the graph is directed.
  ///
  /// Rosvall, Axelsson and Bergstrom, "The map equation", 2009.
  public func mapEquation(of partition: Partition, weighted: Bool = true) throws(GraphError)
    -> Double
  {
    try check(partition)
    let flow = try WalkFlow(self, weighted: weighted)
    let modules = Scratch<UInt32>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount {
      modules[storage.placeOf[vertex]] = UInt32(partition.communityOf[vertex])
    }
    return ModuleFlows(flow, modules: modules).length - flow.visitTerms
  }
}

/// The flow of a random walker along the arcs, one in total.
struct WalkFlow: ~Copyable {
  /// The flow of each arc, by the vertex it leaves and by the one it enters.
  let leaving: Adjacency
  let entering: Adjacency
  /// How often each vertex is visited.
  let visits: Scratch<Double>
  /// The sum of the entropy terms of single vertices, which no move changes.
  let visitTerms: Double

  init(_ graph: Graph, weighted: Bool) throws(GraphError) {
    let rows = weighted ? graph.storage.outgoing : graph.storage.outgoing.withoutStrengths()
    let count = rows.vertexCount
    let rates = Scratch<Double>(count, filledWith: 0)
    let visits = Scratch<Double>(count, filledWith: 0)
    if graph.isDirected {
      let scores = try graph.pageRank(tolerance: 1e-13, weighted: weighted)
      var total = 0.0
      for vertex in 0..<count where rows.degree(vertex) > 0 {
        rates[vertex] = scores[Int(graph.storage.vertexOf[vertex])] / rows.strength(vertex)
        total += scores[Int(graph.storage.vertexOf[vertex])]
      }
      if total > 0 { for vertex in 0..<count { rates[vertex] /= total } }
    } else {
      var total = 0.0
      for vertex in 0..<count { total += rows.strength(vertex) }
      if total > 0 { for vertex in 0..<count { rates[vertex] = 1 / total } }
    }
    leaving = Adjacency(vertexCount: count, arcCount: rows.arcCount) { add in
      for vertex in 0..<count {
        for arc in rows.arcs(of: vertex) {
          add(vertex, rows.neighbours[arc], rows.strengths[arc] * rates[vertex])
        }
      }
    }
    entering = graph.isDirected ? leaving.transposed() : leaving
    var terms = 0.0
    for vertex in 0..<count {
      visits[vertex] = entering.strength(vertex)
      terms += entropyTerm(visits[vertex])
    }
    self.visits = visits
    visitTerms = terms
  }

  /// The flow between groups of vertices, one in total with what stays within.
  func aggregated(by groupOf: borrowing Scratch<UInt32>, count: Int) -> WalkFlow {
    let sums = GroupSums<Double>(leaving, by: groupOf, count: count, unit: 1)
    let rows = Adjacency(
      offsets: sums.offsets, neighbours: sums.neighbours, strengths: sums.strengths,
      arcCount: sums.arcCount)
    let visits = Scratch<Double>(count, filledWith: 0)
    for vertex in 0..<groupOf.count { visits[groupOf[vertex]] += self.visits[vertex] }
    let isSymmetric = leaving.neighbours == entering.neighbours
    return WalkFlow(
      leaving: rows, entering: isSymmetric ? rows : rows.transposed(), visits: visits)
  }

  private init(leaving: Adjacency, entering: Adjacency, visits: consuming Scratch<Double>) {
    self.leaving = leaving
    self.entering = entering
    self.visits = visits
    visitTerms = 0
  }
}

/// How much of the flow is in each module and how much leaves it, and the length of the description
/// that follows, but for the terms of single vertices.
struct ModuleFlows: ~Copyable {
  let visits: Scratch<Double>
  let exits: Scratch<Double>
  private var exit = 0.0
  private var exitTerms = 0.0
  private var moduleTerms = 0.0

  init(_ flow: borrowing WalkFlow, modules: borrowing Scratch<UInt32>) {
    visits = Scratch(modules.count, filledWith: 0)
    exits = Scratch(modules.count, filledWith: 0)
    for vertex in 0..<modules.count {
      visits[modules[vertex]] += flow.visits[vertex]
      for arc in flow.leaving.arcs(of: vertex)
      where modules[flow.leaving.neighbours[arc]] != modules[vertex] {
        exits[modules[vertex]] += flow.leaving.strengths[arc]
      }
    }
    for module in 0..<modules.count { add(exit: exits[module], visits: visits[module], 1) }
  }

  var length: Double { entropyTerm(exit) - 2 * exitTerms + moduleTerms }

  /// The length if the two modules had these flows.
  func length(
    replacing one: Int, _ first: (exit: Double, visits: Double),
    and other: Int, _ second: (exit: Double, visits: Double)
  ) -> Double {
    let exit = exit - exits[one] - exits[other] + first.exit + second.exit
    let exitTerms =
      exitTerms - entropyTerm(exits[one]) - entropyTerm(exits[other]) + entropyTerm(first.exit)
      + entropyTerm(second.exit)
    let moduleTerms =
      moduleTerms - entropyTerm(exits[one] + visits[one])
      - entropyTerm(exits[other] + visits[other]) + entropyTerm(first.exit + first.visits)
      + entropyTerm(second.exit + second.visits)
    return entropyTerm(exit) - 2 * exitTerms + moduleTerms
  }

  /// Gives a module other flows.
  mutating func set(_ module: Int, _ flow: (exit: Double, visits: Double)) {
    add(exit: exits[module], visits: visits[module], -1)
    exits[module] = max(0, flow.exit)
    visits[module] = max(0, flow.visits)
    add(exit: exits[module], visits: visits[module], 1)
  }

  private mutating func add(exit: Double, visits: Double, _ sign: Double) {
    self.exit += sign * exit
    exitTerms += sign * entropyTerm(exit)
    moduleTerms += sign * entropyTerm(exit + visits)
  }
}
