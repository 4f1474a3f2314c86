import Graphviz

/// The part of the canvas that the places of a layout are brought to.
struct Viewport: Sendable {
  let frame: Box
  /// The size of what is drawn in it, relative to a map that fills the page.
  let scale: Double

  /// A map that fills the page.
  static let page = Viewport(frame: Frame.plot, scale: 1)

  /// A smaller picture of the same proportions, from its upper left corner.
  static func panel(at corner: Point, width: Double) -> Viewport {
    let scale = width / Frame.plot.width
    return Viewport(
      frame: Box(corner, corner + Point(width, Frame.plot.height * scale)), scale: scale)
  }

  /// Where a place of the layout comes to stand.
  func place(_ point: Point) -> Point {
    Point(frame.left, frame.top) + (point - Point(Frame.plot.left, Frame.plot.top)) * scale
  }

  /// The size of pens and marks: they shrink less than distances, to be seen.
  var unit: Double { scale.squareRoot() }
}
