import Graphviz

/// Finds places for names beside their shapes, the most central first. A name that would cover
/// another one or a shape is left out: the tooltip still has it.
struct LabelPlacement {
  private var taken: SpatialIndex
  private var dots: SpatialIndex
  private var lines: SpatialIndex
  private var segments: [(from: Point, to: Point)] = []
  private let frame: Box

  /// Shapes smaller than this may be covered where nothing else is possible: among thousands of
  /// dots no name would find a place.
  private static let dotSize = 7.0

  init(shapes: [Box], routes: [Curve], frame: Box) {
    self.frame = frame
    taken = SpatialIndex(area: frame, cell: 40)
    dots = SpatialIndex(area: frame, cell: 40)
    for box in shapes {
      if box.height < Self.dotSize { dots.insert(box) } else { taken.insert(box) }
    }
    lines = SpatialIndex(area: frame, cell: 40)
    // Beyond some thousand lines every place is crossed, and asking only costs time.
    for curve in routes where routes.count <= 3_000 {
      let points = curve.samples(6)
      for (from, to) in zip(points, points.dropFirst()) {
        segments.append((from, to))
        lines.insert(
          Box(
            left: min(from.x, to.x), top: min(from.y, to.y), right: max(from.x, to.x),
            bottom: max(from.y, to.y)))
      }
    }
  }

  /// The name as it is set beside a shape; `share` is its score relative to the highest.
  static func block(_ name: PlainText, share: Double, isDense: Bool) -> TextBlock {
    let size = (isDense ? 8.5 : 9.5) + 3 * max(0, min(share, 1)).squareRoot()
    return TextBlock(name, size: (size * 4).rounded() / 4, width: 11 * size, lineLimit: 3)
  }

  /// Takes room that a label may not have.
  mutating func block(_ box: Box) { taken.insert(box) }

  /// The centre of a box of `width` and `height` beside `shape`, which is then taken.
  mutating func place(width: Double, height: Double, beside shape: Box) -> Point? {
    let gap = 2.0
    let across = shape.width / 2 + width / 2 + gap + 1
    let along = shape.height / 2 + height / 2 + gap
    let slant = 0.72
    let offsets = [
      Point(0, along), Point(0, -along), Point(across, 0), Point(-across, 0),
      Point(across * slant + 2, along * slant + 2), Point(-across * slant - 2, along * slant + 2),
      Point(across * slant + 2, -along * slant - 2), Point(-across * slant - 2, -along * slant - 2),
    ]
    var best: (cost: Double, centre: Point)?
    for (preference, offset) in offsets.enumerated() {
      let centre = shape.centre + offset
      let box = Box(centre: centre, width: width + 2, height: height)
      guard frame.contains(box), !taken.overlaps(box) else { continue }
      let cost =
        Double(preference) * 0.4 + Double(min(crossings(box), 12))
        + Double(coveredDots(box)) * 2
      if cost < best?.cost ?? .infinity { best = (cost, centre) }
      if preference == 0 && cost == 0 { break }
    }
    guard let best else { return nil }
    taken.insert(Box(centre: best.centre, width: width + 2, height: height))
    return best.centre
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
