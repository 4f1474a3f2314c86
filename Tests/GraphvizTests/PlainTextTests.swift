import Testing

@testable import Graphviz

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Rosoboronexport", "Rosoboronexport"), ("  two   words ", "two words"),
    ("a\u{0}b", "a b"), ("a\nb\tc", "a b c"), ("\u{202E}abc\u{202C}", "abc"),
    ("\u{FFFE}a\u{FFFF}", "a"), ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}"),
    ("Владимир", "Владимир"), ("中国", "中国"), ("<b>&amp;", "<b>&amp;"), ("\u{1B}[0m", "[0m"),
    ("\u{301}x", "x"), ("", ""), ("\u{200B}", ""),
  ])
  func keepsWhatCanBeRead(text: String, clean: String) {
    #expect(PlainText(text).value == clean)
  }

  @Test func cutsWhatIsTooLong() {
    #expect(PlainText("abcdef", limit: 3).value == "abc…")
    #expect(PlainText("abc", limit: 3).value == "abc")
    #expect(PlainText(String(repeating: "x", count: 20_000)).value.count == 201)
  }

  @Test func escapesForTheTwoLanguagesItIsWrittenInto() {
    let text = PlainText("<a href=\"x\">&\\N'")
    #expect(text.xml == "&lt;a href=&quot;x&quot;&gt;&amp;\\N&#39;")
    #expect(text.label == "<a href=\"x\">&amp;\\\\N'")
  }

  /// What is clean stays as it is: cleaning twice must not eat more.
  @Test(arguments: HostileText.samples)
  func cleaningIsIdempotent(text: String) {
    let once = PlainText(text)
    #expect(PlainText(once.value, limit: 300) == once)
  }
}

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("entity-country/RU", "entity-country-RU"), ("", "x"), ("9", "x9"),
    ("relation-memberOf", "relation-memberOf"), ("a b.c:d//e", "a-b-c-d-e"),
  ])
  func keepsOrdinaryWords(text: String, identifier: String) {
    #expect(Identifier(text).value == identifier)
  }

  @Test(arguments: HostileText.samples)
  func holdsOnlySafeCharacters(text: String) {
    let value = Identifier(text).value
    #expect(value.utf8.count <= 92 && value.first?.isLetter == true)
    #expect(value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
  }

  @Test func otherScriptsStayApart() {
    #expect(Identifier("person/путин") != Identifier("person/шойгу"))
    let long = String(repeating: "x", count: 300)
    #expect(Identifier(long + "a") != Identifier(long + "b"))
  }

  /// Also where a wished id is what another one would have been numbered to.
  @Test func marksOfOneNameAreNumbered() {
    var drawing = Drawing(width: 100, height: 100, title: "", description: "")
    for name in ["a", "a-2", "a", "a", "a-2"] {
      drawing.add(
        .ellipse, at: Point(50, 50), width: 9, height: 9, annotation: Annotation(Identifier(name)))
    }
    let identifiers = drawing.shapes.compactMap { $0.annotation.identifier?.value }
    #expect(Set(identifiers).count == 5 && identifiers.prefix(2) == ["a", "a-2"])
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (-1.5, "-1.5"), (0.005, "0.01"), (-0.001, "0"), (12.3456, "12.35"),
    (1e300, "100000"), (-Double.infinity, "-100000"), (100.1, "100.1"), (0.05, "0.05"),
  ])
  func areFiniteAndShort(value: Double, text: String) {
    #expect(fixed(value) == text)
  }

  @Test func notANumberIsTheLowerEnd() {
    #expect(fixed(.nan) == "-100000")
    #expect(Pen(Colour(0), width: .nan).width == 0.05)
    #expect(Colour(0, opacity: .infinity).opacity == 1)
  }
}
