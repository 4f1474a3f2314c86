/// The strong components of a directed graph.
///
/// The greatest is nearly always that of a hub: what the hub reaches and what reaches it. The rest is
/// left to Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), with a stack
/// of its own, so that a long path does not exhaust the thread's (after Slota, Rajamanickam and
/// Madduri, "BFS and coloring-based parallel algorithms for strongly connected components", 2014).
struct StrongComponents: ~Copyable {
  private let rows: Adjacency
  private let incoming: Adjacency
  private let component: Scratch<UInt32>
  private let index: Scratch<UInt32>
  private let low: Scratch<UInt32>
  private let nextArc: Scratch<UInt32>
  /// Vertices seen whose component is not yet known.
  private let open: Scratch<UInt32>
  /// The path of the search.
  private let path: Scratch<UInt32>

  init(_ rows: Adjacency, _ incoming: Adjacency) {
    self.rows = rows
    self.incoming = incoming
    let count = rows.vertexCount
    component = Scratch(count, filledWith: .max)
    index = Scratch(count, filledWith: .max)
    low = Scratch(count, filledWith: 0)
    nextArc = Scratch(count, filledWith: 0)
    open = Scratch(count, filledWith: 0)
    path = Scratch(count, filledWith: 0)
    for vertex in 0..<count { nextArc[vertex] = rows.offsets[vertex] }
  }

  /// The number of the strong component of each place.
  consuming func find() -> Scratch<UInt32> {
    var seen: UInt32 = 0
    var found = findHub()
    var openCount = 0
    for start in 0..<rows.vertexCount where index[start] == .max {
      var depth = 0
      path[0] = UInt32(start)
      while depth >= 0 {
        let vertex = Int(path[depth])
        if index[vertex] == .max {
          index[vertex] = seen
          low[vertex] = seen
          seen += 1
          open[openCount] = UInt32(vertex)
          openCount += 1
        }
        if nextArc[vertex] < rows.offsets[vertex + 1] {
          let neighbour = Int(rows.neighbours[Int(nextArc[vertex])])
          nextArc[vertex] += 1
          if index[neighbour] == .max {
            depth += 1
            path[depth] = UInt32(neighbour)
          } else if component[neighbour] == .max {
            low[vertex] = min(low[vertex], index[neighbour])
          }
          continue
        }
        if low[vertex] == index[vertex] {
          var member: Int
          repeat {
            openCount -= 1
            member = Int(open[openCount])
            component[member] = found
          } while member != vertex
          found += 1
        }
        depth -= 1
        if depth >= 0 {
          let parent = Int(path[depth])
          low[parent] = min(low[parent], low[vertex])
        }
      }
    }
    return component
  }

  /// Finds the component of a hub, as number 0; returns the number of the next.
  private func findHub() -> UInt32 {
    // Hubs come first, but one that no arc enters or leaves will not do.
    let hub = (0..<min(rows.vertexCount, 16)).max { one, other in
      min(rows.degree(one), incoming.degree(one))
        < min(rows.degree(other), incoming.degree(other))
    }
    guard let hub else { return 0 }
    let reached = vertices(reachedFrom: hub, rows, incoming)
    let reaching = vertices(reachedFrom: hub, incoming, rows)
    for vertex in 0..<rows.vertexCount where reached[vertex] && reaching[vertex] {
      component[vertex] = 0
      index[vertex] = 0
    }
    return 1
  }

  /// Whether a path leads from a vertex to each vertex.
  private func vertices(
    reachedFrom start: Int, _ outgoing: Adjacency, _ incoming: Adjacency
  ) -> Scratch<Bool> {
    let isReached = Scratch<Bool>(outgoing.vertexCount, filledWith: false)
    isReached[start] = true
    // Nearly all vertices have a neighbour that is reached, most of them a hub, which stands first:
    // looking back finds it at once.
    for _ in 0..<2 {
      for vertex in 0..<outgoing.vertexCount where !isReached[vertex] {
        isReached[vertex] = hasNeighbour(in: isReached, vertex, incoming)
      }
    }
    // What is found from now on is followed to its end, and so none is missed.
    var waiting: [UInt32] = []
    for vertex in 0..<outgoing.vertexCount
    where !isReached[vertex] && hasNeighbour(in: isReached, vertex, incoming) {
      isReached[vertex] = true
      waiting.append(UInt32(vertex))
      while let next = waiting.popLast() {
        for arc in outgoing.arcs(of: Int(next)) where !isReached[outgoing.neighbours[arc]] {
          isReached[outgoing.neighbours[arc]] = true
          waiting.append(outgoing.neighbours[arc])
        }
      }
    }
    return isReached
  }

  @inline(__always)
  private func hasNeighbour(
    in isReached: borrowing Scratch<Bool>, _ vertex: Int, _ rows: Adjacency
  ) -> Bool {
    for arc in rows.arcs(of: vertex) where isReached[rows.neighbours[arc]] { return true }
    return false
  }
}
