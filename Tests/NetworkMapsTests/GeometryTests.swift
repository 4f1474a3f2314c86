import Graphviz
import PartnerModel
import Testing

@testable import NetworkMaps

@Suite struct GeometryTests {
  @Test func aLineMeetsABox() {
    let box = Box(left: 0, top: 0, right: 10, bottom: 10)
    #expect(box.meets(from: Point(-5, 5), to: Point(15, 5)))
    #expect(box.meets(from: Point(2, 2), to: Point(3, 3)))
    #expect(box.meets(from: Point(-5, 0), to: Point(5, 20)))
    #expect(!box.meets(from: Point(-5, 8), to: Point(4, 20)))
    #expect(!box.meets(from: Point(-5, 5), to: Point(-1, 5)))
  }

  @Test func partsOfACurveLieOnIt() {
    let curve = Curve(from: Point(0, 0), to: Point(100, 0), bend: 25)
    // The middle of an arc lies `bend` to the left, which is up where y counts downwards.
    #expect(curve.point(at: 0.5).distance(to: Point(50, -25)) < 1e-9)
    let part = curve.part(from: 0.2, to: 0.7)
    for step in 0...10 {
      let t = Double(step) / 10
      #expect(part.point(at: t).distance(to: curve.point(at: 0.2 + 0.5 * t)) < 1e-9)
    }
    #expect(curve.reversed.point(at: 0.3).distance(to: curve.point(at: 0.7)) < 1e-9)
  }

  @Test func aCurveLeavesACircleOnItsRim() {
    let curve = Curve(from: Point(0, 0), to: Point(100, 0), bend: 10)
    let t = curve.exit { $0.length < 20 }
    #expect(abs(curve.point(at: t).length - 20) < 0.01)
    let before = curve.parameter(beforeEnd: 10)
    #expect(abs(curve.point(at: before).distance(to: Point(100, 0)) - 10) < 0.01)
  }

  @Test func linesAreRoutedAroundShapes() throws {
    let shape = NodeShape(kind: .country, radius: 20, name: "X")
    let routing = LineRouting(
      centres: [Point(200, 400), Point(600, 400), Point(400, 400)], shapes: [shape, shape, shape],
      bends: LineRouting.bends(entityCount: 3))
    let ends = LineRouting.Ends(start: .none, end: .normal, arrowSize: 1)
    let around = try #require(routing.routes(from: 0, to: 1, lines: [ends])[0])
    for point in around.curve.samples(40) {
      #expect(!shape.contains(point - Point(400, 400)))
      // It neither begins nor ends inside of its own shapes.
      #expect(!shape.contains(point - Point(200, 400)) && !shape.contains(point - Point(600, 400)))
    }
    let straight = try #require(routing.routes(from: 0, to: 2, lines: [ends])[0])
    #expect(straight.curve.samples(9).allSatisfy { abs($0.y - 400) < 1e-9 })
    #expect(abs((straight.endTip?.x ?? 0) - 378.5) < 0.1)
  }

  @Test func parallelLinesDoNotTouch() {
    let shape = NodeShape(kind: .country, radius: 25, name: "X")
    let routing = LineRouting(
      centres: [Point(200, 400), Point(600, 300)], shapes: [shape, shape], bends: [0])
    let ends = LineRouting.Ends(start: .none, end: .tee, arrowSize: 1)
    let routes = routing.routes(from: 0, to: 1, lines: [ends, ends, ends]).compactMap { $0 }
    #expect(routes.count == 3)
    for (a, b) in [(0, 1), (1, 2)] {
      for point in routes[a].curve.samples(20) {
        #expect(routes[b].curve.samples(60).allSatisfy { $0.distance(to: point) > 3 })
      }
    }
  }

  /// Area shows the score whatever the outline, to within the rounding of corners.
  @Test(arguments: [EntityKind?.some(.country), .organisation, .person, nil], [12.0, 25, 40])
  func shapesOfOneScoreHaveOneArea(kind: EntityKind?, radius: Double) {
    for name: PlainText in ["Iran", "Federal Service for Military-Technical Cooperation", "中国"] {
      let shape = NodeShape(kind: kind, radius: radius, name: name)
      let share = shape.outline == .roundedBox ? 1 : 0.785398
      #expect(abs(shape.width * shape.height * share / (3.14159265 * radius * radius) - 1) < 0.001)
      if let label = shape.label {
        #expect(label.width <= shape.width && label.size >= NodeShape.smallestFont)
      }
    }
  }
}

@Suite struct TextTests {
  /// Widths from the `hmtx` tables of Liberation Sans Regular and Bold: "Rosoboronexport" is 7,670
  /// and 8,389 thousandths of an em.
  @Test func widthsAreThoseOfHelvetica() {
    #expect(AdvanceWidths.width(of: "Rosoboronexport", size: 1000) == 7670)
    #expect(AdvanceWidths.width(of: "Rosoboronexport", size: 1000, isBold: true) == 8389)
    #expect(AdvanceWidths.width(of: "Wij", size: 1000) == 1388)
    #expect(AdvanceWidths.width(of: "中国", size: 10) == 20)
    #expect(AdvanceWidths.width(of: "e\u{301}", size: 1000) == 556)
  }

  @Test(arguments: Samples.hostileNames)
  func blocksStayInTheirWidth(name: String) {
    let block = TextBlock(PlainText(name), size: 10, width: 90, lineLimit: 3)
    #expect(block.width <= 90 && block.lines.count <= 3)
  }

  @Test func numbersAreShort() {
    let cases: [(Double, String)] = [
      (0, "0"), (1, "1"), (0.01234, "0.0123"), (1.5, "1.5"), (12.345, "12.3"), (123.4, "123"),
      (12_345.6, "12,346"), (1e20, "10^15 or more"), (.nan, "?"), (-2, "-2"),
    ]
    for (value, text) in cases { #expect(Wording.number(value) == text) }
    #expect(Wording.count(1_234_567) == "1,234,567")
  }

  @Test func periodsAreWords() throws {
    for (period, words) in [
      ("2012", "2012"), ("2012..2014", "2012 – 2014"), ("2014..", "from 2014"),
      ("..2013", "until 2013"),
    ] {
      #expect(Wording.period(try #require(Period(period))) == words)
    }
  }
}
