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

  private func mergeParallels() {
    // The last row in which a neighbour was seen, counted from 1.
    let lastRow = Scratch<UInt32>(starts.count, filledWith: 0)
    for row in 0..<starts.count {
      let number = UInt32(truncatingIfNeeded: row &+ 1)
      var repeats = 0
      for arc in arcs(of: row) {
        repeats &+= lastRow[neighbours[arc]] == number ? 1 : 0
        lastRow[neighbours[arc]] = number
      }
      if repeats > 0 { mergeParallels(in: row) }
    }
  }

  /// Sums the parallel arcs of a row in rising order, so that the sum does not depend on the order in
  /// which they came, not even in the last bit.
  private func mergeParallels(in row: Int) {
    let sorted = arcs(of: row).map { (neighbours[$0], strengths[$0]) }.sorted { $0 < $1 }
    var end = Int(starts[row])
    for (place, (neighbour, strength)) in sorted.enumerated() {
      if place > 0, sorted[place - 1].0 == neighbour {
        strengths[end - 1] += strength
      } else {
        neighbours[end] = neighbour
        strengths[end] = strength
        end += 1
      }
    }
    ends[row] = UInt32(end)
  }
}
