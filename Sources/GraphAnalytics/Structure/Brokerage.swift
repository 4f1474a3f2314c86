/// How often a vertex stands between two others in each of the roles of Gould and Fernandez.
public struct BrokerageRoles: Hashable, Sendable {
  /// Between two members of its own group.
  public var coordinator = 0
  /// Lets an outsider reach a member of its group.
  public var gatekeeper = 0
  /// Carries from a member of its group to an outsider.
  public var representative = 0
  /// Between two members of one other group.
  public var consultant = 0
  /// Between members of two other groups.
  public var liaison = 0

  /// No role yet.
  public init() {}

  /// All roles together.
  public var total: Int { coordinator + gatekeeper + representative + consultant + liaison }
}

extension Graph {
  /// Brokerage: for each vertex the pairs that it connects and that are not tied directly, by what
  /// groups the three belong to.
  ///
  /// Counts the ordered pairs (*a*, *c*) with arcs *a* → vertex → *c* but none *a* → *c*. An edge of an
  /// undirected graph is an arc in both directions, so that gatekeeper and representative agree.
  /// Strengths are ignored.
  ///
  /// - Parameter groups: the groups: communities, kinds, or any other attribute as a partition.
  /// - Throws: `GraphError` if the partition is of another number of vertices.
  /// - Complexity: O(Σ degree²) over both ends of all arcs.
  ///
  /// Gould and Fernandez, "Structures of mediation", 1989.
  public func brokerage(between groups: Partition) throws(GraphError) -> [BrokerageRoles] {
    try check(groups)
    let group = (0..<vertexCount).map { groups.communityOf[Int(storage.vertexOf[$0])] }
    let outgoing = storage.outgoing
    var roles = [BrokerageRoles](repeating: BrokerageRoles(), count: vertexCount)
    let isDirect = Scratch<Bool>(vertexCount, filledWith: false)
    for source in 0..<vertexCount {
      if source & 255 == 0 { try checkCancellation() }
      for arc in outgoing.arcs(of: source) { isDirect[Int(outgoing.neighbours[arc])] = true }
      for arc in outgoing.arcs(of: source) {
        let broker = Int(outgoing.neighbours[arc])
        for next in outgoing.arcs(of: broker) {
          let target = Int(outgoing.neighbours[next])
          guard target != source, !isDirect[target] else { continue }
          roles[broker].count(group[source], group[broker], group[target])
        }
      }
      for arc in outgoing.arcs(of: source) { isDirect[Int(outgoing.neighbours[arc])] = false }
    }
    return (0..<vertexCount).map { roles[Int(storage.placeOf[$0])] }
  }
}

extension BrokerageRoles {
  fileprivate mutating func count(_ source: Int, _ broker: Int, _ target: Int) {
    switch (source == broker, broker == target) {
    case (true, true): coordinator += 1
    case (false, true): gatekeeper += 1
    case (true, false): representative += 1
    case (false, false):
      if source == target { consultant += 1 } else { liaison += 1 }
    }
  }
}
