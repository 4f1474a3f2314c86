/// The step that Louvain and Leiden share: units move to the neighbouring community that they fit
/// best, until none can do better.
///
/// A move is judged by the strength of the ties to a community less `penalty` times the two
/// masses. Only units whose neighbourhood changed are looked at again (Ozaki, Tezuka and Inaba, "A
/// simple acceleration method for the Louvain algorithm", 2016), and a unit that fits nowhere may
/// found a community of its own.
struct LocalMoving {
  /// When to stop: once fewer than this share of the units moved in a round. The last moves take
  /// most of the time.
  enum Thoroughness: Double {
    /// For a pass that others follow.
    case rough = 0.02
    case thorough = 0.005
  }

  let penalty: Double
  /// Gains below this are rounding: without it, moves could go in circles.
  let leastGain: Double
  let thoroughness: Thoroughness

  /// Moves the units of `level`, looked at in `order`; returns the number of moves.
  ///
  /// Rounds keep to one order, so as to go through memory from one end to the other.
  func move<Rows>(
    _ level: borrowing CommunityLevel<Rows>, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let isWaiting = Scratch<Bool>(communities.count, filledWith: true)
    let table = Scratch<Community>(uninitialised: level.count)
    let touched = Scratch<UInt32>(uninitialised: level.count + 1)
    let fewest = Int(thoroughness.rawValue * Double(level.count))
    var moves = 0
    while true {
      let moved = try round(
        level, communities: communities, order: order, isWaiting: isWaiting, table: table,
        touched: touched)
      moves += moved
      if moved <= fewest { return moves }
    }
  }

  /// What a unit needs to know of a community, side by side in memory.
  private struct Community {
    /// The strength of its ties to the unit at hand.
    var tie = 0.0
    var mass = 0.0
  }

  /// Looks once at every unit with a vertex that waits; returns the number of moves.
  private func round<Rows>(
    _ level: borrowing CommunityLevel<Rows>, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>, isWaiting: borrowing Scratch<Bool>,
    table: borrowing Scratch<Community>, touched: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let rows = level.rows
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
      var isDue = false
      for place in members {
        let vertex = level.members.vertex(at: place)
        isDue = isDue || isWaiting[vertex]
        isWaiting[vertex] = false
      }
      guard isDue else { continue }
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
      let oldGain = table[old].tie - level.inner(of: unit) - cost * table[old].mass
      var bestGain = oldGain
      for place in 0..<found {
        let community = touched[place]
        let gain = table[community].tie - cost * table[community].mass
        if gain > bestGain + leastGain, community != old {
          bestGain = gain
          best = community
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
          if communities[neighbour] != best { isWaiting[neighbour] = true }
        }
      }
    }
    return moves
  }
}
