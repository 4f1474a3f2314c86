/// Graphviz's SVG made fit for publication.
///
/// Kept are the shapes and their groups. Replaced are the frame, titles, ids, classes and texts,
/// which come from the drawing itself; repaired are `transparent`, which SVG 1.1 does not know, and
/// dash lengths, which do not follow the width of the line.
func finishedSVG(_ bytes: [UInt8], of drawing: Drawing) -> [UInt8] {
  var writer = SVGWriter(drawing: drawing)
  writer.output.reserveCapacity(bytes.count)
  let text = String(decoding: bytes, as: UTF8.self)
  let body = text.split(separator: "\n").drop { !$0.hasPrefix("<g id=\"graph0\"") }
  writer.writeHead()
  for line in body { writer.write(line) }
  return Array(writer.output.utf8)
}

private struct SVGWriter {
  let drawing: Drawing
  var output = ""
  private var pen: Pen?
  private var label: (Label, Drawing.Shape)?
  /// Whether the group that is open holds a link.
  private var isLinked = false

  init(drawing: Drawing) { self.drawing = drawing }

  mutating func writeHead() {
    let width = fixed(drawing.width)
    let height = fixed(drawing.height)
    output += """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" \
      viewBox="0 0 \(width) \(height)" role="graphics-document document" \
      aria-label="\(drawing.title.xml)" \
      font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
      <title>\(drawing.title.xml)</title>
      <desc>\(drawing.description.xml)</desc>
      <style>\(haloRule)\(drawing.styleSheet)</style>

      """
  }

  /// In bitmaps and PDF copies of the label stand around it instead.
  private var haloRule: String {
    ".\(Drawing.haloClass.value) text { paint-order: stroke; "
      + "stroke: \(Colour(drawing.background.value).attribute); stroke-width: 2.6px; "
      + "stroke-linejoin: round }\n"
  }

  mutating func write(_ line: Substring) {
    if line.hasPrefix("<!--") || line.hasPrefix("<title>") { return }
    if line.hasPrefix("<g id=\"") {
      output += opening(line) + "\n"
    } else if isLinked, line.hasPrefix("</g>") {
      isLinked = false
      output += "</a></g>\n"
    } else if line.hasPrefix("<text ") {
      writeLabel()
    } else if line.hasPrefix("<polygon fill=") && pen == nil && label == nil && !hasBackground {
      hasBackground = true
      output += "<polygon class=\"background\"" + repaired(line.dropFirst("<polygon".count)) + "\n"
    } else {
      output += repaired(line) + "\n"
    }
  }

  private var hasBackground = false

  /// The group of a mark, found by the key that Graphviz was given: `n12` or `l7`.
  private mutating func opening(_ line: Substring) -> String {
    let key = line.dropFirst("<g id=\"".count).prefix { $0 != "\"" }
    guard let number = Int(key.dropFirst()), number >= 0 else {
      return line.hasPrefix("<g id=\"graph0\"")
        ? "<g class=\"picture\" transform=\"translate(0 \(fixed(drawing.height)))\">" : "<g>"
    }
    if key.hasPrefix("n"), number < drawing.shapes.count {
      let shape = drawing.shapes[number]
      pen = shape.pen
      label = shape.label.map { ($0, shape) }
      return group(shape.annotation)
    }
    if key.hasPrefix("l"), number < drawing.lines.count {
      pen = drawing.lines[number].pen
      label = nil
      return group(drawing.lines[number].annotation)
    }
    return "<g>"
  }

  private mutating func group(_ annotation: Annotation) -> String {
    var tag = "<g"
    if let identifier = annotation.identifier { tag += " id=\"\(identifier.value)\"" }
    if !annotation.classes.isEmpty {
      tag += " class=\"\(annotation.classes.map(\.value).joined(separator: " "))\""
    }
    guard let title = annotation.title else { return tag + ">" }
    guard let link = annotation.link else {
      return tag + " role=\"graphics-symbol img\"><title>\(title.xml)</title>"
    }
    // What is within an image cannot be reached by the keyboard; within an object it can.
    isLinked = true
    return tag + " role=\"graphics-object group\"><title>\(title.xml)</title>"
      + "<a href=\"\(link.xml)\" aria-label=\"\(title.xml)\">"
  }

  /// All lines of a label at once. Graphviz measures with the fonts of the machine to find the
  /// middle; here it is computed, so that the file is the same everywhere.
  private mutating func writeLabel() {
    guard let (label, shape) = label else { return }
    self.label = nil
    let step = label.size * Label.lineHeight
    // The middle of capitals and figures lies 0.36 em above the baseline in Helvetica.
    let first =
      shape.centre.y - drawing.height - Double(label.lines.count - 1) * step / 2
      + label.size * 0.36
    let leading = label.alignment == .leading
    let x = leading ? shape.centre.x - shape.width / 2 : shape.centre.x
    for (number, line) in label.lines.enumerated() where !line.isEmpty {
      output += "<text"
      if !leading { output += " text-anchor=\"middle\"" }
      output += " x=\"\(fixed(x))\" y=\"\(fixed(first + Double(number) * step))\""
      output += " font-size=\"\(fixed(label.size))\""
      if label.isBold { output += " font-weight=\"bold\"" }
      output += " fill=\"\(Colour(label.colour.value).attribute)\">\(line.xml)</text>\n"
    }
  }

  private func repaired(_ line: Substring) -> String {
    var result = String(line)
    if result.contains("transparent") {
      result.replace("=\"transparent\"", with: "=\"none\"")
    }
    if result.contains("stroke-dasharray"), let pattern = pen.flatMap(\.pattern) {
      for written in ["5,2", "1,5"] {
        result.replace("stroke-dasharray=\"\(written)\"", with: "stroke-dasharray=\"\(pattern)\"")
      }
    }
    return result
  }
}
