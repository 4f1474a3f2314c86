import CGraphviz

extension Drawing {
  /// Builds the marks as nodes and edges of `graph`; false when the library took one of them not.
  ///
  /// The only text of users that gets in is that of labels, as `PlainText.label`.
  func write(into graph: UnsafeMutablePointer<Agraph_t>, for format: PictureFormat) -> Bool {
    writePage(to: graph, for: format)
    // Lines need two nodes to hang on; they do not go to them, for each has its own path.
    guard let first = anchor("first", at: Point(0, height), in: graph),
      let last = anchor("last", at: Point(width, 0), in: graph)
    else { return false }
    for (number, shape) in shapes.enumerated() {
      guard writeHalo(of: shape, number: number, to: graph, for: format),
        let node = cgraphviz_node(graph, "n\(number)")
      else { return false }
      write(shape, number: number, to: node)
    }
    for (number, line) in lines.enumerated() {
      guard let edge = cgraphviz_edge(graph, first, last, "l\(number)") else { return false }
      write(line, number: number, to: edge)
    }
    return true
  }

  private func writePage(to graph: UnsafeMutablePointer<Agraph_t>, for format: PictureFormat) {
    var attributes = [
      ("bb", "0,0,\(fixed(width)),\(fixed(height))"), ("inputscale", "72"),
      ("notranslate", "true"), ("outputorder", "edgesfirst"), ("pad", "0"), ("margin", "0"),
      ("splines", "line"), ("charset", "UTF-8"), ("bgcolor", background.attribute),
    ]
    if format == .png {
      // 144 dots an inch, less where the bitmap would pass the limit of Cairo. The SVG writer
      // would scale the picture and not its frame, so it is not told.
      let side = max(width, height) / 72
      attributes.append(("dpi", fixed(min(144, 20_000 / side))))
    }
    for (name, value) in attributes { _ = cgraphviz_set(graph, name, value) }
  }

  private func anchor(
    _ name: String, at point: Point, in graph: UnsafeMutablePointer<Agraph_t>
  ) -> UnsafeMutablePointer<Agnode_t>? {
    guard let node = cgraphviz_node(graph, name) else { return nil }
    let attributes = [
      ("pos", place(point)), ("shape", "point"), ("width", "0.001"), ("height", "0.001"),
      ("style", "invis"), ("label", ""),
    ]
    for (name, value) in attributes { _ = cgraphviz_set(node, name, value) }
    return node
  }

  /// Graphviz has no outlined letters, so bitmaps and PDF get copies of the label around it;
  /// in SVG the style sheet does it.
  private func writeHalo(
    of shape: Shape, number: Int, to graph: UnsafeMutablePointer<Agraph_t>,
    for format: PictureFormat
  ) -> Bool {
    guard format == .png || format == .pdf, shape.outline == .bare, var label = shape.label,
      shape.annotation.classes.contains(Self.haloClass)
    else { return true }
    label.colour = background
    let reach = 1.1
    for (step, offset) in Self.compass.enumerated() {
      guard let node = cgraphviz_node(graph, "n\(number)halo\(step)") else { return false }
      var copy = shape
      copy.label = label
      copy.centre.x += offset.x * reach
      copy.centre.y += offset.y * reach
      write(copy, number: nil, to: node)
    }
    return true
  }

  /// Bare labels of this class stand on a halo in the colour of the paper.
  public static let haloClass = Identifier("halo")

  private static let compass = [
    Point(1, 0), Point(0.7, 0.7), Point(0, 1), Point(-0.7, 0.7), Point(-1, 0), Point(-0.7, -0.7),
    Point(0, -1), Point(0.7, -0.7),
  ]

  private func write(_ shape: Shape, number: Int?, to node: UnsafeMutablePointer<Agnode_t>) {
    // Graphviz draws the second outline outside of the size it is given.
    let rim = shape.outline == .doubleEllipse ? 8.0 : 0
    // Text that is wider than its box is centred: room to the right keeps it where it begins,
    // whatever font the machine has.
    let margin = width - (shape.centre.x + shape.width / 2) - 1
    let slack =
      shape.label?.alignment == .leading ? max(0, min(shape.width * 0.5 + 20, margin)) : 0
    var attributes = [
      ("pos", place(Point(shape.centre.x + slack / 2, shape.centre.y))), ("fixedsize", "true"),
      ("width", fixed(max(shape.width + slack - rim, 1) / 72, places: 4)),
      ("height", fixed(max(shape.height - rim, 1) / 72, places: 4)),
      ("label", text(of: shape.label)),
    ]
    if let number { attributes.append(("id", "n\(number)")) }
    switch shape.outline {
    case .ellipse: attributes.append(("shape", "ellipse"))
    case .doubleEllipse: attributes += [("shape", "ellipse"), ("peripheries", "2")]
    case .roundedBox: attributes.append(("shape", "box"))
    case .bare: attributes.append(("shape", "plaintext"))
    }
    var styles = shape.outline == .roundedBox ? ["rounded"] : []
    if let fill = shape.fill {
      styles.append("filled")
      attributes.append(("fillcolor", fill.attribute))
    }
    if let pen = shape.pen {
      if pen.dash != .solid { styles.append(pen.dash.rawValue) }
      attributes += [("color", pen.colour.attribute), ("penwidth", fixed(pen.width))]
    } else if shape.outline != .bare {
      attributes.append(("color", "transparent"))
    }
    attributes.append(("style", styles.joined(separator: ",")))
    if let label = shape.label {
      attributes += [
        ("fontname", label.isBold ? "Liberation Sans Bold" : "Liberation Sans"),
        ("fontsize", fixed(label.size)), ("fontcolor", label.colour.attribute),
      ]
      if label.alignment == .leading { attributes.append(("margin", "0")) }
    }
    for (name, value) in attributes { _ = cgraphviz_set(node, name, value) }
  }

  private func write(_ line: Line, number: Int, to edge: UnsafeMutablePointer<Agedge_t>) {
    var places: [String] = []
    if line.start != .none, let tip = line.startTip { places.append("s,\(place(tip))") }
    if line.end != .none, let tip = line.endTip { places.append("e,\(place(tip))") }
    places += line.path.map(place)
    let direction =
      switch (line.start != .none, line.end != .none) {
      case (true, true): "both"
      case (true, false): "back"
      case (false, true): "forward"
      case (false, false): "none"
      }
    let attributes = [
      ("id", "l\(number)"), ("pos", places.joined(separator: " ")), ("dir", direction),
      ("arrowhead", line.end.rawValue), ("arrowtail", line.start.rawValue),
      ("arrowsize", fixed(line.arrowSize)), ("color", line.pen.colour.attribute),
      ("penwidth", fixed(line.pen.width)), ("style", line.pen.dash.rawValue),
    ]
    for (name, value) in attributes { _ = cgraphviz_set(edge, name, value) }
  }

  /// Graphviz counts upwards from the lower edge.
  private func place(_ point: Point) -> String { "\(fixed(point.x)),\(fixed(height - point.y))" }

  private func text(of label: Label?) -> String {
    guard let label else { return "" }
    switch label.alignment {
    case .centred: return label.lines.map(\.label).joined(separator: "\\n")
    case .leading: return label.lines.map { $0.label + "\\l" }.joined()
    }
  }
}
