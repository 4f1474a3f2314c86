/// The step that sets Leiden apart from Louvain: each community is built up anew from single
/// vertices, so that what is merged for good is well connected.
struct Refinement: ~Copyable {
  private let penalty: Double

  init(penalty: Double) { self.penalty = penalty }

  /// The refined groups of `level` within its `communities`; each is connected.
  ///
  /// A vertex still alone, and well enough tied to the rest of its community, joins the group that
  /// gains most by it. (The paper draws the group at random; the best one is as good here, and
  /// repeatable.)
  func refine(
    _ level: borrowing CommunityLevel, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>
  ) -> Scratch<UInt32> {
    let rows = level.rows
    let count = rows.vertexCount
    let groups = Scratch<UInt32>(counting: count)
    let masses = Scratch<Double>(copying: level.masses, count: count)
    let communityMasses = Scratch<Double>(count, filledWith: 0)
    /// The strength of the ties of a group to the rest of its community.
    let outward = Scratch<Double>(count, filledWith: 0)
    let isAlone = Scratch<Bool>(count, filledWith: true)
    for vertex in 0..<count {
      let community = communities[vertex]
      communityMasses[community] += masses[vertex]
      var sum = 0.0
      for arc in rows.arcs(of: vertex) {
        sum += communities[rows.neighbours[arc]] == community ? rows.strengths[arc] : 0
      }
      outward[vertex] = sum
    }
    let ties = Scratch<Double>(count, filledWith: 0)
    let touched = Scratch<UInt32>(count + 1, filledWith: 0)
    for place in 0..<count {
      let vertex = Int(order[place])
      let community = communities[vertex]
      let mass = level.masses[vertex]
      let whole = communityMasses[community]
      guard isAlone[vertex], outward[vertex] >= penalty * mass * (whole - mass) else { continue }
      var found = 0
      for arc in rows.arcs(of: vertex) {
        let neighbour = rows.neighbours[arc]
        guard communities[neighbour] == community else { continue }
        let group = groups[neighbour]
        let tie = ties[group]
        touched[found] = group
        found &+= tie == 0 ? 1 : 0
        ties[group] = tie + rows.strengths[arc]
      }
      var best = UInt32(vertex)
      var bestGain = 0.0
      for place in 0..<found {
        let group = touched[place]
        guard outward[group] >= penalty * masses[group] * (whole - masses[group]) else { continue }
        let gain = ties[group] - penalty * mass * masses[group]
        if gain > bestGain {
          bestGain = gain
          best = group
        }
      }
      if Int(best) != vertex {
        outward[best] += outward[vertex] - 2 * ties[best]
        masses[best] += mass
        groups[vertex] = best
        isAlone[Int(best)] = false
        isAlone[vertex] = false
      }
      for place in 0..<found { ties[touched[place]] = 0 }
    }
    return groups
  }
}
