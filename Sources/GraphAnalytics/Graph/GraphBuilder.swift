/// Turns the caller's edges into sorted rows in degree order.
///
/// Nothing in the result depends on the order of the edges, not even the last bit of a sum.
struct GraphBuilder {
  let vertexCount: Int
  let isDirected: Bool
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var weights: [Double] = []

  init(vertexCount: Int, isDirected: Bool) throws(GraphError) {
    guard vertexCount >= 0, vertexCount < Int(Int32.max) else {
      throw GraphError(
        .invalidSize, detail: "a graph cannot have \(vertexCount) vertices",
        remedy: "give a number from 0 to \(Int32.max - 1)")
    }
    self.vertexCount = vertexCount
    self.isDirected = isDirected
  }

  mutating func reserve(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  mutating func add(_ edge: Edge, number: Int) throws(GraphError) {
    for end in [edge.source, edge.target] where end < 0 || end >= vertexCount {
      throw GraphError(
        .vertexOutOfRange,
        detail: "edge \(number) names vertex \(end) of a graph with \(vertexCount) vertices",
        remedy: "number the vertices from 0")
    }
    guard edge.weight == 0 || Graph.weightRange.contains(edge.weight) else {
      throw GraphError(
        .invalidWeight, detail: "edge \(number) has the weight \(edge.weight)",
        remedy: "give a strength of 0 or from 1e-100 to 1e100")
    }
    guard edge.source != edge.target, edge.weight > 0 else { return }
    guard sources.count < Int(Int32.max) else {
      throw GraphError(
        .invalidSize, detail: "a graph cannot have more than \(Int32.max) edges",
        remedy: "sum parallel edges first")
    }
    addChecked(
      source: UInt32(edge.source), target: UInt32(edge.target), weight: edge.weight)
  }

  mutating func addChecked(source: UInt32, target: UInt32, weight: Double) {
    let swapped = !isDirected && source > target
    sources.append(swapped ? target : source)
    targets.append(swapped ? source : target)
    weights.append(weight)
  }

  consuming func storage() -> GraphStorage {
    mergeParallels()
    let placeOf = degreeOrder()
    let (from, to, weight, both) = (sources, targets, weights, !isDirected)
    // Rows by target first: turning them round sorts the rows of the result.
    let unsorted = Adjacency(
      vertexCount: vertexCount, arcCount: both ? 2 * from.count : from.count
    ) { add in
      for edge in from.indices {
        let source = placeOf[from[edge]]
        let target = placeOf[to[edge]]
        add(Int(target), source, weight[edge])
        if both { add(Int(source), target, weight[edge]) }
      }
    }
    let outgoing = unsorted.transposed()
    return GraphStorage(
      outgoing: outgoing, incoming: both ? outgoing : outgoing.transposed(), placeOf: placeOf,
      edgeCount: from.count, isDirected: isDirected)
  }

  /// Sorts the edges by source and target (two counting sorts) and sums the parallel ones.
  private mutating func mergeParallels() {
    let byTarget = order(of: Scratch(counting: sources.count), by: targets)
    let sorted = order(of: byTarget, by: sources)
    var count = 0
    var merged = (sources: sources, targets: targets, weights: weights)
    var parallels: [Double] = []
    var first = 0
    while first < sorted.count {
      let edge = Int(sorted[first])
      var last = first + 1
      while last < sorted.count, sources[Int(sorted[last])] == sources[edge],
        targets[Int(sorted[last])] == targets[edge]
      { last += 1 }
      merged.sources[count] = sources[edge]
      merged.targets[count] = targets[edge]
      if last == first + 1 {
        merged.weights[count] = weights[edge]
      } else {
        parallels.removeAll(keepingCapacity: true)
        for place in first..<last { parallels.append(weights[Int(sorted[place])]) }
        parallels.sort()
        merged.weights[count] = parallels.reduce(0, +)
      }
      count += 1
      first = last
    }
    sources = Array(merged.sources.prefix(count))
    targets = Array(merged.targets.prefix(count))
    weights = Array(merged.weights.prefix(count))
  }

  /// The edges of `edges`, sorted by `keys` and otherwise in the order they had.
  private func order(of edges: consuming Scratch<UInt32>, by keys: [UInt32]) -> Scratch<UInt32> {
    let next = Scratch<UInt32>(vertexCount + 1, filledWith: 0)
    for key in keys { next[Int(key) + 1] += 1 }
    for key in 0..<vertexCount { next[key + 1] += next[key] }
    let sorted = Scratch<UInt32>(edges.count, filledWith: 0)
    for place in 0..<edges.count {
      let edge = edges[place]
      let key = Int(keys[Int(edge)])
      sorted[next[key]] = edge
      next[key] += 1
    }
    return sorted
  }

  private func degreeOrder() -> Scratch<UInt32> {
    let degrees = Scratch<UInt32>(vertexCount, filledWith: 0)
    for vertex in sources { degrees[vertex] += 1 }
    for vertex in targets { degrees[vertex] += 1 }
    return placesByFalling(degrees)
  }
}
