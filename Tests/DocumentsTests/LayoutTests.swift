import PartnerModel
import Testing

@testable import Documents

@Suite struct LayoutTests {
  private func texts(_ document: Document, _ kind: Passage.Kind) -> [String] {
    document.passages.filter { $0.kind == kind }.map(\.text)
  }

  @Test func wireStory() throws {
    let document = try Samples.read(Samples.story)
    #expect(document.title == "Ruritania orders ten trainers from Freedonia")
    #expect(document.source == "Example Press")
    #expect(document.place == "STRELSAU")
    #expect(texts(document, .heading) == ["Ruritania orders ten trainers from Freedonia"])
    let paragraphs = texts(document, .paragraph)
    #expect(paragraphs.count == 3)
    #expect(
      paragraphs.first?.hasPrefix(
        "Ruritania signed a contract for ten jet trainers with Freedonian") == true)
    #expect(paragraphs.last?.contains("that our long-standing partner") == true)
    #expect(paragraphs.last?.hasSuffix("next spring.") == true)
  }

  @Test func transcript() throws {
    let document = try Samples.read(Samples.transcript)
    #expect(document.title == "Meeting with Prime Minister of Freedonia Rufus Firefly")
    #expect(document.place == "Strelsau Palace, Strelsau")
    let speeches = document.passages.filter { $0.kind == .speech }
    #expect(
      speeches.map(\.speaker) == [
        "King of Ruritania Rudolf Elphberg", "King of Ruritania Rudolf Elphberg",
        "Prime Minister of Freedonia Rufus Firefly", "Prime Minister of Freedonia Rufus Firefly",
        "Question",
      ])
    #expect(speeches.map(\.opensTurn) == [true, false, true, false, true])
    #expect(texts(document, .persons) == ["Hentzau Rupert", "Elphberg Flavia"])
    #expect(texts(document, .paragraph) == ["The leaders discussed arms deliveries."])
    // The pull quote and the blocks at the foot are gone.
    #expect(document.passages.count { $0.text.contains("all spring") } == 1)
    #expect(!document.passages.contains { $0.text.contains("Defence") || $0.text.contains("Text") })
  }

  @Test func speakerLabelsHavePlaces() throws {
    let document = try Samples.read(Samples.transcript)
    let label = try #require(document.passages.first { $0.kind == .speech }?.speakerLabel)
    let scalars = Array(Samples.transcript.unicodeScalars)
    let range = label.originalRange
    #expect(
      String(String.UnicodeScalarView(scalars[range.start..<range.end]))
        == "King of Ruritania Rudolf Elphberg")
  }

  @Test func page() throws {
    let document = try Samples.read(Samples.page, name: "page.html")
    #expect(document.title == "Ruritania buys radars")
    #expect(document.source == "Zenda Courier")
    #expect(document.date?.description == "2016-02-29")
    #expect(
      document.passages.map(\.text) == [
        "Ruritania buys radars", "Ruritania’s army & navy bought six radars from Freedonia.",
        "Two for the coast", "Four for the border with Marshovia", "The price was not named.",
      ])
    #expect(
      document.passages.map(\.kind) == [
        .heading, .paragraph, .listItem, .listItem, .paragraph,
      ])
  }

  @Test func articleOfAPageAndItsSurroundings() throws {
    let document = try Samples.read(
      """
      <html><body class="has-sidebar"><div class="sidebar-page"><div>Other headlines of the day</div>
      <article><h1>Radars arrive</h1><p>Six radars arrived in Zenda, the navy of Ruritania said.</p>
      <p><a href="/x">More on radars from our correspondents</a></p>
      <div class="related-stories"><p>An old story</p></div></article>
      <p>Imprint</p></div></body></html>
      """, name: "page.html")
    #expect(
      document.passages.map(\.text) == [
        "Radars arrive", "Six radars arrived in Zenda, the navy of Ruritania said.",
      ])
  }

  @Test func markdown() throws {
    let document = try Samples.read(Samples.markdown, name: "story.md")
    #expect(document.title == "Freedonia sells radars")
    #expect(document.source == "Zenda Courier")
    #expect(document.date?.description == "2016-03-01")
    #expect(
      document.passages.map(\.text) == [
        "Freedonia sells radars",
        "Freedonia will deliver six radars to Ruritania, the Courier reports. The model is the XR_5.",
        "Two for the coast", "Four for the border", "“We are content,” said the minister.",
      ])
  }

  @Test func wrappedLinesWithoutBlankLinesBetweenParagraphs() throws {
    let document = try Samples.read(
      """
      Ruritania has asked three makers for offers of coastal radars and
      will choose one of them in the autumn.
      Freedonia and Marshovia confirmed that they had been asked, while
      the third maker could not be reached by the newspaper on Friday
      evening. The navy operates eleven radars of an older type, which
      were delivered long ago.
      """)
    #expect(
      document.passages.map(\.text) == [
        "Ruritania has asked three makers for offers of coastal radars and will choose one of them in the autumn.",
        "Freedonia and Marshovia confirmed that they had been asked, while the third maker could not be reached by the newspaper on Friday evening. The navy operates eleven radars of an older type, which were delivered long ago.",
      ])
  }

  @Test func namesCutByALineBreak() throws {
    let document = try Samples.read(
      """
      Partners confer

      Closer ties between the partners from the Zenda
      Group and Freedonia were discussed.
      The Zenda Group was founded in Strelsau.
      """)
    #expect(
      document.passages.map(\.text) == [
        "Partners confer",
        "Closer ties between the partners from the Zenda Group and Freedonia were discussed.",
        "The Zenda Group was founded in Strelsau.",
      ])
  }

  @Test(arguments: [
    ("HANOVER, June 8 (Example Press) -- Text begins.", "HANOVER"),
    ("NEW ZENDA (EXP) — Text begins.", "NEW ZENDA"),
    ("STRELSAU, October 17. /EXA/. Text begins.", "STRELSAU"),
    ("ZENDA: Text begins.", "ZENDA"),
    ("Zenda, 12 September 2022 — Text begins.", "Zenda"),
    ("STRELSAU/ZENDA, March 3 – Text begins.", "STRELSAU/ZENDA"),
    ("Strelsau – Text begins.", "Strelsau"),
    ("ST. PETER, Ruritania, Oct. 3, 2011 - Text begins.", "ST. PETER, Ruritania"),
  ])
  func datelines(line: String, place: String) throws {
    let document = try Samples.read("A headline of the day\n\n\(line)\n\nMore text follows here.")
    #expect(document.place == place)
    #expect(document.passages.dropFirst().first?.text == "Text begins.")
  }

  @Test(arguments: [
    "Su-30 - a fighter of the old school - was sold to Ruritania.",
    "Russia: the new partner of Freedonia, as some would have it.",
    "The minister (Rupert Hentzau) said that it was late.",
    "On October 17 the ministers met in Zenda.",
    "Ruritania, Freedonia and Marshovia - all three of them - agreed.",
  ])
  func linesThatAreNoDatelines(line: String) throws {
    let document = try Samples.read("A headline of the day\n\n\(line)\n\nMore text follows here.")
    #expect(document.passages.dropFirst().first?.text == line)
  }

  @Test(arguments: [
    "Read more", "READ MORE: Ten things to know about radars", "Subscribe to our newsletter",
    "© 2014 The Zenda Courier", "Copyright 2014 Example Press. All rights reserved.", "* * *",
    "---",
    "Photo 3 of 12", "5 more", "Share on Facebook", "By Ann Writer and Carl Penman",
    "Follow us on Twitter and Facebook.", "Text version",
    "(Reporting by Ann Writer; editing by C. Penman)",
    "Full tables are for subscribers only.", "Photo: Ann Writer / Example Pictures", "3 min read",
    "Sign up for our daily briefing.", "Get the Courier app for breaking news.",
    "For more information, contact the press office.",
  ])
  func furniture(line: String) throws {
    let document = try Samples.read(
      "A headline of the day\n\nThe ministers met in Zenda.\n\n\(line)\n")
    #expect(
      document.passages.map(\.text) == ["A headline of the day", "The ministers met in Zenda."])
  }

  @Test(arguments: [
    "Facebook has sold its stake in a satellite maker of Freedonia.",
    "The company's website says that contracts were signed with Marshovia.",
    "Subscribers of the state operator pay for the satellites of Ruritania.",
    "Share prices of Freedonian Aircraft Works rose by a tenth.",
    "By the end of the year, Ruritania and Freedonia will have signed.",
    "Photographs showed the radars in Zenda.",
  ])
  func textThatResemblesFurniture(line: String) throws {
    let document = try Samples.read(
      "A headline of the day\n\n\(line)\n\nThe ministers met in Zenda.")
    #expect(document.passages.map(\.text).contains(line))
  }

  @Test func announcedQuotationsAreNoTurns() throws {
    let document = try Samples.read(
      """
      Radars welcomed

      The Foreign Secretary Antoinette Mauban said:

      “I welcome the radars.”
      """)
    #expect(document.passages.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(document.passages[1].text == "The Foreign Secretary Antoinette Mauban said:")
  }

  @Test func questionsAndAnswers() throws {
    let document = try Samples.read(
      """
      SECRETARY MAUBAN: Good morning, everyone.

      QUESTION: Will the radars be delivered?

      SECRETARY MAUBAN: They will.

      Background: the talks had begun in spring.
      """)
    #expect(
      document.passages.map(\.speaker) == [
        "SECRETARY MAUBAN", "QUESTION", "SECRETARY MAUBAN", "SECRETARY MAUBAN",
      ])
  }
}
