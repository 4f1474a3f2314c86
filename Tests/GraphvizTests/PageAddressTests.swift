import Testing

@testable import Graphviz

@Suite struct PageAddressTests {
  @Test(arguments: [
    ("report/index.html", "report/index.html"), ("../a b.html", "../a%20b.html"),
    ("https://example.org/x?y=1&z", "https://example.org/x?y=1&z"), ("HTTP://a", "HTTP://a"),
    ("index.html#old", "index.html"), ("a\"b<c>'", "a%22b%3Cc%3E%27"), ("é", "%C3%A9"),
    ("./a:b", "./a:b"),
  ])
  func pagesAreTaken(text: String, address: String) {
    #expect(PageAddress(text)?.value == address)
  }

  @Test(arguments: [
    "", "#a", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:x",
    "vbscript:x", "//host/x", "file:///etc/passwd", "java\nscript:x", "\\\\host", "a\u{0}b",
    "mailto:a", String(repeating: "x", count: 2_001),
  ])
  func whatCouldRunIsNot(text: String) {
    #expect(PageAddress(text) == nil)
  }

  @Test func placesAreEncoded() throws {
    let page = try #require(PageAddress("a.html?b&c"))
    #expect(page.place("tie:x~20#\"<").value == "a.html?b&c#tie:x~20%23%22%3C")
    #expect(page.place("x").xml == "a.html?b&amp;c#x")
  }
}
