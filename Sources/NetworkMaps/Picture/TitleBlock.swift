import Graphviz

extension Drawing {
  /// The headline and the line under it.
  mutating func addTitle(_ title: PlainText, subtitle: PlainText, palette: Palette) {
    let width = self.width - 2 * Frame.margin
    let head = TextBlock(title, size: 20, isBold: true, width: width, lineLimit: 1)
    let below = TextBlock(subtitle, size: 11, width: width, lineLimit: 1)
    var y = Frame.title.y
    for (block, colour) in [(head, palette.ink), (below, palette.secondary)] {
      add(
        .bare, at: Point(Frame.title.x + block.width / 2, y + block.height / 2),
        width: block.width, height: block.height,
        label: block.label(colour, alignment: .leading),
        annotation: Annotation(classes: [Identifier("title")]))
      y += block.height
    }
  }

  /// What stands in the place of a network that is empty.
  mutating func addNotice(_ lines: [PlainText], in area: Box, palette: Palette) {
    var y = area.centre.y - 30
    for (number, line) in lines.enumerated() {
      let block = TextBlock(
        line, size: number == 0 ? 16 : 11, width: min(600, area.width), lineLimit: 3)
      addText(
        block.label(number == 0 ? palette.ink : palette.secondary), width: block.width,
        height: block.height, at: Point(area.centre.x, y + block.height / 2))
      y += block.height + 6
    }
  }

  /// An empty picture of the house.
  static func page(
    width: Double = Frame.width, height: Double = Frame.height, title: PlainText,
    description: PlainText, palette: Palette
  ) -> Drawing {
    var drawing = Drawing(width: width, height: height, title: title, description: description)
    drawing.background = palette.paper
    drawing.styleSheet = """
      .label { pointer-events: none }
      .tie:hover * { stroke-opacity: 1; stroke-width: 4px }
      .entity:hover ellipse, .entity:hover path { stroke-width: 3px }
      a { outline: none }
      a:focus-visible * { stroke-opacity: 1; stroke-width: 4px }
      """
    return drawing
  }
}
