import Graphviz

/// Points as vectors.
extension Point {
  static let zero = Point(0, 0)

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }
  static func += (a: inout Point, b: Point) { a = a + b }
  static func -= (a: inout Point, b: Point) { a = a - b }

  var length: Double { (x * x + y * y).squareRoot() }

  /// Turned a quarter to the left as seen on the canvas.
  var normal: Point { Point(y, -x) }

  /// The same direction with length 1; to the right where there is no direction.
  var unit: Point {
    let length = length
    return length > 1e-9 ? self * (1 / length) : Point(1, 0)
  }

  func distance(to other: Point) -> Double { (self - other).length }
}
