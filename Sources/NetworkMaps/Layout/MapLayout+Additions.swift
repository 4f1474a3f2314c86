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
    var taken = SpatialIndex(area: Frame.plot, cell: 40)
    for (id, box) in rooms.sorted(by: { $0.key < $1.key }) {
      if let point = positions[id] { taken.insert(box.scaled(by: 0.6).moved(by: point)) }
    }
    let side = 2 * sizing.minimumRadius
    let slot = Box(centre: .zero, width: side * 1.6, height: side)
    var newcomers = Newcomers(
      roll: roll, slots: Array(repeating: slot, count: roll.entities.count), taken: taken,
      points: roll.entities.map { positions[$0.id] ?? remembered[$0.id] })
    newcomers.place()
    var result = self
    for place in missing {
      result.positions[roll.entities[place].id] = newcomers.points[place]
      result.rooms[roll.entities[place].id] = slot
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
