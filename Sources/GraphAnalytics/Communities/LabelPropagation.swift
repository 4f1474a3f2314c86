extension Graph {
  /// Communities by label propagation: every vertex takes the label that most of its neighbours
  /// have, until all do.
  ///
  /// The fastest and crudest of the methods. Directions are ignored. In each round those of highest
  /// degree come first, so that labels spread from hubs to those around them: in a random order,
  /// partners of one hub that meet first keep a label to themselves.
  ///
  /// - Parameters:
  ///   - seed: decides between labels that are equally frequent.
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
    let votes = Scratch<Double>(count, filledWith: 0)
    let touched = Scratch<UInt32>(count + 1, filledWith: 0)
    for _ in 0..<max(maximumRounds, 0) {
      try checkCancellation()
      var changes = 0
      for vertex in 0..<count {
        var found = 0
        var most = 0.0
        for arc in rows.arcs(of: vertex) {
          let label = labels[rows.neighbours[arc]]
          let votesBefore = votes[label]
          // Writing a place too many costs less than guessing whether the label is new.
          touched[found] = label
          found &+= votesBefore == 0 ? 1 : 0
          let votesNow = votesBefore + (weighted ? rows.strengths[arc] : 1)
          votes[label] = votesNow
          most = max(most, votesNow)
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
