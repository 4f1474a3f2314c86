/// A finished picture as plain values: shapes, lines and text, all in their final places.
///
/// Graphviz only draws it. Every attribute it is given comes from a typed value within a safe
/// range, each mark carries its own position, and no layout or routing takes place: so the inputs
/// that make the library crash, hang or write broken files cannot be expressed.
public struct Drawing: Sendable {
  /// The outline of a shape.
  public enum Outline: Hashable, Sendable {
    case ellipse, roundedBox, doubleEllipse
    /// A label alone.
    case bare
  }

  /// A shape, a text or both.
  struct Shape: Sendable {
    var outline: Outline
    var centre: Point
    var width: Double
    var height: Double
    var fill: Colour?
    var pen: Pen?
    var label: Label?
    var annotation: Annotation
  }

  /// A smooth line with a mark at either end.
  struct Line: Sendable {
    var path: [Point]
    var pen: Pen
    var start: Arrow
    var end: Arrow
    var startTip: Point?
    var endTip: Point?
    var arrowSize: Double
    var annotation: Annotation
  }

  /// The canvas in points.
  public let width: Double
  /// The canvas in points.
  public let height: Double
  /// The colour of the paper.
  public var background = Colour(0xFFFFFF)
  /// What the picture is called.
  public var title: PlainText
  /// What the picture shows, for those who cannot see it.
  public var description: PlainText
  /// Rules for SVG only: a literal of the program, never text of a user.
  public var styleSheet: StaticString = ""

  private(set) var shapes: [Shape] = []
  private(set) var lines: [Line] = []
  /// For each id how many marks asked for it.
  private var takenIdentifiers: [Identifier: Int] = [:]

  /// An empty canvas; sides are brought to 10...14,400 points, the largest page of a PDF.
  public init(width: Double, height: Double, title: PlainText, description: PlainText) {
    self.width = width.clamped(to: 10...14_400)
    self.height = height.clamped(to: 10...14_400)
    self.title = title
    self.description = description
  }

  /// Adds a shape; later shapes cover earlier ones, and all of them cover the lines.
  public mutating func add(
    _ outline: Outline, at centre: Point, width: Double, height: Double, fill: Colour? = nil,
    pen: Pen? = nil, label: Label? = nil, annotation: Annotation = Annotation()
  ) {
    shapes.append(
      Shape(
        outline: outline, centre: nearby(centre), width: width.clamped(to: 0.1...2 * self.width),
        height: height.clamped(to: 0.1...2 * self.height), fill: fill, pen: pen, label: label,
        annotation: unique(annotation)))
  }

  /// Adds a line along cubic Bézier segments: 4, 7, 10... points.
  ///
  /// With a mark at an end, `startTip` and `endTip` say where it points to; the path ends where
  /// the mark begins. Points beyond a whole number of segments are left out, and a path without
  /// one segment is not drawn.
  public mutating func add(
    line path: [Point], pen: Pen, start: Arrow = .none, end: Arrow = .none, startTip: Point? = nil,
    endTip: Point? = nil, arrowSize: Double = 1, annotation: Annotation = Annotation()
  ) {
    guard path.count >= 4 else { return }
    lines.append(
      Line(
        path: path.prefix((path.count - 1) / 3 * 3 + 1).map(nearby), pen: pen,
        start: startTip == nil ? .none : start, end: endTip == nil ? .none : end,
        startTip: startTip.map(nearby), endTip: endTip.map(nearby),
        arrowSize: arrowSize.clamped(to: 0.1...10),
        annotation: unique(annotation)))
  }

  /// The point on the canvas or not far from it: the millions of dots of a dotted line from far
  /// away would keep a bitmap busy for minutes.
  private func nearby(_ point: Point) -> Point {
    Point(point.x.clamped(to: -width...2 * width), point.y.clamped(to: -height...2 * height))
  }

  private mutating func unique(_ annotation: Annotation) -> Annotation {
    guard let wished = annotation.identifier else { return annotation }
    var result = annotation
    while let identifier = result.identifier, let count = takenIdentifiers[identifier] {
      takenIdentifiers[identifier] = count + 1
      result.identifier = Identifier(wished, number: count + 1)
    }
    if let identifier = result.identifier { takenIdentifiers[identifier] = 1 }
    return result
  }
}
