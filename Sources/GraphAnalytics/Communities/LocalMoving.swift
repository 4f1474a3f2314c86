/// The step that Louvain and Leiden share: vertices move to the neighbouring community that they
/// fit best, until none can do better.
///
/// A move is judged by the strength of the ties to a community less `penalty` times the two
/// masses. Only vertices whose neighbourhood changed are looked at again (Ozaki, Tezuka and Inaba,
/// "A simple acceleration method for the Louvain algorithm", 2016), and a vertex that fits nowhere
/// may found a community of its own.
struct LocalMoving: ~Copyable {
  private let penalty: Double
  /// Gains below this are rounding: without it, moves could go in circles.
  private let leastGain: Double

  init(penalty: Double, leastGain: Double) {
    self.penalty = penalty
    self.leastGain = leastGain
  }

  /// Moves the vertices of `level`, looked at in `order`; returns the number of moves.
  func move(
    _ level: borrowing CommunityLevel, communities: borrowing Scratch<UInt32>,
    order: borrowing Scratch<UInt32>
  ) throws(GraphError) -> Int {
    let rows = level.rows
    let count = rows.vertexCount
    let masses = Scratch<Double>(count, filledWith: 0)
    let sizes = Scratch<UInt32>(count, filledWith: 0)
    for vertex in 0..<count {
      masses[communities[vertex]] += level.masses[vertex]
      sizes[communities[vertex]] += 1
    }
    var empty: [UInt32] = []
    for community in 0..<count where sizes[community] == 0 { empty.append(UInt32(community)) }
    let ties = Scratch<Double>(count, filledWith: 0)
    let touched = Scratch<UInt32>(count, filledWith: 0)
    let isWaiting = Scratch<Bool>(count, filledWith: true)
    let queue = Scratch<UInt32>(copying: order, count: count)
    var head = 0
    var waiting = count
    var moves = 0
    var steps = 0
    while waiting > 0 {
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
        let tie = ties[community]
        if tie == 0 {
          touched[found] = community
          found &+= 1
        }
        ties[community] = tie + rows.strengths[arc]
      }
      let mass = level.masses[vertex]
      let cost = penalty * mass
      masses[old] -= mass
      var best = old
      var bestGain = ties[old] - cost * masses[old]
      for place in 0..<found {
        let community = touched[place]
        let gain = ties[community] - cost * masses[community]
        if gain > bestGain + leastGain {
          bestGain = gain
          best = community
        }
        // Cleared in passing; the old community's tie is read above.
        ties[community] = 0
      }
      if bestGain < -leastGain, sizes[old] > 1, let free = empty.last { best = free }
      masses[best] += mass
      guard best != old else { continue }
      if sizes[best] == 0 { empty.removeLast() }
      sizes[best] += 1
      sizes[old] -= 1
      if sizes[old] == 0 {
        empty.append(old)
        masses[old] = 0
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
