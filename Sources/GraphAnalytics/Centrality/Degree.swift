extension Graph {
  /// The number of neighbours of each vertex.
  ///
  /// In a directed graph `.both` counts arcs, so that a neighbour in both directions counts twice.
  ///
  /// Complexity: O(vertices).
  ///
  /// Freeman, "Centrality in social networks: conceptual clarification", 1979.
  public func degree(_ direction: Direction = .both) -> [Int] {
    let degrees = Scratch<Int>(vertexCount, filledWith: 0)
    for place in 0..<vertexCount {
      if direction != .incoming || !isDirected { degrees[place] += storage.outgoing.degree(place) }
      if direction != .outgoing && isDirected { degrees[place] += storage.incoming.degree(place) }
    }
    return byVertex(degrees)
  }

  /// The sum of the strengths of the edges of each vertex.
  ///
  /// Complexity: O(vertices + edges).
  ///
  /// Barrat, Barthélemy, Pastor-Satorras and Vespignani, "The architecture of complex weighted
  /// networks", 2004.
  public func strength(_ direction: Direction = .both) -> [Double] {
    let strengths = Scratch<Double>(vertexCount, filledWith: 0)
    for place in 0..<vertexCount {
      if direction != .incoming || !isDirected {
        strengths[place] += storage.outgoing.strength(place)
      }
      if direction != .outgoing && isDirected {
        strengths[place] += storage.incoming.strength(place)
      }
    }
    return byVertex(strengths)
  }
}
