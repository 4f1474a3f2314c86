/// The step that Louvain and Leiden share: vertices move to the neighbouring community that they
/// fit best, until none can do better.
///
/// A move is judged by the strength of the ties to a community less `penalty` times the two
/// masses. Only vertices whose neighbourhood changed are looked at again (Ozaki, Tezuka and Inaba,
/// "A simple acceleration method for the Louvain algorithm", 2016), and a vertex that fits nowhere
/// may found a community of its own.
struct LocalMoving: ~Copyable {
  /// When to stop: once fewer than this share of the vertices moved while all that waited were
  /// looked at. The last moves take most of the time.
  enum Thoroughness: Double {
    /// For a pass that others follow.
    case rough = 0.02
    case thorough = 0.005
  }

  /// What a vertex needs to know of a community, side by side in memory.
  private struct Community {
    /// The strength of its ties to the vertex at hand.
    var tie = 0.0
    var mass = 0.0
  }

  private let penalty: Double
  /// Gains below this are rounding: without it, moves could go in circles.
  private let leastGain: Double
  private let thoroughness: Thoroughness

  init(penalty: Double, leastGain: Double, thoroughness: Thoroughness) {
    self.penalty = penalty
    self.leastGain = leastGain
    self.thoroughness = thoroughness
  }

  /// Moves the vertices of `level`, looked at in `order`; returns the number of moves.
  func move(
    _ level: borrowing CommunityLevel, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let rows = level.rows
    let count = rows.vertexCount
    let all = Scratch<Community>(count, filledWith: Community())
    let sizes = Scratch<UInt32>(count, filledWith: 0)
    for vertex in 0..<count {
      all[communities[vertex]].mass += level.masses[vertex]
      sizes[communities[vertex]] += 1
    }
    var empty: [UInt32] = []
    for community in 0..<count where sizes[community] == 0 { empty.append(UInt32(community)) }
    let touched = Scratch<UInt32>(count + 1, filledWith: 0)
    let isWaiting = Scratch<Bool>(count, filledWith: true)
    let queue = Scratch<UInt32>(copying: order, count: count)
    var head = 0
    var waiting = count
    var moves = 0
    try checkCancellation()
    var steps = 0
    // How many of those that waited when their turn began are left, and the moves until then.
    var left = count
    var movesBefore = 0
    let fewest = Int(thoroughness.rawValue * Double(count))
    while waiting > 0 {
      if left == 0 {
        if moves - movesBefore < fewest { break }
        movesBefore = moves
        left = waiting
      }
      left &-= 1
      steps &+= 1
      if steps & 0xFFFF == 0 { try checkCancellation() }
      let vertex = Int(queue[head])
      head = head &+ 1 == count ? 0 : head &+ 1
      waiting &-= 1
      isWaiting[vertex] = false
      let old = communities[vertex]
      let arcs = rows.arcs(of: vertex)
      var found = 0
      for arc in arcs {
        let community = communities[rows.neighbours[arc]]
        let tie = all[community].tie
        // Writing a place too many costs less than guessing whether the community is new.
        touched[found] = community
        found &+= tie == 0 ? 1 : 0
        all[community].tie = tie + rows.strengths[arc]
      }
      let mass = level.masses[vertex]
      let cost = penalty * mass
      all[old].mass -= mass
      var best = old
      var bestGain = all[old].tie - cost * all[old].mass
      for place in 0..<found {
        let community = touched[place]
        let gain = all[community].tie - cost * all[community].mass
        if gain > bestGain + leastGain {
          bestGain = gain
          best = community
        }
        // Cleared in passing; the old community's tie is read above.
        all[community].tie = 0
      }
      if bestGain < -leastGain, sizes[old] > 1, let free = empty.last { best = free }
      all[best].mass += mass
      guard best != old else { continue }
      if sizes[best] == 0 { empty.removeLast() }
      sizes[best] += 1
      sizes[old] -= 1
      if sizes[old] == 0 {
        empty.append(old)
        all[old].mass = 0
      }
      communities[vertex] = best
      moves &+= 1
      for arc in arcs {
        let neighbour = rows.neighbours[arc]
        guard !isWaiting[Int(neighbour)], communities[neighbour] != best else { continue }
        isWaiting[Int(neighbour)] = true
        var tail = head &+ waiting
        if tail >= count { tail &-= count }
        queue[tail] = neighbour
        waiting &+= 1
      }
    }
    return moves
  }
}
