import Foundation
import Testing

@testable import Graphviz

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the elements and texts of an XML file; `nil` if it is not well-formed.
final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var names: [String: Int] = [:]
  private(set) var identifiers: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var texts: [String] = []
  private var open: [String] = []

  static func read(_ bytes: [UInt8]) -> ElementReader? {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    names[name, default: 0] += 1
    if let identifier = found["id"] { identifiers.append(identifier) }
    attributes.formUnion(found.keys)
    open.append(name)
    if name == "text" { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if open.last == "text", let last = texts.indices.last { texts[last] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}

@Suite struct RenderingTests {
  /// One of everything, with one text everywhere that text can be.
  private func drawing(_ text: String = "Text") -> Drawing {
    let plain = PlainText(text)
    var drawing = Drawing(width: 400, height: 300, title: plain, description: plain)
    let outlines: [Drawing.Outline] = [.ellipse, .roundedBox, .doubleEllipse, .bare]
    for (number, outline) in outlines.enumerated() {
      drawing.add(
        outline, at: Point(60 + Double(number) * 90, 60), width: 70, height: 40,
        fill: outline == .bare ? nil : Colour(0xF7DDA8),
        pen: Pen(Colour(0xA66E00), width: 1.3, dash: .dashed),
        label: Label([plain, plain], size: 9, colour: Colour(0x1A1A1A)),
        annotation: Annotation(
          Identifier("id-\(text)"), classes: [Identifier(text), Drawing.haloClass], title: plain))
    }
    for (number, arrow) in Arrow.allCases.enumerated() {
      let y = 120 + Double(number) * 20
      drawing.add(
        line: [Point(20, y), Point(100, y), Point(200, y), Point(300, y)],
        pen: Pen(Colour(0x0072B2, opacity: 0.7), width: 3, dash: Dash.allCases[number % 3]),
        start: .none, end: arrow, endTip: Point(310, y),
        annotation: Annotation(Identifier("line"), title: plain))
    }
    return drawing
  }

  @Test func writesEveryFormat() throws {
    let beginnings: [PictureFormat: [UInt8]] = [
      .svg: Array("<?xml".utf8), .png: [0x89, 0x50, 0x4E, 0x47], .pdf: Array("%PDF".utf8),
      .dot: Array("digraph".utf8),
    ]
    for format in PictureFormat.allCases {
      let bytes = try Graphviz.render(drawing(), as: format)
      #expect(bytes.starts(with: beginnings[format] ?? [0]), "\(format)")
    }
  }

  @Test func theSameDrawingGivesTheSameBytes() throws {
    for format in [PictureFormat.svg, .dot, .png] {
      let first = try Graphviz.render(drawing(), as: format)
      #expect(try Graphviz.render(drawing(), as: format) == first)
    }
  }

  @Test func canvasIsTheOneAskedFor() throws {
    let text = String(decoding: try Graphviz.render(drawing(), as: .svg), as: UTF8.self)
    #expect(text.contains("viewBox=\"0 0 400 300\""))
    // PNG: width and height as big-endian numbers at byte 16; 144 dots an inch are two a point.
    let png = try Graphviz.render(drawing(), as: .png)
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(width - 800) <= 2 && abs(height - 600) <= 2, "\(width) × \(height)")
  }

  @Test func repairsWhatGraphvizWrites() throws {
    let bytes = try Graphviz.render(drawing(), as: .svg)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("transparent") && !text.contains("<!DOCTYPE"))
    // The dash of a line three points broad, not Graphviz's 5,2.
    #expect(text.contains("stroke-dasharray=\"11.6,6.9\""))
    #expect(!text.contains("stroke-dasharray=\"5,2\""))
    let reader = try #require(ElementReader.read(bytes))
    // Picture, description and the eleven marks.
    #expect(reader.names["title"] == 12 && reader.names["desc"] == 1)
    #expect(Set(reader.identifiers).count == reader.identifiers.count)
    #expect(reader.identifiers.contains("line") && reader.identifiers.contains("line-7"))
  }

  /// Every text comes out of the picture as `PlainText` shows it, and only as text.
  @Test(arguments: HostileText.samples)
  func hostileTextStaysText(text: String) throws {
    let bytes = try Graphviz.render(drawing(text), as: .svg)
    let reader = try #require(ElementReader.read(bytes), "not well-formed")
    let clean = PlainText(text).value
    #expect(reader.texts.allSatisfy { $0 == clean })
    #expect(reader.texts.count == (clean.isEmpty ? 0 : 8))
    #expect(
      Set(reader.names.keys).isSubset(
        of: [
          "svg", "g", "title", "desc", "style", "text", "path", "polygon", "polyline", "ellipse",
        ]))
    #expect(!reader.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
  }

  /// Numbers that make Graphviz crash or write nothing are brought into range.
  @Test func extremeNumbersAreDrawn() throws {
    let extremes = [Double.nan, .infinity, -.infinity, 1e300, -1e9, 0, .leastNonzeroMagnitude]
    var drawing = Drawing(width: 1e9, height: .nan, title: "T", description: "D")
    for a in extremes {
      for b in extremes {
        drawing.add(
          .doubleEllipse, at: Point(a, b), width: b, height: a, pen: Pen(Colour(.max), width: a),
          label: Label(["x"], size: b, colour: Colour(0, opacity: a)))
        drawing.add(
          line: [Point(a, b), Point(b, a), Point(a, a), Point(b, b)], pen: Pen(Colour(0), width: b),
          end: .tee, endTip: Point(a, b), arrowSize: b)
      }
    }
    drawing.add(line: [Point(0, 0)], pen: Pen(Colour(0), width: 1))
    for format in [PictureFormat.svg, .dot] {
      let bytes = try Graphviz.render(drawing, as: format)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
    #expect(ElementReader.read(try Graphviz.render(drawing, as: .svg)) != nil)
  }

  /// The library is not safe for threads; the door is.
  @Test func manyTasksDrawAtOnce() async throws {
    let expected = try Graphviz.render(drawing(), as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<24 { group.addTask { try Graphviz.render(drawing(), as: .svg) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test func anEmptyDrawingIsAnEmptyPage() throws {
    let drawing = Drawing(width: 100, height: 100, title: "", description: "")
    #expect(ElementReader.read(try Graphviz.render(drawing, as: .svg))?.names["text"] == nil)
  }
}
