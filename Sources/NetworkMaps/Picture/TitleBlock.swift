import Graphviz

extension Drawing {
  /// The headline and the line under it.
  mutating func addTitle(_ title: PlainText, subtitle: PlainText) {
    let width = Frame.width - 2 * Frame.margin
    let head = TextBlock(title, size: 20, isBold: true, width: width, lineLimit: 1)
    let below = TextBlock(subtitle, size: 11, width: width, lineLimit: 1)
    var y = Frame.title.y
    for (block, colour) in [(head, Palette.ink), (below, Palette.secondary)] {
      add(
        .bare, at: Point(Frame.title.x + block.width / 2, y + block.height / 2),
        width: block.width, height: block.height,
        label: block.label(colour, alignment: .leading),
        annotation: Annotation(classes: [Identifier("title")]))
      y += block.height
    }
  }

  /// What stands in the place of a network that is empty.
  mutating func addNotice(_ lines: [PlainText]) {
    var y = Frame.plot.centre.y - 30
    for (number, line) in lines.enumerated() {
      let block = TextBlock(line, size: number == 0 ? 16 : 11, width: 600, lineLimit: 3)
      addText(
        block.label(number == 0 ? Palette.ink : Palette.secondary), width: block.width,
        height: block.height, at: Point(Frame.plot.centre.x, y + block.height / 2))
      y += block.height + 6
    }
  }

  /// An empty picture of the house.
  static func page(title: PlainText, description: PlainText) -> Drawing {
    var drawing = Drawing(
      width: Frame.width, height: Frame.height, title: title, description: description)
    drawing.styleSheet = """
      .halo text { paint-order: stroke; stroke: #fff; stroke-width: 2.6px; \
      stroke-linejoin: round }
      .label { pointer-events: none }
      .tie:hover * { stroke-opacity: 1; stroke-width: 4px }
      .entity:hover > :first-of-type { stroke-width: 3px }
      """
    return drawing
  }
}
