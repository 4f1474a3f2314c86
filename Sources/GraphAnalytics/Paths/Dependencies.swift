/// For each vertex the sum, over the sources and all targets, of the share of shortest paths that pass
/// through it, where a vertex stands for as many as its weight says.
func dependencies(
  _ outgoing: Adjacency, _ incoming: Adjacency, on sources: borrowing Scratch<UInt32>,
  vertexWeights: borrowing Scratch<Double>, weighted: Bool, threads: Int
) throws(GraphError) -> Scratch<Double> {
  let count = outgoing.vertexCount
  let batchSize = weighted ? 1 : BatchedBrandes.batchSize
  let batches = (sources.count + batchSize - 1) / batchSize
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
      while let part = queue.take() {
        for batch in stride(from: part, to: batches, by: parts) where !queue.isCancelled {
          let first = batch * batchSize
          brandes.addDependencies(
            on: sources, first..<min(first + batchSize, sources.count),
            vertexWeights: vertexWeights, to: sums, at: part * count)
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
