extension LayoutGraph {
  /// How long each edge should be drawn, in steps of an eighth of an ordinary edge.
  ///
  /// Members of a bloc stand closer than strangers, and two hubs further apart than a hub and its
  /// leaf, for each of them brings its own circle.
  func wantedLengths() -> [Int] {
    edges.map { edge in
      let degree = min(neighbours[edge.a].count, neighbours[edge.b].count)
      var length = 0.75 + 0.3 * (Double(degree) + 1).log2
      if communities[edge.a] >= 0 && communities[edge.b] >= 0 {
        length *= communities[edge.a] == communities[edge.b] ? 0.85 : 1.5
      }
      return max(2, Int((length * 8).rounded()))
    }
  }

  /// The lengths of the shortest paths from one vertex (Dial's bucket queue); -1 where none leads.
  func pathLengths(from source: Int, lengths: [Int]) -> [Int32] {
    var result = [Int32](repeating: -1, count: vertexCount)
    let span = (lengths.max() ?? 1) + 1
    var buckets = [[(vertex: Int, length: Int)]](repeating: [], count: span)
    buckets[0] = [(source, 0)]
    var waiting = 1
    var current = 0
    while waiting > 0 {
      let slot = current % span
      while let (vertex, length) = buckets[slot].popLast() {
        waiting -= 1
        if result[vertex] >= 0 { continue }
        result[vertex] = Int32(length)
        for (neighbour, edge) in neighbours[vertex] where result[neighbour] < 0 {
          let reached = length + lengths[edge]
          buckets[reached % span].append((neighbour, reached))
          waiting += 1
        }
      }
      current += 1
    }
    return result
  }
}

extension Double {
  /// The exponent of two, straight between powers: exact enough for looks, the same everywhere.
  var log2: Double {
    guard self > 0, isFinite else { return 0 }
    return Double(exponent) + significand - 1
  }
}
