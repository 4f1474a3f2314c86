/// The step that sets Leiden apart from Louvain: each community is built up anew from single
/// units, so that what is merged for good is well connected.
struct Refinement {
  let penalty: Double

  /// Fills in the refined `groups` of `level` within its `communities`, by vertex and numbered below
  /// the number of units; each is connected.
  ///
  /// A unit still alone, and well enough tied to the rest of its community, joins the group that
  /// gains most by it. (The paper draws the group at random; the best one is as good here, and
  /// repeatable.)
  func refine<Rows>(
    _ level: borrowing CommunityLevel<Rows>, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>, groups: borrowing Scratch<UInt32>
  ) throws(GraphError) {
    let rows = level.rows
    let count = level.count
    let masses = Scratch<Double>(copying: level.masses, count: count)
    var bound = 0
    for vertex in 0..<communities.count { bound = max(bound, Int(communities[vertex]) + 1) }
    let communityMasses = Scratch<Double>(bound, filledWith: 0)
    /// The strength of the ties of a group to the rest of its community.
    let outward = Scratch<Double>(count, filledWith: 0)
    let isAlone = Scratch<Bool>(count, filledWith: true)
    for unit in 0..<count {
      let community = communities[level.firstVertex(of: unit)]
      communityMasses[community] += masses[unit]
      var sum = -level.inner(of: unit)
      for place in level.members.places(of: unit) {
        let vertex = level.members.vertex(at: place)
        groups[vertex] = UInt32(unit)
        for arc in rows.arcs(of: vertex) {
          sum +=
            communities[rows.neighbours[arc]] == community ? rows.strength(ofArc: arc) : 0
        }
      }
      outward[unit] = sum
    }
    try checkCancellation()
    let ties = Scratch<Double>(count, filledWith: 0)
    let touched = Scratch<UInt32>(uninitialised: count + 1)
    for turn in 0..<count {
      let unit = Int(order[turn])
      let community = communities[level.firstVertex(of: unit)]
      let mass = level.masses[unit]
      let whole = communityMasses[community]
      guard isAlone[unit], outward[unit] >= penalty * mass * (whole - mass) else { continue }
      var found = 0
      for place in level.members.places(of: unit) {
        for arc in rows.arcs(of: level.members.vertex(at: place)) {
          let neighbour = rows.neighbours[arc]
          guard communities[neighbour] == community else { continue }
          let group = groups[neighbour]
          let tie = ties[group]
          touched[found] = group
          found &+= tie == 0 ? 1 : 0
          ties[group] = tie + rows.strength(ofArc: arc)
        }
      }
      var best = UInt32(unit)
      var bestGain = 0.0
      for place in 0..<found {
        let group = touched[place]
        guard Int(group) != unit,
          outward[group] >= penalty * masses[group] * (whole - masses[group])
        else { continue }
        let gain = ties[group] - penalty * mass * masses[group]
        if gain > bestGain {
          bestGain = gain
          best = group
        }
      }
      if Int(best) != unit {
        outward[best] += outward[unit] - 2 * ties[best]
        masses[best] += mass
        for place in level.members.places(of: unit) {
          groups[level.members.vertex(at: place)] = best
        }
        isAlone[best] = false
        isAlone[unit] = false
      }
      for place in 0..<found { ties[touched[place]] = 0 }
    }
  }
}
