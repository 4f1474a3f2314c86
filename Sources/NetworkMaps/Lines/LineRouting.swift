import Graphviz

/// The way of a line from outline to outline.
struct Route: Sendable {
  /// Four points of a cubic Bézier curve, without the marks at its ends.
  var path: [Point]
  var startTip: Point?
  var endTip: Point?
  var curve: Curve
}

/// Leads lines between shapes: straight where the way is free, in an arc around what stands in it,
/// parallel ones beside each other.
struct LineRouting {
  /// What a routed line needs to look like.
  struct Ends {
    var start: Arrow
    var end: Arrow
    var arrowSize: Double
  }

  /// The bends to try, relative to the length of the line, by size of the map. Where hundreds of
  /// lines cross, straight ones are easier to follow than arcs.
  static func bends(entityCount: Int) -> [Double] {
    switch entityCount {
    case ...MapLayout.fullyLabelledCount: [0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21, 0.3, -0.3]
    case ...320: [0, 0.06, -0.06, 0.12, -0.12]
    default: [0]
    }
  }

  private let centres: [Point]
  private let shapes: [NodeShape]
  private let obstacles: SpatialIndex
  private let bends: [Double]
  private let frame: Box

  init(centres: [Point], shapes: [NodeShape], bends: [Double], frame: Box = Frame.plot) {
    self.frame = frame
    self.centres = centres
    self.shapes = shapes
    self.bends = bends
    var index = SpatialIndex(area: frame, cell: 40)
    for (centre, shape) in zip(centres, shapes) { index.insert(shape.box(at: centre).grown(by: 2)) }
    obstacles = index
  }

  /// Routes for all lines of one pair, in the order given; each runs from `first` to `second`.
  func routes(from first: Int, to second: Int, lines: [Ends]) -> [Route?] {
    guard first != second else { return loops(at: first, lines: lines) }
    let a = centres[first]
    let b = centres[second]
    let distance = a.distance(to: b)
    let normal = (b - a).unit.normal
    let reach = min(breadth(first, along: normal), breadth(second, along: normal)) * 0.7
    let spacing = lines.count > 1 ? min(9, 2 * reach / Double(lines.count - 1)) : 0
    let offsets = lines.indices.map { (Double($0) - Double(lines.count - 1) / 2) * spacing }
    let base = bend(from: first, to: second, distance: distance, halfWidth: offsets.last ?? 0)
    return zip(lines, offsets).map { ends, offset in
      // Lines part a little more in the middle than at the shapes.
      let curve = Curve(
        from: a + normal * offset, to: b + normal * offset,
        bend: base + offset * min(0.9, distance / 250))
      return clipped(curve, from: first, to: second, ends: ends)
    }
  }

  private func breadth(_ node: Int, along direction: Point) -> Double {
    (abs(direction.x) * shapes[node].width + abs(direction.y) * shapes[node].height) / 2
  }

  /// The bend of the arc that touches the fewest other shapes; of equal ones, the flattest.
  private func bend(from first: Int, to second: Int, distance: Double, halfWidth: Double) -> Double
  {
    guard bends.count > 1 else { return bends.first ?? 0 }
    var best: (cost: Double, bend: Double) = (.infinity, 0)
    for share in bends {
      let bend = share * distance
      let cost =
        hits(
          Curve(from: centres[first], to: centres[second], bend: bend), ignoring: first, second,
          halfWidth: halfWidth) + abs(share) * 2
      if cost < best.cost - 1e-9 { best = (cost, bend) }
      if best.cost == 0 { break }
    }
    return best.bend
  }

  private func hits(
    _ curve: Curve, ignoring first: Int, _ second: Int, halfWidth: Double
  ) -> Double {
    let points = curve.samples(16)
    var met: Set<Int> = []
    var outside = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let area = Box(
        left: min(from.x, to.x), top: min(from.y, to.y), right: max(from.x, to.x),
        bottom: max(from.y, to.y)
      ).grown(by: halfWidth + 2)
      if !frame.contains(to) { outside += 0.5 }
      obstacles.visit(near: area) { number in
        if number != first && number != second && !met.contains(number)
          && obstacles.boxes[number].grown(by: halfWidth).meets(from: from, to: to)
        {
          met.insert(number)
        }
        return true
      }
    }
    return Double(met.count) + outside
  }

  private func clipped(_ curve: Curve, from first: Int, to second: Int, ends: Ends) -> Route? {
    let leave = curve.exit { shapes[first].contains($0 - centres[first], margin: 1.5) }
    let arrive =
      1
      - curve.reversed.exit {
        shapes[second].contains($0 - centres[second], margin: 1.5)
      }
    guard leave < arrive - 0.001 else { return nil }
    return marked(curve.part(from: leave, to: arrive), ends: ends)
  }

  /// Takes the room of the marks off both ends, at most a third of the line for each.
  private func marked(_ visible: Curve, ends: Ends) -> Route {
    let room = visible.start.distance(to: visible.end) / 3
    let startLength = min(ends.start.length * ends.arrowSize, room)
    let endLength = min(ends.end.length * ends.arrowSize, room)
    let from = startLength > 0 ? 1 - visible.reversed.parameter(beforeEnd: startLength) : 0
    let to = endLength > 0 ? visible.parameter(beforeEnd: endLength) : 1
    let line = visible.part(from: from, to: max(to, from + 0.01))
    return Route(
      path: line.points, startTip: ends.start == .none ? nil : visible.start,
      endTip: ends.end == .none ? nil : visible.end, curve: visible)
  }

  /// What an entity does to itself leaves at the top and comes back on the right.
  private func loops(at node: Int, lines: [Ends]) -> [Route?] {
    lines.enumerated().map { number, ends in
      let shape = shapes[node]
      let size = 16 + 9 * Double(number)
      let top = centres[node] + Point(shape.width * 0.12, -shape.height / 2 - 1)
      let side = centres[node] + Point(shape.width / 2 + 1.5, -shape.height * 0.1)
      return marked(
        Curve(top, top + Point(4, -size * 1.5), side + Point(size * 1.5, -4), side), ends: ends)
    }
  }
}
