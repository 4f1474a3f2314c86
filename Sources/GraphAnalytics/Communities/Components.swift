/// What holds a component of a directed graph together.
public enum Connection: String, CaseIterable, Sendable {
  /// A path between any two vertices when directions are ignored.
  case weak
  /// A directed path from any vertex to any other.
  case strong
}

extension Graph {
  /// The connected components.
  ///
  /// In an undirected graph weak and strong components are the same. A vertex without edges is a
  /// component of its own.
  ///
  /// Complexity: O(vertices + edges); weak components by union-find, strong ones by Tarjan's
  /// depth-first search ("Depth-first search and linear graph algorithms", 1972) without recursion.
  public func components(_ connection: Connection = .weak) -> Partition {
    if isDirected, connection == .strong {
      partition(byPlace: StrongComponents(storage.outgoing).find())
    } else {
      partition(byPlace: weakComponents(storage.outgoing, storage.incoming))
    }
  }
}

/// The smallest place in the component of each place, by union-find in which a parent is always
/// smaller.
///
/// Each vertex first hangs on its greatest hub, and the hubs that are left join their first
/// neighbours: that nearly always makes the greatest component, whose members need not be looked at
/// again, since an arc to another component is seen from there (after Sutton, Ben-Nun and Barak,
/// "Optimizing parallel graph connectivity computation via subgraph sampling", 2018).
func weakComponents(_ outgoing: Adjacency, _ incoming: Adjacency) -> Scratch<UInt32> {
  let count = outgoing.vertexCount
  let parent = Scratch<UInt32>(counting: count)
  for vertex in 0..<count {
    if let arc = outgoing.arcs(of: vertex).first {
      parent[vertex] = min(parent[vertex], outgoing.neighbours[arc])
    }
  }
  flatten(parent)
  for vertex in 0..<count where parent[vertex] == vertex {
    for arc in outgoing.arcs(of: vertex).prefix(4) {
      join(vertex, outgoing.neighbours[arc], in: parent)
    }
  }
  flatten(parent)
  // The greatest hub stands first.
  for vertex in 0..<count where root(of: UInt32(truncatingIfNeeded: vertex), in: parent) != 0 {
    for arc in outgoing.arcs(of: vertex) { join(vertex, outgoing.neighbours[arc], in: parent) }
    for arc in incoming.arcs(of: vertex) { join(vertex, incoming.neighbours[arc], in: parent) }
  }
  flatten(parent)
  return parent
}

/// Hangs every vertex on its root.
private func flatten(_ parent: borrowing Scratch<UInt32>) {
  for vertex in 0..<parent.count { parent[vertex] = parent[parent[vertex]] }
}

@inline(__always)
private func join(_ vertex: Int, _ neighbour: UInt32, in parent: borrowing Scratch<UInt32>) {
  let one = root(of: UInt32(truncatingIfNeeded: vertex), in: parent)
  let other = root(of: neighbour, in: parent)
  if one < other { parent[other] = one } else { parent[one] = other }
}

@inline(__always)
private func root(of vertex: UInt32, in parent: borrowing Scratch<UInt32>) -> UInt32 {
  var vertex = vertex
  while parent[vertex] != vertex {
    parent[vertex] = parent[parent[vertex]]
    vertex = parent[vertex]
  }
  return vertex
}

/// Tarjan's algorithm with a stack of its own, so that a long path does not exhaust the thread's.
struct StrongComponents: ~Copyable {
  private let rows: Adjacency
  private let component: Scratch<UInt32>
  private let index: Scratch<UInt32>
  private let low: Scratch<UInt32>
  private let nextArc: Scratch<UInt32>
  /// Vertices seen whose component is not yet known.
  private let open: Scratch<UInt32>
  /// The path of the search.
  private let path: Scratch<UInt32>

  init(_ rows: Adjacency) {
    self.rows = rows
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
    var found: UInt32 = 0
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
}
