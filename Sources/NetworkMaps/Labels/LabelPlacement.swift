import Graphviz

/// Finds places for names, the most central first: beside their shape where there is room, else a
/// little smaller, else further off with a thin line that leads to it. No name covers another one
/// or a shape.
struct LabelPlacement {
  /// Where a name found its place.
  struct Spot {
    /// Which of the sizes that were offered it has.
    var choice: Int
    var centre: Point
    /// From the shape to the name, where it stands further off.
    var leader: (from: Point, to: Point)?
  }

  private var taken: SpatialIndex
  private var dots: SpatialIndex
  private var lines: SpatialIndex
  private var segments: [(from: Point, to: Point)] = []
  private let frame: Box
  /// How far off names may stand; where there are too many shapes, such lines only confuse.
  private let distances: [Double]

  /// Shapes smaller than this may be covered where nothing else is possible: among thousands of
  /// dots no name would find a place.
  private static let dotSize = 7.0

  init(shapes: [Box], routes: [Curve], frame: Box) {
    self.frame = frame
    distances = shapes.count <= 400 ? [7, 13, 20, 29, 40, 54, 70, 90, 115] : []
    taken = SpatialIndex(area: frame, cell: 40)
    dots = SpatialIndex(area: frame, cell: 40)
    for box in shapes {
      if box.height < Self.dotSize && distances.isEmpty {
        dots.insert(box)
      } else {
        taken.insert(box)
      }
    }
    lines = SpatialIndex(area: frame, cell: 40)
    // Beyond some thousand lines every place is crossed, and asking only costs time.
    for curve in routes where routes.count <= 3_000 {
      let points = curve.samples(6)
      for (from, to) in zip(points, points.dropFirst()) {
        segments.append((from, to))
        lines.insert(Box(from, to))
      }
    }
  }

  /// Takes a place for one of some sizes, of which the first are the better ones.
  mutating func place(_ sizes: [(width: Double, height: Double)], beside shape: Box) -> Spot? {
    guard let spot = spotBeside(sizes, shape) ?? spotFurtherOff(sizes, shape) else { return nil }
    let size = sizes[spot.choice]
    taken.insert(Box(centre: spot.centre, width: size.width + 2, height: size.height))
    if let leader = spot.leader {
      let steps = max(1, Int(leader.from.distance(to: leader.to) / 4))
      for step in 0...steps {
        let point = leader.from + (leader.to - leader.from) * (Double(step) / Double(steps))
        taken.insert(Box(centre: point, width: 2, height: 2))
      }
    }
    return spot
  }

  private func spotBeside(_ sizes: [(width: Double, height: Double)], _ shape: Box) -> Spot? {
    let gap = 2.0
    let slant = 0.72
    for (choice, size) in sizes.enumerated() {
      let x = shape.width / 2 + size.width / 2 + gap + 1
      let y = shape.height / 2 + size.height / 2 + gap
      let (slantX, slantY) = (x * slant + 2, y * slant + 2)
      let offsets = [
        Point(0, y), Point(0, -y), Point(x, 0), Point(-x, 0), Point(slantX, slantY),
        Point(-slantX, slantY), Point(slantX, -slantY), Point(-slantX, -slantY),
      ]
      var best: (cost: Double, centre: Point)?
      for (preference, offset) in offsets.enumerated() {
        let centre = shape.centre + offset
        guard let box = freeBox(size, at: centre) else { continue }
        let cost =
          Double(preference) * 0.4 + Double(min(crossings(box), 12))
          + Double(coveredDots(box)) * 2
        if cost < best?.cost ?? .infinity { best = (cost, centre) }
        if preference == 0 && cost == 0 { break }
      }
      if let best { return Spot(choice: choice, centre: best.centre) }
    }
    return nil
  }

  private func spotFurtherOff(_ sizes: [(width: Double, height: Double)], _ shape: Box) -> Spot? {
    for distance in distances {
      for (choice, size) in sizes.enumerated() {
        var best: (cost: Double, spot: Spot)?
        for direction in Self.directions {
          let x = (shape.width / 2 + size.width / 2 + distance) / abs(direction.x)
          let y = (shape.height / 2 + size.height / 2 + distance) / abs(direction.y)
          let centre = shape.centre + direction * min(x, y)
          guard let box = freeBox(size, at: centre) else { continue }
          let leader = (
            from: shape.rim(towards: centre), to: box.grown(by: 1).nearest(to: shape.centre)
          )
          guard isFree(leader, besides: shape) else { continue }
          let cost =
            Double(min(crossings(box), 12)) + leader.from.distance(to: leader.to) * 0.15
          if cost < best?.cost ?? .infinity {
            best = (cost, Spot(choice: choice, centre: centre, leader: leader))
          }
        }
        if let best { return best.spot }
      }
    }
    return nil
  }

  private func freeBox(_ size: (width: Double, height: Double), at centre: Point) -> Box? {
    let box = Box(centre: centre, width: size.width + 2, height: size.height)
    return frame.contains(box) && !taken.overlaps(box) ? box : nil
  }

  private func isFree(_ leader: (from: Point, to: Point), besides shape: Box) -> Bool {
    var isFree = true
    taken.visit(near: Box(leader.from, leader.to)) { number in
      let box = taken.boxes[number]
      if box != shape && box.meets(from: leader.from, to: leader.to) { isFree = false }
      return isFree
    }
    return isFree
  }

  /// Sixteen, none of them upright or level; as literals for the same digits everywhere.
  private static let directions: [Point] = [0.980785, 0.831470, 0.555570, 0.195090].flatMap {
    let other = (1 - $0 * $0).squareRoot()
    return [Point($0, other), Point(-$0, other), Point($0, -other), Point(-$0, -other)]
  }

  private func coveredDots(_ box: Box) -> Int {
    var seen: Set<Int> = []
    dots.visit(near: box) { number in
      if dots.boxes[number].overlaps(box) { seen.insert(number) }
      return true
    }
    return seen.count
  }

  private func crossings(_ box: Box) -> Int {
    var seen: Set<Int> = []
    lines.visit(near: box) { number in
      if !seen.contains(number), box.meets(from: segments[number].from, to: segments[number].to) {
        seen.insert(number)
      }
      return seen.count < 12
    }
    return seen.count
  }
}

extension Box {
  /// The point of the rectangle that is nearest to another.
  fileprivate func nearest(to point: Point) -> Point {
    Point(min(max(point.x, left), right), min(max(point.y, top), bottom))
  }

  /// Where the ellipse within the rectangle is left on the way to a point outside.
  fileprivate func rim(towards point: Point) -> Point {
    let offset = point - centre
    let across = offset.x / (width / 2)
    let along = offset.y / (height / 2)
    return centre + offset * (1 / max((across * across + along * along).squareRoot(), 1e-9))
  }
}
