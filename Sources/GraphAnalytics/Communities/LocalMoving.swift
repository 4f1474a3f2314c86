/// The step that Louvain and Leiden share: units move to the neighbouring community that they fit
/// best, until none can do better.
///
/// A move is judged by the strength of the ties to a community less `penalty` times the two
/// masses. Only units are looked at again for which the moves of neighbours since may outweigh what
/// their community has over the next best (after Ozaki, Tezuka and Inaba, "A simple acceleration
/// method for the Louvain algorithm", 2016), and a unit that fits nowhere may found a community of
/// its own.
struct LocalMoving {
  let penalty: Double
  /// Gains below this are rounding: without it, moves could go in circles.
  let leastGain: Double
  /// What strengths are measured in where single precision will do.
  let unit: Double

  /// Moves the units of `level`, looked at in `order`; returns the number of moves.
  ///
  /// Rounds keep to one order, so as to go through memory from one end to the other. The last is
  /// that in which next to none moves: in large graphs the last moves take most of the time.
  func move<Rows>(
    _ level: borrowing CommunityLevel<Rows>, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    /// The strength of the ties to vertices that moved since the unit was looked at, and what would
    /// be enough for it to move.
    let unrest = Scratch<Float>(communities.count, filledWith: .infinity)
    let margins = Scratch<Float>(level.count, filledWith: 0)
    let table = Scratch<Community>(uninitialised: level.count)
    let touched = Scratch<UInt32>(uninitialised: level.count + 1)
    var moves = 0
    while true {
      let moved = try round(
        level, communities: communities, order: order, unrest: unrest, margins: margins,
        table: table, touched: touched)
      moves += moved
      if moved <= (level.isSmall ? 0 : level.count / 200) { return moves }
    }
  }

  /// What a unit needs to know of a community, side by side in memory.
  private struct Community {
    /// The strength of its ties to the unit at hand.
    var tie = 0.0
    var mass = 0.0
  }

  /// Looks once at every unit whose neighbourhood changed enough; returns the number of moves.
  private func round<Rows>(
    _ level: borrowing CommunityLevel<Rows>, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>, unrest: borrowing Scratch<Float>,
    margins: borrowing Scratch<Float>, table: borrowing Scratch<Community>,
    touched: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let rows = level.rows
    let scale = 1 / unit
    // Numbered anew, the communities that are left lie side by side.
    var used = renumber(communities, below: level.count)
    let sizes = Scratch<UInt32>(level.count, filledWith: 0)
    for community in 0..<used { table[community] = Community() }
    for unit in 0..<level.count {
      let community = communities[level.firstVertex(of: unit)]
      table[community].mass += level.masses[unit]
      sizes[community] += 1
    }
    var empty: [UInt32] = []
    var moves = 0
    for turn in 0..<level.count {
      if turn & 0xFFF == 0 { try checkCancellation() }
      let unit = Int(order[turn])
      let members = level.members.places(of: unit)
      var change: Float = 0
      for place in members { change += unrest[level.members.vertex(at: place)] }
      guard change > margins[unit] else { continue }
      for place in members { unrest[level.members.vertex(at: place)] = 0 }
      let old = communities[level.firstVertex(of: unit)]
      var found = 0
      for place in members {
        for arc in rows.arcs(of: level.members.vertex(at: place)) {
          let community = communities[rows.neighbours[arc]]
          let tie = table[community].tie
          // Writing a place too many costs less than guessing whether the community is new.
          touched[found] = community
          found &+= tie == 0 ? 1 : 0
          table[community].tie = tie + rows.strength(ofArc: arc)
        }
      }
      let mass = level.masses[unit]
      let cost = penalty * mass
      table[old].mass -= mass
      var best = old
      var bestGain = table[old].tie - level.inner(of: unit) - cost * table[old].mass
      table[old].tie = 0
      var second = 0.0
      for place in 0..<found {
        let community = touched[place]
        let gain = table[community].tie - cost * table[community].mass
        if community == old { continue }
        if gain > bestGain + leastGain {
          second = max(second, bestGain)
          bestGain = gain
          best = community
        } else {
          second = max(second, gain)
        }
        // Cleared in passing; the old community's tie is read above.
        table[community].tie = 0
      }
      if bestGain < -leastGain, sizes[old] > 1 {
        if let free = empty.popLast() {
          best = free
        } else {
          best = UInt32(used)
          table[used] = Community()
          used += 1
        }
      }
      margins[unit] = Float((bestGain - second) * scale)
      table[best].mass += mass
      guard best != old else { continue }
      sizes[best] += 1
      sizes[old] -= 1
      if sizes[old] == 0 {
        empty.append(old)
        table[old].mass = 0
      }
      moves &+= 1
      for place in members { communities[level.members.vertex(at: place)] = best }
      for place in members {
        for arc in rows.arcs(of: level.members.vertex(at: place)) {
          let neighbour = rows.neighbours[arc]
          let community = communities[neighbour]
          let change = Float(rows.strength(ofArc: arc) * scale)
          unrest[neighbour] += community == best ? 0 : community == old ? change + change : change
        }
      }
    }
    return moves
  }
}
