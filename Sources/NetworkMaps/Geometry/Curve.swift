import Graphviz

/// One cubic Bézier segment.
struct Curve: Hashable, Sendable {
  var start: Point
  var startControl: Point
  var endControl: Point
  var end: Point

  init(_ start: Point, _ startControl: Point, _ endControl: Point, _ end: Point) {
    self.start = start
    self.startControl = startControl
    self.endControl = endControl
    self.end = end
  }

  /// An arc between two points; its middle lies `bend` to the left of the straight line.
  init(from start: Point, to end: Point, bend: Double) {
    let reach = (end - start) * (1.0 / 3)
    let side = (end - start).unit.normal * (bend * 4 / 3)
    self.init(start, start + reach + side, end - reach + side, end)
  }

  var points: [Point] { [start, startControl, endControl, end] }

  func point(at t: Double) -> Point {
    let s = 1 - t
    return start * (s * s * s) + startControl * (3 * s * s * t) + endControl * (3 * s * t * t)
      + end * (t * t * t)
  }

  func direction(at t: Double) -> Point {
    let s = 1 - t
    return (startControl - start) * (s * s) + (endControl - startControl) * (2 * s * t)
      + (end - endControl) * (t * t)
  }

  /// The part between two parameters (de Casteljau).
  func part(from a: Double, to b: Double) -> Curve {
    let third = (b - a) / 3
    let start = point(at: a)
    let end = point(at: b)
    return Curve(
      start, start + direction(at: a) * (3 * third), end - direction(at: b) * (3 * third), end)
  }

  /// Points along the curve at even parameters, both ends included.
  func samples(_ count: Int) -> [Point] {
    (0...max(count, 1)).map { point(at: Double($0) / Double(max(count, 1))) }
  }

  /// The first parameter from which on the curve is outside of `isInside`, seen from the start.
  func exit(from isInside: (Point) -> Bool) -> Double {
    let steps = 32
    var inside = 0.0
    var outside = 1.0
    for step in 1...steps {
      let t = Double(step) / Double(steps)
      if isInside(point(at: t)) {
        inside = t
      } else {
        outside = t
        break
      }
    }
    for _ in 0..<16 {
      let middle = (inside + outside) / 2
      if isInside(point(at: middle)) { inside = middle } else { outside = middle }
    }
    return outside
  }

  /// The same curve run through backwards.
  var reversed: Curve { Curve(end, endControl, startControl, start) }

  /// The parameter that lies `distance` before the end, as a straight line; 0 on short curves.
  func parameter(beforeEnd distance: Double) -> Double {
    guard distance > 0 else { return 1 }
    let tip = end
    return 1 - reversed.exit { $0.distance(to: tip) < distance }
  }
}
