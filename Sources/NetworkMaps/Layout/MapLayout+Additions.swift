import Graphviz
import PartnerModel
import PartnerNetwork

extension MapLayout {
  /// The layout with places for the entities of `networks` that have none yet: nothing else moves.
  ///
  /// A newcomer stands at the free place nearest to the middle of its placed partners.
  func adding(_ networks: [Network]) -> MapLayout {
    let roll = Roll(of: networks)
    let missing = roll.entities.indices.filter { positions[roll.entities[$0].id] == nil }
    guard !missing.isEmpty else { return self }
    var result = self
    var index = SpatialIndex(area: Frame.plot, cell: 40)
    for (id, box) in rooms.sorted(by: { $0.key < $1.key }) {
      if let point = positions[id] { index.insert(box.scaled(by: 0.6).moved(by: point)) }
    }
    var partners: [Int: [Int]] = [:]
    for pair in roll.pairs {
      partners[pair.first, default: []].append(pair.second)
      partners[pair.second, default: []].append(pair.first)
    }
    for place in missing {
      let id = roll.entities[place].id
      let known = (partners[place] ?? []).compactMap { result.positions[roll.entities[$0].id] }
      let middle =
        known.isEmpty
        ? Frame.plot.centre : known.reduce(.zero, +) * (1 / Double(known.count))
      let side = 2 * sizing.minimumRadius
      let slot = Box(centre: .zero, width: side * 1.6, height: side)
      let point = index.freePlace(for: slot, near: middle, in: Frame.plot)
      index.insert(slot.moved(by: point))
      result.positions[id] = point
      result.rooms[id] = slot
    }
    return result
  }

  /// The shape of an entity in one picture: its area shows the score as far as it has the room.
  func shape(_ entity: Entity, score: Double, maximum: Double) -> NodeShape {
    var radius = sizing.radius(score: score, maximum: maximum)
    let name = entity.shownName
    var shape = NodeShape(kind: entity.kind, radius: radius, name: name)
    guard let room = rooms[entity.id] else { return shape }
    while !room.contains(shape.box(at: .zero)) && radius > 0.5 {
      radius *= 0.93
      shape = NodeShape(kind: entity.kind, radius: radius, name: name)
    }
    return shape
  }
}

extension SpatialIndex {
  /// The place nearest to `middle` at which `slot` touches nothing; if there is none, `middle`.
  fileprivate func freePlace(for slot: Box, near middle: Point, in frame: Box) -> Point {
    let step = max(6, min(slot.width, slot.height) / 2)
    for ring in 0..<Int(frame.width / step) {
      var best: (distance: Double, point: Point)?
      for x in -ring...ring {
        for y in -ring...ring where max(abs(x), abs(y)) == ring {
          let point = middle + Point(Double(x) * step, Double(y) * step)
          let box = slot.moved(by: point)
          guard frame.contains(box), !overlaps(box.grown(by: 3)) else { continue }
          let distance = point.distance(to: middle)
          if distance < best?.distance ?? .infinity { best = (distance, point) }
        }
      }
      if let best { return best.point }
    }
    return middle
  }
}
