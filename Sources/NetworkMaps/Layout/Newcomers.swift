import Graphviz

/// Finds places for those who have none yet, each as near to the middle of its partners as there is
/// room; nobody else moves.
struct Newcomers {
  let roll: Roll
  /// Room of each entity of the roll relative to its position.
  let slots: [Box]
  /// What may not be covered.
  var taken: SpatialIndex
  /// By place in the roll.
  var points: [Point?]

  /// Places everybody: first those with partners who have a place, the strongest first, then their
  /// partners, and so on. Complexity: O(m) a round, times the free places tried.
  mutating func place() {
    var partners = [[Int]](repeating: [], count: points.count)
    for pair in roll.pairs {
      partners[pair.first].append(pair.second)
      partners[pair.second].append(pair.first)
    }
    var waiting = points.indices.filter { points[$0] == nil }
      .sorted { (roll.strengths[$1], $0) < (roll.strengths[$0], $1) }
    while !waiting.isEmpty {
      var rest: [Int] = []
      for vertex in waiting {
        let known = partners[vertex].compactMap { points[$0] }
        if known.isEmpty {
          rest.append(vertex)
        } else {
          settle(vertex, near: known.reduce(.zero, +) * (1 / Double(known.count)))
        }
      }
      if rest.count == waiting.count { settle(rest.removeFirst(), near: Frame.plot.centre) }
      waiting = rest
    }
  }

  private mutating func settle(_ vertex: Int, near middle: Point) {
    var slot = slots[vertex]
    var point: Point?
    // Where all is full, less room will have to do.
    for _ in 0..<8 where point == nil {
      point = taken.freePlace(for: slot, near: middle, in: Frame.plot)
      if point == nil { slot = slot.scaled(by: 0.7) }
    }
    points[vertex] = point ?? middle
    taken.insert(slot.moved(by: point ?? middle))
  }
}

extension SpatialIndex {
  /// The place nearest to `middle` at which `slot` touches nothing, if there is one.
  fileprivate func freePlace(for slot: Box, near middle: Point, in frame: Box) -> Point? {
    let step = max(6, min(slot.width, slot.height) / 2)
    // Further off, a newcomer would no longer seem to belong; a smaller one stands nearer.
    for ring in 0..<min(Int(frame.width / step), 60) {
      var best: (distance: Double, point: Point)?
      for x in -ring...ring {
        // Of a ring only the rim: its upper and lower sides whole, else the two ends.
        for y in stride(from: -ring, through: ring, by: abs(x) == ring || ring == 0 ? 1 : 2 * ring)
        {
          let point = middle + Point(Double(x) * step, Double(y) * step)
          let box = slot.moved(by: point)
          guard frame.contains(box), !overlaps(box.grown(by: 3)) else { continue }
          let distance = point.distance(to: middle)
          if distance < best?.distance ?? .infinity { best = (distance, point) }
        }
      }
      if let best { return best.point }
    }
    return nil
  }
}
