extension Graph {
  /// The core number of each vertex: the greatest *k* such that it belongs to a part of the graph
  /// in which everyone has *k* neighbours.
  ///
  /// Directions are ignored, and so are strengths.
  ///
  /// Complexity: O(vertices + edges).
  ///
  /// Batagelj and Zaversnik, "An O(m) algorithm for cores decomposition of networks", 2003.
  public func coreNumbers() -> [Int] {
    let graph = undirected()
    let rows = graph.storage.outgoing
    let count = rows.vertexCount
    guard count > 0 else { return [] }
    // Places are sorted by falling degree, so that reading them backwards sorts by rising degree.
    let degrees = Scratch<UInt32>(count, filledWith: 0)
    let order = Scratch<UInt32>(count, filledWith: 0)
    let position = Scratch<UInt32>(count, filledWith: 0)
    let starts = Scratch<UInt32>(rows.degree(0) + 2, filledWith: 0)
    for vertex in 0..<count {
      degrees[vertex] = UInt32(rows.degree(vertex))
      starts[Int(degrees[vertex]) + 1] += 1
      order[count - 1 - vertex] = UInt32(vertex)
      position[vertex] = UInt32(count - 1 - vertex)
    }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    for place in 0..<count {
      let vertex = Int(order[place])
      let degree = degrees[vertex]
      for arc in rows.arcs(of: vertex) {
        let neighbour = rows.neighbours[arc]
        let other = degrees[neighbour]
        guard other > degree else { continue }
        // Swaps the neighbour with the first vertex of its degree, which moves one degree down.
        let first = max(starts[other], UInt32(place + 1))
        let displaced = order[first]
        let own = position[neighbour]
        order[first] = neighbour
        order[own] = displaced
        position[neighbour] = first
        position[displaced] = own
        starts[other] = first + 1
        degrees[neighbour] = other - 1
      }
    }
    return graph.byVertex(degrees).map(Int.init)
  }
}
