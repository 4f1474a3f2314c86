import Graphviz

/// Moves boxes as little as it can until none touches another, inside of a frame.
///
/// Overlapping pairs are pushed apart along the axis on which they overlap less. Where the frame
/// is too full for that, boxes shrink by small steps: so it always ends.
struct OverlapRemoval {
  /// Room of each vertex relative to its position.
  var slots: [Box]
  let frame: Box
  /// Free space between boxes.
  var gap: Double
  /// Lines that vertices should keep off, as far as possible.
  var edges: [LayoutGraph.Edge] = []
  /// By how much the slots had to shrink, 1 or less.
  private(set) var shrinkage = 1.0

  init(slots: [Box], frame: Box, gap: Double) {
    self.slots = slots
    self.frame = frame
    self.gap = gap
  }

  mutating func run(_ positions: inout [Point]) {
    separateEqual(&positions)
    for _ in 0..<140 where !edges.isEmpty {
      let moved = pushOffLines(&positions)
      if pushApart(&positions, share: 0.5) == 0 && !moved { break }
    }
    for round in 1... {
      if pushApart(&positions, share: 0.52) == 0 { return }
      // Many vertices need many sweeps to spread; making room is quicker.
      if round % (positions.count <= 3_000 ? 80 : 20) == 0 { shrink(by: 0.95) }
    }
  }

  /// Points in one place have no direction to be pushed in.
  private func separateEqual(_ positions: inout [Point]) {
    var random = SplitMix64(seed: 7)
    for vertex in positions.indices {
      positions[vertex] += Point(random.fraction() - 0.5, random.fraction() - 0.5) * 0.2
      hold(&positions, vertex)
    }
  }

  private mutating func shrink(by factor: Double) {
    shrinkage *= factor
    gap *= factor
    for vertex in slots.indices {
      slots[vertex].left *= factor
      slots[vertex].right *= factor
      slots[vertex].top *= factor
      slots[vertex].bottom *= factor
    }
  }

  private func hold(_ positions: inout [Point], _ vertex: Int) {
    let slot = slots[vertex]
    let left = frame.left - slot.left
    let top = frame.top - slot.top
    positions[vertex].x = min(max(positions[vertex].x, left), max(left, frame.right - slot.right))
    positions[vertex].y = min(max(positions[vertex].y, top), max(top, frame.bottom - slot.bottom))
  }

  /// One sweep; the number of overlapping pairs that it met.
  private func pushApart(_ positions: inout [Point], share: Double) -> Int {
    var index = SpatialIndex(area: frame, cell: typicalSide)
    for vertex in positions.indices {
      index.insert(slots[vertex].moved(by: positions[vertex]).grown(by: gap / 2))
    }
    var met = 0
    for a in positions.indices {
      let area = index.boxes[a]
      index.visit(near: area) { b in
        guard b > a else { return true }
        let one = slots[a].moved(by: positions[a])
        let other = slots[b].moved(by: positions[b])
        let overlapX =
          min(one.right, other.right) - max(one.left, other.left) + gap
        let overlapY = min(one.bottom, other.bottom) - max(one.top, other.top) + gap
        guard overlapX > 1e-6, overlapY > 1e-6 else { return true }
        met += 1
        let offset = one.centre - other.centre
        if overlapX < overlapY {
          let push = (offset.x < 0 ? -share : share) * overlapX
          positions[a].x += push
          positions[b].x -= push
        } else {
          let push = (offset.y < 0 ? -share : share) * overlapY
          positions[a].y += push
          positions[b].y -= push
        }
        hold(&positions, a)
        hold(&positions, b)
        return true
      }
    }
    return met
  }

  private var typicalSide: Double {
    let total = slots.reduce(0) { $0 + max($1.width, $1.height) }
    return max(4, total / Double(max(slots.count, 1)) + gap)
  }

  /// Moves vertices sideways off the straight lines between others, and the lines off them a bit.
  private func pushOffLines(_ positions: inout [Point]) -> Bool {
    var moved = false
    for edge in edges {
      for vertex in positions.indices where vertex != edge.a && vertex != edge.b {
        let box = slots[vertex].moved(by: positions[vertex]).grown(by: 5)
        let a = positions[edge.a]
        let b = positions[edge.b]
        guard box.meets(from: a, to: b) else { continue }
        let normal = (b - a).unit.normal
        let centre = box.centre - a
        let side = centre.x * normal.x + centre.y * normal.y
        let reach = (abs(normal.x) * box.width + abs(normal.y) * box.height) / 2
        let push = normal * ((side < 0 ? -1 : 1) * (reach - abs(side)) * 0.25)
        moved = true
        positions[vertex] += push
        positions[edge.a] -= push * 0.3
        positions[edge.b] -= push * 0.3
        hold(&positions, vertex)
        hold(&positions, edge.a)
        hold(&positions, edge.b)
      }
    }
    return moved
  }
}
