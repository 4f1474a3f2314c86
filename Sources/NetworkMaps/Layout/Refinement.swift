import Graphviz

/// Improves the positions of a small network by trial: a vertex is moved, or two change places,
/// and what makes the map easier to read is kept.
///
/// Counted against a map are crossings of lines, vertices on lines that are not theirs, long lines
/// and crowding. Complexity: O(d(n + m)) for each of the trials, with d the degree of the vertex.
struct Refinement {
  let graph: LayoutGraph
  let slots: [Box]
  let frame: Box
  let gap: Double
  /// How far lines should keep from shapes that are not theirs.
  private var clearance: Double { 9 }

  /// Tries a fixed number of changes.
  ///
  /// Threshold accepting (Dueck and Scheuer 1990): what makes the map a little worse is taken as
  /// well, less and less so, to get out of places from which no single change leads on.
  func run(_ positions: inout [Point], trials: Int) {
    let count = positions.count
    guard count > 2, !graph.edges.isEmpty else { return }
    var random = SplitMix64(seed: 0xF1A3)
    for trial in 0..<trials {
      let remaining = 1 - Double(trial) / Double(trials)
      let tolerance = 2.5 * max(0, remaining - 0.2) * remaining * random.fraction()
      let a = random.below(count)
      if trial % 3 == 0 {
        exchange(a, random.below(count), &positions, tolerance)
      } else {
        let target = proposal(for: a, positions, trial: trial, &random)
        move(a, to: target, &positions, tolerance)
      }
    }
  }

  /// Near the middle of its partners, near where it is, or anywhere.
  private func proposal(
    for vertex: Int, _ positions: [Point], trial: Int, _ random: inout SplitMix64
  ) -> Point {
    let u = random.fraction() - 0.5
    let v = random.fraction() - 0.5
    if trial % 7 == 1 {
      return Point(frame.centre.x + u * frame.width, frame.centre.y + v * frame.height)
    }
    if trial % 2 == 0 {
      let partners = graph.neighbours[vertex]
      let sum = partners.reduce(Point.zero) { $0 + positions[$1.vertex] }
      return sum * (1 / Double(max(partners.count, 1))) + Point(u, v) * 420
    }
    return positions[vertex] + Point(u, v) * 140
  }

  private func move(
    _ vertex: Int, to target: Point, _ positions: inout [Point], _ tolerance: Double
  ) {
    let from = positions[vertex]
    let before = cost(vertex, positions) + tolerance
    positions[vertex] = target
    if !fits(vertex, positions) || cost(vertex, positions) >= before { positions[vertex] = from }
  }

  private func exchange(
    _ a: Int, _ b: Int, _ positions: inout [Point], _ tolerance: Double
  ) {
    guard a != b else { return }
    let before = cost(a, positions) + cost(b, positions) + tolerance
    positions.swapAt(a, b)
    if !fits(a, positions) || !fits(b, positions)
      || cost(a, positions) + cost(b, positions) >= before
    {
      positions.swapAt(a, b)
    }
  }

  private func fits(_ vertex: Int, _ positions: [Point]) -> Bool {
    let box = slots[vertex].moved(by: positions[vertex])
    guard frame.contains(box) else { return false }
    let wide = box.grown(by: gap)
    for other in 0..<positions.count
    where other != vertex && wide.overlaps(slots[other].moved(by: positions[other])) {
      return false
    }
    return true
  }

  /// What is wrong with the place of one vertex.
  private func cost(_ vertex: Int, _ positions: [Point]) -> Double {
    var total = 0.0
    let place = positions[vertex]
    let box = slots[vertex].moved(by: place).grown(by: clearance)
    for edge in graph.edges where edge.a != vertex && edge.b != vertex {
      if box.meets(from: positions[edge.a], to: positions[edge.b]) { total += 6 }
    }
    for (partner, _) in graph.neighbours[vertex] {
      let end = positions[partner]
      // Long lines cost by their square, so that a bloc does not fall apart to save a crossing.
      let length = place.distance(to: end) / 260
      total += length * length * 1.2
      for edge in graph.edges
      where edge.a != vertex && edge.b != vertex && edge.a != partner && edge.b != partner {
        if segmentsCross(place, end, positions[edge.a], positions[edge.b]) { total += 1 }
      }
      for other in 0..<positions.count where other != vertex && other != partner {
        let box = slots[other].moved(by: positions[other]).grown(by: clearance)
        if box.meets(from: place, to: end) { total += 6 }
      }
    }
    for other in 0..<positions.count where other != vertex {
      let near = 60 / max(place.distance(to: positions[other]), 1)
      total += near * near
    }
    return total
  }
}

/// Whether two straight lines cross; touching ends may count or not.
func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  if min(a.x, b.x) > max(c.x, d.x) || max(a.x, b.x) < min(c.x, d.x) { return false }
  func side(_ p: Point, _ q: Point, _ r: Point) -> Bool {
    (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x)
  }
  return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}
