/// What a frozen graph consists of; shared by the copies of a ``Graph``.
final class GraphStorage: Sendable {
  /// Rows of the arcs that leave a vertex.
  let outgoing: Adjacency
  /// Rows of the arcs that enter it; the same rows if the graph is undirected.
  let incoming: Adjacency
  /// Caller's number to place in the degree order.
  let placeOf: Scratch<UInt32>
  /// Place in the degree order to caller's number.
  let vertexOf: Scratch<UInt32>
  let edgeCount: Int
  let isDirected: Bool
  /// The strength of every edge, if they are all equal.
  let uniformStrength: Double?

  init(
    outgoing: Adjacency, incoming: Adjacency, placeOf: consuming Scratch<UInt32>,
    vertexOf: consuming Scratch<UInt32>, isDirected: Bool
  ) {
    self.outgoing = outgoing
    self.incoming = incoming
    self.placeOf = placeOf
    self.vertexOf = vertexOf
    edgeCount = isDirected ? outgoing.arcCount : outgoing.arcCount / 2
    self.isDirected = isDirected
    let first = outgoing.arcCount > 0 ? outgoing.strengths[0] : 1
    uniformStrength =
      (0..<outgoing.arcCount).allSatisfy { outgoing.strengths[$0] == first } ? first : nil
  }

  /// An undirected graph with each edge of strength 1.
  private init(withoutStrengthsOf other: GraphStorage) {
    outgoing = other.outgoing.withoutStrengths()
    incoming = outgoing
    placeOf = Scratch(copying: other.placeOf, count: other.placeOf.count)
    vertexOf = Scratch(copying: other.vertexOf, count: other.vertexOf.count)
    edgeCount = other.edgeCount
    isDirected = false
    uniformStrength = 1
  }
}

extension GraphStorage {
  /// The graph without directions: the strengths of both directions of a pair summed, or if they do
  /// not count, the number of its arcs.
  func mutual(weighted: Bool) -> GraphStorage {
    guard isDirected else {
      return weighted || uniformStrength == 1 ? self : GraphStorage(withoutStrengthsOf: self)
    }
    let capacities = Scratch<UInt32>(vertexOf.count, filledWith: 0)
    for place in 0..<vertexOf.count {
      capacities[vertexOf[place]] = UInt32(outgoing.degree(place) + incoming.degree(place))
    }
    let rows = LooseRows(capacities: capacities) { add in
      for place in 0..<vertexOf.count {
        for arc in outgoing.arcs(of: place) {
          let neighbour = vertexOf[outgoing.neighbours[arc]]
          let strength = weighted ? outgoing.strengths[arc] : 1
          add(Int(vertexOf[place]), neighbour, strength)
          add(Int(neighbour), vertexOf[place], strength)
        }
      }
    }
    return rows.storage(isDirected: false)
  }
}
