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
    // How many neighbours are left; what it is when the vertex goes is its core number.
    let degrees = Scratch<UInt32>(vertexCount, filledWith: 0)
    for vertex in 0..<vertexCount { degrees[vertex] = UInt32(rows.degree(vertex)) }
    let left = Scratch<UInt32>(counting: vertexCount)
    var leftCount = vertexCount
    let going = Scratch<UInt32>(uninitialised: vertexCount)
    // A vertex is looked through in as many rounds as its core number says, no more than its degree.
    var core: UInt32 = 0
    while leftCount > 0 {
      var kept = 0
      var goingCount = 0
      for place in 0..<leftCount {
        let vertex = left[place]
        if degrees[vertex] > core {
          left[kept] = vertex
          kept &+= 1
        } else if degrees[vertex] == core {
          going[goingCount] = vertex
          goingCount &+= 1
        }
      }
      leftCount = kept
      while goingCount > 0 {
        goingCount &-= 1
        for arc in rows.arcs(of: Int(going[goingCount])) {
          let neighbour = rows.neighbours[arc]
          let degree = degrees[neighbour]
          guard degree > core else { continue }
          degrees[neighbour] = degree &- 1
          if degree &- 1 == core {
            going[goingCount] = neighbour
            goingCount &+= 1
          }
        }
      }
      core += 1
    }
    return graph.byVertex(degrees).map(Int.init)
  }
}
