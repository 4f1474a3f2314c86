import Graphviz

/// An upright rectangle.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The rectangle of which two points are corners.
  init(_ a: Point, _ b: Point) {
    self.init(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
  }

  init(centre: Point, width: Double, height: Double) {
    self.init(
      left: centre.x - width / 2, top: centre.y - height / 2, right: centre.x + width / 2,
      bottom: centre.y + height / 2)
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: Point { Point((left + right) / 2, (top + bottom) / 2) }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func moved(by offset: Point) -> Box {
    Box(
      left: left + offset.x, top: top + offset.y, right: right + offset.x,
      bottom: bottom + offset.y)
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether the straight line between two points touches the rectangle (Liang and Barsky).
  func meets(from a: Point, to b: Point) -> Bool {
    if a.x < left && b.x < left || a.x > right && b.x > right { return false }
    if a.y < top && b.y < top || a.y > bottom && b.y > bottom { return false }
    var entering = 0.0
    var leaving = 1.0
    func clip(_ step: Double, _ distance: Double) -> Bool {
      if step == 0 { return distance >= 0 }
      let t = distance / step
      if step < 0 { entering = max(entering, t) } else { leaving = min(leaving, t) }
      return entering <= leaving
    }
    return clip(a.x - b.x, a.x - left) && clip(b.x - a.x, right - a.x)
      && clip(a.y - b.y, a.y - top) && clip(b.y - a.y, bottom - a.y)
  }
}
