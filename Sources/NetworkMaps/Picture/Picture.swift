import Graphviz
import PartnerModel

/// A small word under a name: "new", "▲ 5".
struct Caption: Hashable, Sendable {
  var text: PlainText
  var colour: Colour

  static let size = 8.5
  var height: Double { Self.size * 1.15 }
  var width: Double { AdvanceWidths.width(of: text, size: Self.size, isBold: true) }
}

/// An entity ready to be drawn.
struct PictureNode: Sendable {
  var centre: Point
  var shape: NodeShape
  var name: PlainText
  var fill: Colour
  var pen: Pen
  /// Its score relative to the highest, which orders drawing and naming.
  var share: Double
  var caption: Caption?
  var annotation: Annotation
}

/// A line ready to be routed, between two nodes of the picture.
struct PictureLine: Sendable {
  var first: Int
  var second: Int
  var pen: Pen
  var start: Arrow
  var end: Arrow
  var arrowSize: Double
  var annotation: Annotation
}

/// Nodes and lines on the canvas: what maps and diff maps have in common.
struct Picture {
  var nodes: [PictureNode]
  /// Lines of one pair stand next to each other.
  var lines: [PictureLine]
  var labelCount: Int
  let labelStyle: LabelStyle
  let palette: Palette
  /// The part of the canvas that it fills.
  let frame: Box
  /// How many names found no place, of those that were to be shown.
  private(set) var hiddenLabelCount = 0

  /// Whether people are told by two rims; very small ones have no room for them.
  var hasTwoRims: Bool { nodes.contains { $0.shape.outline == .doubleEllipse } }

  init(
    nodes: [PictureNode], lines: [PictureLine], labelCount: Int, palette: Palette,
    frame: Box = Frame.plot, labelStyle: LabelStyle? = nil
  ) {
    self.nodes = nodes
    self.lines = lines
    self.labelCount = labelCount
    self.palette = palette
    self.frame = frame
    self.labelStyle =
      labelStyle ?? (nodes.count > MapLayout.fullyLabelledCount ? .dense : .sparse)
  }

  /// Draws lines, then shapes, the least central first, then names.
  mutating func draw(on drawing: inout Drawing) {
    let curves = drawLines(on: &drawing)
    var placement = LabelPlacement(
      shapes: nodes.map { $0.shape.box(at: $0.centre) }, routes: curves,
      frame: frame.grown(by: labelStyle == .panel ? 2 : 8))
    let order = nodes.indices.sorted { (nodes[$1].share, $0) < (nodes[$0].share, $1) }
    var isNamed = [Bool](repeating: false, count: nodes.count)
    for node in order.prefix(labelCount) { isNamed[node] = true }
    for node in order.reversed() {
      drawShape(nodes[node], isNamed: isNamed[node], on: &drawing)
    }
    for node in order where isNamed[node] || (nodes[node].caption != nil && labelStyle == .sparse) {
      drawName(nodes[node], isNamed: isNamed[node], on: &drawing, &placement)
    }
  }

  private func drawLines(on drawing: inout Drawing) -> [Curve] {
    let routing = LineRouting(
      centres: nodes.map(\.centre), shapes: nodes.map(\.shape),
      bends: LineRouting.bends(entityCount: nodes.count), frame: frame)
    var routes = [Route?](repeating: nil, count: lines.count)
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].first == lines[start].first,
        lines[end].second == lines[start].second
      { end += 1 }
      let ends = lines[start..<end].map {
        LineRouting.Ends(start: $0.start, end: $0.end, arrowSize: $0.arrowSize)
      }
      let found = routing.routes(from: lines[start].first, to: lines[start].second, lines: ends)
      for (number, route) in found.enumerated() { routes[start + number] = route }
      start = end
    }
    // Broad lines first, so that they do not bury thin ones.
    for number in lines.indices.sorted(by: { (lines[$1].pen.width, $0) < (lines[$0].pen.width, $1) }
    ) {
      guard let route = routes[number] else { continue }
      let line = lines[number]
      drawing.add(
        line: route.path, pen: line.pen, start: line.start, end: line.end,
        startTip: route.startTip, endTip: route.endTip, arrowSize: line.arrowSize,
        annotation: line.annotation)
    }
    return routes.compactMap { $0?.curve }
  }

  /// Whether name and caption fit into the shape one above the other.
  private func holdsCaption(_ node: PictureNode) -> Bool {
    guard let caption = node.caption, let label = node.shape.label else { return false }
    let half = (label.height - 3 + caption.height) / 2
    let corner = Point(caption.width / 2, half)
    return node.shape.contains(corner, margin: -3)
      && node.shape.contains(Point(label.width / 2, half - 2), margin: -2)
  }

  private func drawShape(_ node: PictureNode, isNamed: Bool, on drawing: inout Drawing) {
    let label = isNamed && !holdsCaption(node) ? node.shape.label?.label(palette.ink) : nil
    drawing.add(
      node.shape.outline, at: node.centre, width: node.shape.width, height: node.shape.height,
      fill: node.fill, pen: node.pen, label: label, annotation: node.annotation)
  }

  private mutating func drawName(
    _ node: PictureNode, isNamed: Bool, on drawing: inout Drawing,
    _ placement: inout LabelPlacement
  ) {
    let inside = isNamed ? node.shape.label : nil
    if let inside, let caption = node.caption, holdsCaption(node) {
      let shift = caption.height / 2 - 1
      drawing.addText(
        inside.label(palette.ink), width: inside.width, height: inside.height,
        at: node.centre - Point(0, shift))
      drawing.addText(
        caption.label, width: caption.width, height: caption.height,
        at: node.centre + Point(0, (inside.height - 3) / 2))
      return
    }
    let names: [TextBlock?] =
      isNamed && inside == nil
      ? labelStyle.blocks(node.name, share: node.share) : node.caption == nil ? [] : [nil]
    let sizes = names.map { name in
      (
        width: max(name?.width ?? 0, node.caption?.width ?? 0),
        height: (name?.height ?? 0) + (node.caption?.height ?? 0)
      )
    }
    guard !sizes.isEmpty else { return }
    guard let spot = placement.place(sizes, beside: node.shape.box(at: node.centre)) else {
      if names[0] != nil { hiddenLabelCount += 1 }
      return
    }
    if let leader = spot.leader {
      drawing.add(
        line: Curve(from: leader.from, to: leader.to, bend: 0).points,
        pen: Pen(palette.secondary, width: 0.5),
        annotation: Annotation(classes: [Identifier("leader")]))
    }
    var top = spot.centre.y - sizes[spot.choice].height / 2
    if let name = names[spot.choice] {
      drawing.addText(
        name.label(palette.ink), width: name.width, height: name.height,
        at: Point(spot.centre.x, top + name.height / 2), hasHalo: true)
      top += name.height
    }
    if let caption = node.caption {
      drawing.addText(
        caption.label, width: caption.width, height: caption.height,
        at: Point(spot.centre.x, top + caption.height / 2), hasHalo: true)
    }
  }
}

extension Caption {
  fileprivate var label: Label { Label([text], size: Self.size, colour: colour, isBold: true) }
}

extension Drawing {
  /// Text by itself, centred on a place.
  mutating func addText(
    _ label: Label, width: Double, height: Double, at centre: Point, hasHalo: Bool = false
  ) {
    add(
      .bare, at: centre, width: width, height: height, label: label,
      annotation: Annotation(
        classes: hasHalo ? [Identifier("label"), Self.haloClass] : [Identifier("label")]))
  }
}
