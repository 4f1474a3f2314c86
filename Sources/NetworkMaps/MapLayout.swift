import Graphviz
import PartnerModel
import PartnerNetwork

/// Where entities stand in all pictures of one body of evidence.
///
/// Made once, of the network of all periods, and given to every map and diff of it: so an entity
/// keeps its place, and the canvas its size. The same network gives the same places.
public struct MapLayout: Sendable {
  /// The places on the canvas of 1200 × 900 points.
  public internal(set) var positions: [EntityID: Point]
  /// The largest box that an entity may take, around its position.
  var rooms: [EntityID: Box]
  /// The places of who does not occur, kept from earlier maps.
  public let remembered: [EntityID: Point]
  let sizing: NodeSizing

  /// Where places can be, in points from the left edge of the canvas.
  public static let across = Frame.plot.left...Frame.plot.right
  /// Where places can be, in points from its upper edge.
  public static let down = Frame.plot.top...Frame.plot.bottom

  /// The layout of a network, best of the whole evidence.
  ///
  /// - Parameters:
  ///   - scores: centralities for which to leave room; empty for strengths.
  ///   - communities: blocs whose members to keep together; empty for none.
  ///
  /// Complexity: O(n² + nm) up to 900 entities, O(n + m) times a constant beyond.
  public init(
    _ network: Network, scores: [EntityID: Double] = [:], communities: [EntityID: Int] = [:]
  ) {
    self.init(of: [network], scores: scores, communities: communities)
  }

  /// The common layout of several networks: for a diff of two files, or a series without a whole.
  public init(
    of networks: [Network], scores: [EntityID: Double] = [:], communities: [EntityID: Int] = [:]
  ) {
    self.init(of: networks, scores: scores, communities: communities, effort: nil)
  }

  /// The layout that keeps places of earlier ones, with places for who is new near their partners.
  ///
  /// - Parameter places: where entities stand, on the canvas; who of them does not occur keeps the
  ///   place for when they do. Where nobody of them occurs, everybody's place is found anew.
  public init(
    of networks: [Network], keeping places: [EntityID: Point],
    scores: [EntityID: Double] = [:], communities: [EntityID: Int] = [:]
  ) {
    let fittings = Fittings(networks, scores: scores)
    let entities = fittings.roll.entities
    var points = entities.map { places[$0.id] }
    if points.allSatisfy({ $0 == nil }) {
      points = fittings.arrangement(communities: communities, effort: nil).best().positions
    }
    let occurring = Set(entities.map(\.id))
    let remembered = places.filter { !occurring.contains($0.key) }
    if points.contains(where: { $0 == nil }) {
      var taken = SpatialIndex(area: Frame.plot, cell: 40)
      for (point, slot) in zip(points, fittings.slots) {
        if let point { taken.insert(slot.moved(by: point).grown(by: 4)) }
      }
      let side = 2 * fittings.sizing.minimumRadius
      for (_, point) in remembered.sorted(by: { $0.key < $1.key }) {
        taken.insert(Box(centre: point, width: side, height: side))
      }
      var newcomers = Newcomers(
        roll: fittings.roll, slots: fittings.slots, taken: taken, points: points)
      newcomers.place()
      points = newcomers.points
    }
    // What is drawn the first time is what the file will say the next time.
    let rounded = points.map { point in
      let point = point ?? Frame.plot.centre
      return Point((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
    }
    self.init(fittings, points: rounded, slots: fittings.slots, remembered: remembered)
  }

  /// The layout with another effort than what suits the size of the network.
  init(
    of networks: [Network], scores: [EntityID: Double] = [:], communities: [EntityID: Int] = [:],
    effort: SearchEffort?
  ) {
    let fittings = Fittings(networks, scores: scores)
    let (points, shrinkage) = fittings.arrangement(communities: communities, effort: effort).best()
    self.init(
      fittings, points: points, slots: fittings.slots.map { $0.scaled(by: shrinkage) },
      remembered: [:])
  }

  private init(
    _ fittings: Fittings, points: [Point], slots: [Box], remembered: [EntityID: Point]
  ) {
    let rooms = Self.rooms(around: points, slots: slots)
    self.sizing = fittings.sizing
    self.remembered = remembered
    self.positions = [:]
    self.rooms = [:]
    for (place, entity) in fittings.roll.entities.enumerated() {
      positions[entity.id] = points[place]
      self.rooms[entity.id] = rooms[place]
    }
  }

  /// Who is to be placed, and how much room they take.
  private struct Fittings {
    let roll: Roll
    let sizing: NodeSizing
    let slots: [Box]

    init(_ networks: [Network], scores: [EntityID: Double]) {
      roll = Roll(of: networks)
      let entities = roll.entities
      let values = Scores(of: entities.map(\.id), given: scores, strengths: roll.strengths)
      let sizing = NodeSizing(values)
      self.sizing = sizing
      slots = entities.indices.map { place in
        MapLayout.slot(
          entities[place], sizing: sizing,
          radius: sizing.radius(score: values.values[place], maximum: values.maximum),
          withLabel: entities.count <= MapLayout.fullyLabelledCount)
      }
    }

    func arrangement(communities: [EntityID: Int], effort: SearchEffort?) -> Arrangement {
      let graph = LayoutGraph(
        seeds: roll.entities.map { stableHash($0.id.rawValue) },
        edges: roll.pairs.map { LayoutGraph.Edge(a: $0.first, b: $0.second, weight: $0.weight) },
        communities: roll.entities.map { communities[$0.id] ?? -1 })
      return Arrangement(
        graph: graph, slots: slots, frame: Frame.plot,
        effort: effort
          ?? SearchEffort(vertexCount: graph.vertexCount, edgeCount: graph.edges.count))
    }
  }

  /// Up to so many entities each one has its name on the map.
  static let fullyLabelledCount = 60

  /// The box that a shape and, where it stands outside, its name take up around the position.
  private static func slot(
    _ entity: Entity, sizing: NodeSizing, radius: Double, withLabel: Bool
  ) -> Box {
    let name = entity.shownName
    let shape = NodeShape(kind: entity.kind, radius: radius, name: name)
    var box = shape.box(at: .zero)
    if withLabel && shape.label == nil {
      let block = LabelStyle.sparse.block(name, share: 0.3)
      box.left = min(box.left, -block.width / 2)
      box.right = max(box.right, block.width / 2)
      box.bottom += block.height + 2
    }
    return box
  }

  /// The slots grown evenly until they nearly touch, at most 2.2 times: room for periods in which
  /// an entity matters more than over all.
  private static func rooms(around points: [Point], slots: [Box]) -> [Box] {
    let most = 2.2
    let gap = 3.0
    var index = SpatialIndex(area: Frame.plot, cell: 30)
    for (point, slot) in zip(points, slots) {
      index.insert(slot.scaled(by: most).moved(by: point))
    }
    return points.indices.map { a in
      var factor = most
      let slot = slots[a]
      let point = points[a]
      index.visit(near: index.boxes[a]) { b in
        guard b != a else { return true }
        let other = slots[b]
        let offset = points[b] - point
        let across =
          offset.x > 0
          ? (offset.x - gap) / (slot.right - other.left)
          : (-offset.x - gap) / (other.right - slot.left)
        let along =
          offset.y > 0
          ? (offset.y - gap) / (slot.bottom - other.top)
          : (-offset.y - gap) / (other.bottom - slot.top)
        factor = min(factor, max(across, along))
        return true
      }
      let frame = Frame.plot
      for (space, reach) in [
        (point.x - frame.left, -slot.left), (frame.right - point.x, slot.right),
        (point.y - frame.top, -slot.top), (frame.bottom - point.y, slot.bottom),
      ] where reach > 0 { factor = min(factor, space / reach) }
      return slot.scaled(by: max(factor, 0.1))
    }
  }
}

extension Box {
  /// Scaled about the origin.
  func scaled(by factor: Double) -> Box {
    Box(left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor)
  }
}

extension Entity {
  /// The name as it may be shown: clean, and never empty.
  var shownName: PlainText {
    for text in [name, id.rawValue] {
      let clean = PlainText(text, limit: 80)
      if !clean.isEmpty { return clean }
    }
    return "unnamed"
  }
}
