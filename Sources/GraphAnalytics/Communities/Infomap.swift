extension Graph {
  /// Communities by the map equation: those within which a random walker stays longest, as the
  /// shortest description of its walk finds them.
  ///
  /// Where modularity asks for more ties than by chance, this asks where things flow; it suits
  /// directed graphs. Two levels, by moves and merges as in ``louvain(resolution:seed:weighted:)``.
  ///
  /// - Parameters:
  ///   - seed: decides the order in which vertices are looked at.
  ///   - weighted: whether strengths count.
  ///   - iterations: how often to start again from the communities found; it ends early when nothing
  ///     changes.
  /// - Complexity: close to O(vertices + edges) an iteration in practice.
  ///
  /// Rosvall and Bergstrom, "Maps of random walks on complex networks reveal community structure",
  /// 2008.
  public func infomap(
    seed: UInt64 = 1, weighted: Bool = true, iterations: Int = 5
  ) throws(GraphError) -> Partition {
    try GraphError.require(iterations > 0, "iterations", iterations, "a number above 0")
    var random = RandomNumbers(seed: seed)
    let labels = Scratch<UInt32>(counting: vertexCount)
    for iteration in 0..<iterations {
      Graph.progress?(Double(iteration) / Double(iterations))
      var flow = try WalkFlow(self, weighted: weighted)
      var modules = Scratch<UInt32>(copying: labels, count: vertexCount)
      let vertices = Scratch<UInt32>(counting: vertexCount)
      var total = 0
      while true {
        let count = modules.count
        total += try moveAlongFlow(flow, modules: modules, random: &random)
        let found = renumber(modules, below: count)
        for place in 0..<vertexCount { vertices[place] = modules[vertices[place]] }
        if found == count { break }
        flow = flow.aggregated(by: modules, count: found)
        modules = Scratch(counting: found)
      }
      for place in 0..<vertexCount { labels[place] = vertices[place] }
      if total == 0 { break }
    }
    return partition(byPlace: labels)
  }
}

/// Moves each vertex to the neighbouring module that shortens the description most, until none can
/// do better; returns the number of moves.
private func moveAlongFlow(
  _ flow: borrowing WalkFlow, modules: borrowing Scratch<UInt32>, random: inout RandomNumbers
) throws(GraphError) -> Int {
  let count = modules.count
  var flows = ModuleFlows(flow, modules: modules)
  let order = Scratch<UInt32>(counting: count)
  let outward = Scratch<Double>(count, filledWith: 0)
  let inward = Scratch<Double>(count, filledWith: 0)
  let isTouched = Scratch<Bool>(count, filledWith: false)
  var touched: [UInt32] = []
  var moves = 0
  var moved = true
  for _ in 0..<100 where moved {
    moved = false
    for last in stride(from: count - 1, to: 0, by: -1) {
      let chosen = random.next(below: last + 1)
      (order[last], order[chosen]) = (order[chosen], order[last])
    }
    for place in 0..<count {
      if place & 0xFFF == 0 { try checkCancellation() }
      let vertex = Int(order[place])
      let old = Int(modules[vertex])
      touched.removeAll(keepingCapacity: true)
      func touch(_ module: UInt32, _ isTouched: borrowing Scratch<Bool>) {
        guard !isTouched[Int(module)] else { return }
        isTouched[Int(module)] = true
        touched.append(module)
      }
      var out = 0.0
      for arc in flow.leaving.arcs(of: vertex) where flow.leaving.neighbours[arc] != vertex {
        let module = modules[flow.leaving.neighbours[arc]]
        touch(module, isTouched)
        outward[module] += flow.leaving.strengths[arc]
        out += flow.leaving.strengths[arc]
      }
      for arc in flow.entering.arcs(of: vertex) where flow.entering.neighbours[arc] != vertex {
        let module = modules[flow.entering.neighbours[arc]]
        touch(module, isTouched)
        inward[module] += flow.entering.strengths[arc]
      }
      let visits = flow.visits[vertex]
      let without = (
        exit: flows.exits[old] - (out - outward[old]) + inward[old],
        visits: flows.visits[old] - visits
      )
      var best = old
      var shortest = flows.length - 1e-11
      var gained = (exit: 0.0, visits: 0.0)
      for module in touched.map(Int.init) where module != old {
        let with = (
          exit: flows.exits[module] + (out - outward[module]) - inward[module],
          visits: flows.visits[module] + visits
        )
        let length = flows.length(replacing: old, without, and: module, with)
        if length < shortest { (best, shortest, gained) = (module, length, with) }
      }
      for module in touched {
        outward[module] = 0
        inward[module] = 0
        isTouched[Int(module)] = false
      }
      guard best != old else { continue }
      flows.set(old, without)
      flows.set(best, gained)
      modules[vertex] = UInt32(best)
      moves += 1
      moved = true
    }
  }
  return moves
}
