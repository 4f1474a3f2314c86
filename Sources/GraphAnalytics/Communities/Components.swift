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
  /// Complexity: O(vertices + edges).
  public func components(_ connection: Connection = .weak) -> Partition {
    if isDirected, connection == .strong {
      partition(byPlace: StrongComponents(storage.outgoing, storage.incoming).find())
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
