import Testing

@testable import Graphviz

/// Thousands of small random drawings, with hostile names, numbers out of range, coincident shapes,
/// lines of no length, every outline and arrow: the inputs on which Graphviz 2.43 dies when it lays
/// out or routes (circles with parallel lines, clusters with labels) are among them, as far as they
/// can be said. A crash or a hang would take this test with it.
@Suite struct FuzzTests {
  /// Numbers that are the same each time (Steele, Lea and Flood 2014).
  private struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    /// Mostly a number of the canvas, sometimes one that breaks things.
    mutating func number() -> Double {
      let strange = [0, -1, 1e9, -1e9, .nan, .infinity, 1e-300, 14_400, 0.5]
      return below(20) == 0 ? pick(strange) : Double(below(300)) + Double(below(8)) / 8
    }

    mutating func point() -> Point { Point(number(), number()) }
  }

  private func drawing(_ dice: inout Dice) -> Drawing {
    func text() -> PlainText { PlainText(dice.pick(HostileText.samples)) }
    var drawing = Drawing(width: 300, height: 300, title: text(), description: text())
    drawing.background = Colour(UInt32(dice.below(1 << 24)))
    // Few places, so that shapes coincide and lines run parallel, back and into themselves.
    let places = (0..<4).map { _ in dice.point() }
    for _ in 0..<dice.below(7) {
      let label = Label(
        (0..<dice.below(4)).map { _ in text() }, size: dice.number() / 10,
        colour: Colour(0x1A1A1A), isBold: dice.below(2) == 0,
        alignment: dice.pick([.centred, .leading]))
      drawing.add(
        dice.pick([.ellipse, .roundedBox, .doubleEllipse, .bare]), at: dice.pick(places),
        width: dice.number(), height: dice.number(),
        fill: dice.below(2) == 0 ? nil : Colour(0xF7DDA8, opacity: dice.number() / 300),
        pen: dice.below(3) == 0
          ? nil : Pen(Colour(0xA66E00), width: dice.number() / 50, dash: dice.pick(Dash.allCases)),
        label: dice.below(4) == 0 ? nil : label,
        annotation: Annotation(
          Identifier(text().value), classes: [Identifier(text().value), Drawing.haloClass],
          title: text(), link: dice.below(2) == 0 ? PageAddress("x")?.place(text().value) : nil))
    }
    for _ in 0..<dice.below(9) {
      let ends = (dice.pick(places), dice.pick(places))
      drawing.add(
        line: [ends.0] + (0..<(3 * dice.below(4) + 2)).map { _ in dice.point() } + [ends.1],
        pen: Pen(Colour(0x0072B2), width: dice.number() / 50, dash: dice.pick(Dash.allCases)),
        start: dice.pick(Arrow.allCases), end: dice.pick(Arrow.allCases), startTip: ends.0,
        endTip: dice.below(2) == 0 ? ends.1 : dice.point(), arrowSize: dice.number() / 100,
        annotation: Annotation(title: text()))
    }
    return drawing
  }

  @Test(arguments: 0..<10) func thousandsOfDrawingsAreWellFormed(block: Int) throws {
    var dice = Dice(state: UInt64(block))
    for number in 0..<250 {
      let drawing = drawing(&dice)
      let bytes = try Graphviz.render(drawing, as: .svg)
      let reader = try #require(
        ElementReader.read(bytes), "drawing \(number) of \(block) is not well-formed")
      #expect(
        Set(reader.names.keys).isSubset(
          of: [
            "svg", "g", "title", "desc", "style", "text", "path", "polygon", "polyline", "ellipse",
            "a",
          ]))
      #expect(!reader.attributes.contains { $0.hasPrefix("on") })
      #expect(Set(reader.identifiers).count == reader.identifiers.count)
    }
  }

  /// The other formats bring fonts and bitmaps into play.
  @Test(arguments: [PictureFormat.png, .pdf, .dot]) func otherFormatsAreDrawn(
    format: PictureFormat
  ) throws {
    var dice = Dice(state: 99)
    for _ in 0..<60 { #expect(!(try Graphviz.render(drawing(&dice), as: format)).isEmpty) }
  }
}
