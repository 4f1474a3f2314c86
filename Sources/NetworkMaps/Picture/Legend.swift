import Graphviz
import PartnerModel

/// The column on the right that explains the marks; it holds only what occurs.
struct Legend {
  let palette: Palette
  private let area: Box
  private var y: Double
  private let fontSize = 9.5

  /// A legend from the top of an area.
  init(_ palette: Palette, in area: Box = Frame.legend) {
    self.palette = palette
    self.area = area
    y = area.top
  }

  private var left: Double { area.left }
  private var textLeft: Double { area.left + 38 }
  private var textWidth: Double { area.right - textLeft }

  mutating func heading(_ text: PlainText, on drawing: inout Drawing) {
    y += y > area.top ? 12 : 0
    let block = TextBlock(
      text, size: 10.5, isBold: true, width: area.width, lineLimit: 1)
    leading(block, colour: palette.ink, x: left, on: &drawing)
    y += 3
  }

  /// Small print over the whole width.
  mutating func note(_ text: PlainText, on drawing: inout Drawing) {
    let block = TextBlock(text, size: 8.5, width: area.width, lineLimit: 5)
    guard y + block.height <= area.bottom else { return }
    leading(block, colour: palette.secondary, x: left, on: &drawing)
    y += 3
  }

  mutating func shape(
    _ outline: Drawing.Outline, isWide: Bool = false, fill: Colour? = nil, pen: Pen? = nil,
    text: PlainText, on drawing: inout Drawing
  ) {
    let neutral = palette.neutral
    row(height: 18, text: text, on: &drawing) { centre, drawing in
      let width = outline == .ellipse && !isWide ? 15.0 : 26
      drawing.add(
        outline, at: centre, width: width, height: 15, fill: fill ?? neutral.fill,
        pen: pen ?? Pen(neutral.stroke, width: 1.2))
    }
  }

  mutating func line(
    _ pen: Pen, start: Arrow = .none, end: Arrow = .none, arrowSize: Double = 0.8,
    text: PlainText, height: Double = 16, on drawing: inout Drawing
  ) {
    row(height: height, text: text, on: &drawing) { centre, drawing in
      let from = centre - Point(15, 0)
      let to = centre + Point(15, 0)
      let a = from + Point(start.length * arrowSize, 0)
      let b = to - Point(end.length * arrowSize, 0)
      drawing.add(
        line: [a, a + (b - a) * (1.0 / 3), a + (b - a) * (2.0 / 3), b], pen: pen, start: start,
        end: end, startTip: from, endTip: to, arrowSize: arrowSize)
    }
  }

  /// Circles of some scores, standing on one line within each other.
  mutating func circles(_ samples: [(radius: Double, text: PlainText)], on drawing: inout Drawing) {
    guard let largest = samples.map(\.radius).max() else { return }
    let bottom = y + 2 * largest + 2
    let x = left + 46
    let ordered = samples.sorted { $0.radius > $1.radius }
    var last = -Double.infinity
    for (radius, text) in ordered {
      drawing.add(
        .ellipse, at: Point(x, bottom - radius), width: 2 * radius, height: 2 * radius,
        pen: Pen(palette.neutral.stroke, width: 0.9))
      // The names keep apart even where circles nearly coincide.
      let top = max(bottom - 2 * radius, last + 11)
      last = top
      let block = TextBlock(text, size: fontSize, width: textWidth - 62, lineLimit: 1)
      drawing.add(
        line: straight(Point(x, bottom - 2 * radius), Point(x + 52, top)),
        pen: Pen(palette.neutral.stroke, width: 0.5))
      drawing.add(
        .bare, at: Point(x + 56 + block.width / 2, top), width: block.width, height: block.height,
        label: block.label(palette.ink, alignment: .leading))
    }
    y = max(bottom, last + 6) + 4
  }

  private func straight(_ a: Point, _ b: Point) -> [Point] {
    [a, a + (b - a) * (1.0 / 3), a + (b - a) * (2.0 / 3), b]
  }

  private mutating func row(
    height: Double, text: PlainText, on drawing: inout Drawing,
    symbol: (Point, inout Drawing) -> Void
  ) {
    let block = TextBlock(text, size: fontSize, width: textWidth, lineLimit: 2)
    let taken = max(height, block.height + 3)
    guard y + taken <= area.bottom else { return }
    symbol(Point(left + 16, y + taken / 2), &drawing)
    drawing.add(
      .bare, at: Point(textLeft + block.width / 2, y + taken / 2), width: block.width,
      height: block.height, label: block.label(palette.ink, alignment: .leading))
    y += taken
  }

  private mutating func leading(
    _ block: TextBlock, colour: Colour, x: Double, on drawing: inout Drawing
  ) {
    drawing.add(
      .bare, at: Point(x + block.width / 2, y + block.height / 2), width: block.width,
      height: block.height, label: block.label(colour, alignment: .leading))
    y += block.height
  }
}
