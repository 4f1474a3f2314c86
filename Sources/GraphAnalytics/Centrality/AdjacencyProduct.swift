/// The product of a graph's rows with a vector, the step of the power iterations.
struct AdjacencyProduct {
  let rows: Adjacency
  let weighted: Bool
  let threads: Int
  let ranges: [Range<Int>]

  init(_ rows: Adjacency, weighted: Bool, threads: Int) {
    self.rows = rows
    self.weighted = weighted
    self.threads = threads
    ranges = rows.balancedRanges(32)
  }

  /// Sums, for each row, the values of the neighbours times the strengths.
  func multiply(
    _ values: borrowing Scratch<Double>, into result: borrowing Scratch<Double>
  ) throws(GraphError) {
    try inParallel(parts: ranges.count, threads: threads, isWhole: false) { queue in
      while let part = queue.take() {
        for vertex in ranges[part] {
          var sum = 0.0
          if weighted {
            for arc in rows.arcs(of: vertex) {
              sum += values[rows.neighbours[arc]] * rows.strengths[arc]
            }
          } else {
            for arc in rows.arcs(of: vertex) { sum += values[rows.neighbours[arc]] }
          }
          result[vertex] = sum
        }
      }
    }
  }
}
