/// The rows of a graph on its way to ``GraphStorage``: by the caller's numbers, in no order, and with
/// parallels.
struct LooseRows: ~Copyable {
  private let starts: Scratch<UInt32>
  private let ends: Scratch<UInt32>
  private let neighbours: Scratch<UInt32>
  private let strengths: Scratch<Double>

  /// Rows with room for as many arcs as `capacities` says. `arcs` calls its argument for each (row,
  /// neighbour, strength), in any order.
  init(
    capacities: borrowing Scratch<UInt32>,
    arcs: (_ add: (_ row: Int, _ neighbour: UInt32, _ strength: Double) -> Void) -> Void
  ) {
    let starts = Scratch<UInt32>(capacities.count, filledWith: 0)
    let ends = Scratch<UInt32>(capacities.count, filledWith: 0)
    var total: UInt32 = 0
    for row in 0..<capacities.count {
      starts[row] = total
      ends[row] = total
      total += capacities[row]
    }
    let neighbours = Scratch<UInt32>(uninitialised: Int(total))
    let strengths = Scratch<Double>(uninitialised: Int(total))
    arcs { row, neighbour, strength in
      let place = ends[row]
      neighbours[place] = neighbour
      strengths[place] = strength
      ends[row] = place &+ 1
    }
    self.starts = starts
    self.ends = ends
    self.neighbours = neighbours
    self.strengths = strengths
  }

  /// The graph of the rows. In an undirected one each edge is in the rows of both its ends.
  consuming func storage(isDirected: Bool) -> GraphStorage {
    mergeParallels()
    let count = starts.count
    let degrees = Scratch<UInt32>(count, filledWith: 0)
    var arcCount = 0
    for row in 0..<count {
      degrees[row] += ends[row] - starts[row]
      arcCount += arcs(of: row).count
      if isDirected {
        for arc in arcs(of: row) { degrees[neighbours[arc]] += 1 }
      }
    }
    let placeOf = placesByFalling(degrees)
    let vertexOf = Scratch<UInt32>(count, filledWith: 0)
    for vertex in 0..<count { vertexOf[placeOf[vertex]] = UInt32(vertex) }
    // Turning the rows round in the order of places sorts them.
    let incoming = Adjacency(vertexCount: count, arcCount: arcCount) { add in
      for place in 0..<count {
        for arc in arcs(of: Int(vertexOf[place])) {
          add(Int(placeOf[neighbours[arc]]), UInt32(truncatingIfNeeded: place), strengths[arc])
        }
      }
    }
    return GraphStorage(
      outgoing: isDirected ? incoming.transposed() : incoming, incoming: incoming,
      placeOf: placeOf, vertexOf: vertexOf, isDirected: isDirected)
  }

  private func arcs(of row: Int) -> Range<Int> { Int(starts[row])..<Int(ends[row]) }

  /// Sums parallel arcs. The sums do not depend on the order in which the arcs came, not even in the
  /// last bit.
  private func mergeParallels() {
    // The place after the last one at which a neighbour was seen.
    let seen = Scratch<UInt32>(starts.count, filledWith: 0)
    var repeats: [(place: UInt32, strength: Double)] = []
    for row in 0..<starts.count {
      let start = starts[row]
      var end = start
      for arc in arcs(of: row) {
        let neighbour = neighbours[arc]
        if seen[neighbour] > start {
          repeats.append((seen[neighbour] - 1, strengths[arc]))
        } else {
          if end != arc {
            neighbours[end] = neighbour
            strengths[end] = strengths[arc]
          }
          end += 1
          seen[neighbour] = end
        }
      }
      ends[row] = end
      if !repeats.isEmpty {
        add(&repeats)
        repeats.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Adds to the strengths at some places; all that comes together at one of them is added up in
  /// rising order.
  private func add(_ repeats: inout [(place: UInt32, strength: Double)]) {
    repeats.sort { $0 < $1 }
    var next = 0
    while next < repeats.count {
      let place = repeats[next].place
      let first = strengths[place]
      var isAdded = false
      var sum = 0.0
      while next < repeats.count, repeats[next].place == place {
        if !isAdded, first <= repeats[next].strength {
          sum += first
          isAdded = true
        }
        sum += repeats[next].strength
        next += 1
      }
      strengths[place] = isAdded ? sum : sum + first
    }
  }
}
