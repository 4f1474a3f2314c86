/// For each vertex the sum, over the sources and all targets, of the share of shortest paths that pass
/// through it, where a vertex stands for as many as its weight says.
func dependencies(
  _ outgoing: Adjacency, _ incoming: Adjacency, on sources: borrowing Scratch<UInt32>,
  vertexWeights: borrowing Scratch<Double>, weighted: Bool, threads: Int
) throws(GraphError) -> Scratch<Double> {
  let count = outgoing.vertexCount
  let batchSize = weighted ? 1 : BatchedBrandes.batchSize
  let batches = (sources.count + batchSize - 1) / batchSize
  let ordered = weighted ? Scratch(uninitialised: 0) : byNeighbours(sources, outgoing)
  // Each part has its own sums, which are added up in order.
  let parts = min(16, batches)
  let sums = Scratch<Double>(count * parts, filledWith: 0)
  try inParallel(parts: parts, threads: threads) { queue in
    if weighted {
      var brandes = WeightedBrandes(outgoing, incoming, weighted: true)
      while let part = queue.take() {
        for place in stride(from: part, to: sources.count, by: parts) where !queue.isCancelled {
          brandes.addDependencies(
            on: Int(sources[place]), vertexWeights: vertexWeights, to: sums, at: part * count)
        }
      }
    } else {
      var brandes = BatchedBrandes(outgoing, incoming)
      var patient: WeightedBrandes?
      while let part = queue.take() {
        for batch in stride(from: part, to: batches, by: parts) where !queue.isCancelled {
          let places = batch * batchSize..<min((batch + 1) * batchSize, ordered.count)
          let isDone = brandes.addDependencies(
            on: ordered, places, vertexWeights: vertexWeights, to: sums, at: part * count)
          if isDone { continue }
          // More paths than a batch can count: one source after another.
          if patient == nil { patient = WeightedBrandes(outgoing, incoming, weighted: false) }
          for place in places {
            patient?.addDependencies(
              on: Int(ordered[place]), vertexWeights: vertexWeights, to: sums, at: part * count)
          }
        }
      }
    }
  }
  let total = Scratch<Double>(count, filledWith: 0)
  for part in 0..<parts {
    for vertex in 0..<count { total[vertex] += sums[part * count + vertex] }
  }
  return total
}

/// The vertices in the order of their rows, so that those with the same hubs for neighbours follow
/// each other: the searches of a batch then reach most vertices on the same level.
private func byNeighbours(
  _ vertices: borrowing Scratch<UInt32>, _ rows: Adjacency
) -> Scratch<UInt32> {
  var order = vertices.array()
  order.sort { one, other in
    let row = rows.arcs(of: Int(one)).lazy.map { rows.neighbours[$0] }
    let otherRow = rows.arcs(of: Int(other)).lazy.map { rows.neighbours[$0] }
    return row.lexicographicallyPrecedes(otherRow)
  }
  return Scratch(order)
}
