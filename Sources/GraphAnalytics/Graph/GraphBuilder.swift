/// Turns the caller's edges into rows, once they are found to be sound.
///
/// Nothing in the result depends on the order of the edges, not even the last bit of a sum.
enum GraphBuilder {
  static func rows(
    vertexCount: Int, edges: [Edge], isDirected: Bool
  ) throws(GraphError) -> LooseRows {
    guard vertexCount >= 0, vertexCount < Int(Int32.max) else {
      throw GraphError(
        .invalidSize, detail: "a graph cannot have \(vertexCount) vertices",
        remedy: "give a number from 0 to \(Int32.max - 1)")
    }
    guard edges.count <= Int(Int32.max) else {
      throw GraphError(
        .invalidSize, detail: "a graph cannot have more than \(Int32.max) edges",
        remedy: "sum parallel edges first")
    }
    let capacities = Scratch<UInt32>(vertexCount, filledWith: 0)
    for (number, edge) in edges.enumerated() {
      try check(edge, number: number, vertexCount: vertexCount)
      guard isTie(edge) else { continue }
      capacities[edge.source] += 1
      if !isDirected { capacities[edge.target] += 1 }
    }
    return LooseRows(capacities: capacities) { add in
      for edge in edges where isTie(edge) {
        add(edge.source, UInt32(truncatingIfNeeded: edge.target), edge.weight)
        if !isDirected { add(edge.target, UInt32(truncatingIfNeeded: edge.source), edge.weight) }
      }
    }
  }

  /// Loops and edges of weight 0 are dropped.
  @inline(__always)
  private static func isTie(_ edge: Edge) -> Bool {
    edge.source != edge.target && edge.weight > 0
  }

  @inline(__always)
  private static func check(
    _ edge: Edge, number: Int, vertexCount: Int
  ) throws(GraphError) {
    let vertices = 0..<vertexCount
    guard vertices.contains(edge.source), vertices.contains(edge.target) else {
      let end = vertices.contains(edge.source) ? edge.target : edge.source
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
  }
}
