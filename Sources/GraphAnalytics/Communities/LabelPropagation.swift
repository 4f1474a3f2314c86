extension Graph {
  /// Communities by label propagation: every vertex takes the label that most of its neighbours
  /// have, until all do.
  ///
  /// The fastest and crudest of the methods. Directions are ignored.
  ///
  /// - Parameters:
  ///   - seed: decides the order of the vertices and between labels that are equally frequent.
  ///   - weighted: whether strengths count.
  ///   - maximumRounds: after how many rounds to stop.
  /// - Complexity: O(vertices + edges) a round.
  ///
  /// Raghavan, Albert and Kumara, "Near linear time algorithm to detect community structures in
  /// large-scale networks", 2007.
  public func labelPropagation(
    seed: UInt64 = 1, weighted: Bool = true, maximumRounds: Int = 100
  ) throws(GraphError) -> Partition {
    let graph = undirected()
    let rows = graph.storage.outgoing
    let count = vertexCount
    var random = RandomNumbers(seed: seed)
    let labels = Scratch<UInt32>(counting: count)
    let order = Scratch<UInt32>(counting: count)
    let votes = Scratch<Double>(count, filledWith: 0)
    let touched = Scratch<UInt32>(count, filledWith: 0)
    for _ in 0..<max(maximumRounds, 0) {
      try checkCancellation()
      for last in stride(from: count - 1, to: 0, by: -1) {
        let chosen = random.next(below: last + 1)
        (order[last], order[chosen]) = (order[chosen], order[last])
      }
      var changes = 0
      for place in 0..<count {
        let vertex = Int(order[place])
        var found = 0
        var most = 0.0
        for arc in rows.arcs(of: vertex) {
          let label = labels[rows.neighbours[arc]]
          if votes[label] == 0 {
            touched[found] = label
            found &+= 1
          }
          votes[label] += weighted ? rows.strengths[arc] : 1
          most = max(most, votes[label])
        }
        // Rounding must not decide between labels; a label that is among the best stays.
        let enough = most * (1 - 1e-12)
        if found > 0, votes[labels[vertex]] < enough {
          var candidates = 0
          for entry in 0..<found where votes[touched[entry]] >= enough {
            candidates += 1
            if random.next(below: candidates) == 0 { labels[vertex] = touched[entry] }
          }
          changes += 1
        }
        for entry in 0..<found { votes[touched[entry]] = 0 }
      }
      if changes == 0 { break }
    }
    return graph.partition(byPlace: labels)
  }
}
