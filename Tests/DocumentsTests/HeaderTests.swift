import PartnerModel
import Testing

@testable import Documents

/// What stands around the text and says when it was written, where, and by whom it was published.
@Suite struct HeaderTests {
  private static let text = "The ministers of both countries met. They agreed on nothing."

  private func read(_ header: String, _ foot: String = "") throws -> Document {
    try Samples.read("\(header)\n\n\(Self.text)\n\nA second paragraph follows here.\n\(foot)")
  }

  struct Header: CustomTestStringConvertible, Sendable {
    var line: String
    var date: String
    var source: String?
    var place: String?

    init(_ line: String, _ date: String, _ source: String?, _ place: String? = nil) {
      (self.line, self.date, self.source, self.place) = (line, date, source, place)
    }

    var testDescription: String { line }
  }

  @Test(arguments: [
    Header("House of Elders, Written Answers, 8 May 2011", "2011-05-08", "House of Elders"),
    Header(
      "By Anna Writer | The Zenda Review, Fall 2011", "2011-09-01/2011-11-30", "The Zenda Review"),
    Header("The Zenda Review, Spring 2014", "2014-03-01/2014-05-31", "The Zenda Review"),
    Header(
      "Anna Writer | Zenda Monitor | Winter 2020-21", "2020-12-01/2021-02-28", "Zenda Monitor"),
    Header("Zenda Quarterly, Winter 2020", "2020", "Zenda Quarterly"),
    Header("The Zenda Review, July/August 2019", "2019-07-01/2019-08-31", "The Zenda Review"),
    Header("Zenda Bulletin, December 2019/January 2020", "2019-12-01/2020-01-31", "Zenda Bulletin"),
    Header("Issue 212 • 14 January 2021", "2021-01-14", nil),
    Header(
      "Zenda Air & Sea Show, Puerto de Zenda, 5 April 2017", "2017-04-05", nil,
      "Zenda Air & Sea Show, Puerto de Zenda"),
    Header("Strelsau Chronicle, Zenda, 5 April 2017", "2017-04-05", "Strelsau Chronicle", "Zenda"),
    Header("By Anna Writer, Strelsau, 5 April 2017", "2017-04-05", nil, "Strelsau"),
    Header(
      "Zenda Weekly | Vol. 12, No. 3 | March 3 – 9, 2014", "2014-03-03/2014-03-09", "Zenda Weekly"),
    Header("Zenda Weekly, 28 September – 4 October 2007", "2007-09-28/2007-10-04", "Zenda Weekly"),
    Header("EFFECTIVE DATE: May 22, 2019.", "2019-05-22", nil),
    Header("Posted: Wed 04 May 2016, 10:00 | Last Updated: Thu 05 May 2016", "2016-05-04", nil),
  ])
  func headersOfSeveralParts(header: Header) throws {
    let document = try read("A headline of the day\n\n\(header.line)")
    #expect(document.date?.description == header.date)
    #expect(document.dateBasis == .stated)
    #expect(document.source == header.source)
    #expect(document.place == header.place)
    #expect(document.title == "A headline of the day")
    #expect(document.passages.count == 3)
  }

  @Test(arguments: [
    Header("ZENDA, Ala., Feb. 7, 2011 /NewsLine/ -- ", "2011-02-07", "NewsLine", "ZENDA, Ala."),
    Header(
      "ZENDA, Calif.--(EXAMPLE WIRE)--Feb. 7, 2011-- ", "2011-02-07", "EXAMPLE WIRE",
      "ZENDA, Calif."),
    Header("Zenda, Tuesday, 15 February 2011. ", "2011-02-15", nil, "Zenda"),
    Header("Zenda, 4 May 2011 (Example Press). ", "2011-05-04", "Example Press", "Zenda"),
    Header("(Zenda, 4 May 2011) ", "2011-05-04", nil, "Zenda"),
    Header("Zenda, May 4, 2011 (Example Wire) - ", "2011-05-04", "Example Wire", "Zenda"),
  ])
  func datelines(header: Header) throws {
    let document = try Samples.read("A headline of the day\n\n\(header.line)\(Self.text)")
    #expect(document.date?.description == header.date)
    #expect(document.source == header.source)
    #expect(document.place == header.place)
    #expect(document.passages.map(\.text) == ["A headline of the day", Self.text])
  }

  @Test func agencyWithoutDateAfterAPlaceInSmallLetters() throws {
    let document = try Samples.read("A headline of the day\n\nNew Zenda (EXP): \(Self.text)")
    #expect(document.source == "EXP")
    #expect(document.passages.last?.text == Self.text)
  }

  /// 14 March was a Tuesday in 2017 and 2023 (Python: datetime.date.isoweekday).
  @Test func aFullStopAfterADayWithoutYear() throws {
    let document = try Samples.read("On the contract\n\nZenda, Tuesday, 14 March. \(Self.text)")
    #expect(document.dating.yearless == YearlessDay(month: 3, day: 14, weekday: 2))
    #expect(document.place == "Zenda")
    #expect(document.passages.last?.text == Self.text)
  }

  @Test(arguments: [
    "In March 2011. The ministers met in Zenda.",
    "Rupert Hentzau (Zenda South): the radars are late.",
    "Zenda is a city of Ruritania. On 4 May 2011 it was founded.",
  ])
  func sentencesThatAreNoDatelines(line: String) throws {
    let document = try Samples.read("A headline of the day\n\n\(line)\n\nMore text follows here.")
    #expect(document.passages.dropFirst().first?.text == line)
    #expect(document.place == nil)
  }

  @Test func entriesOfADigestAreNoDatelines() throws {
    let document = try Samples.read(
      """
      ZENDA MONITOR
      Deals in brief, 3-16 May 2011

      RURITANIA — Six radars were bought from Freedonia.

      MARSHOVIA — The army was trained by Freedonia.

      Zenda Monitor is mailed to subscribers every second Monday.
      """)
    #expect(document.date?.description == "2011-05-03/2011-05-16")
    #expect(document.source == "ZENDA MONITOR")
    #expect(document.title == "Deals in brief, 3-16 May 2011")
    #expect(document.place == nil)
    #expect(
      document.passages.dropFirst().map(\.text) == [
        "RURITANIA — Six radars were bought from Freedonia.",
        "MARSHOVIA — The army was trained by Freedonia.",
      ])
  }

  @Test func issuersAndNumbersAreNoHeadlines() throws {
    let document = try read(
      "EMBASSY OF FREEDONIA\n\nPress Release No. 17/2016\n\nStrelsau, 4 May 2016\n\nStatement on radars"
    )
    #expect(document.title == "Statement on radars")
    #expect(document.source == "EMBASSY OF FREEDONIA")
    #expect(document.place == "Strelsau")
    #expect(document.date?.description == "2016-05-04")
  }

  @Test func electronicMail() throws {
    let document = try read(
      """
      From: Zenda Courier <desk@zenda.example>
      To: readers@zenda.example
      Date: Thu, 14 Jan 2021 09:12:33 +0100
      Subject: Ruritania buys radars

      Dear readers,
      """, "\nBest regards,\nAnna Writer\nEditor, Zenda Courier\nanna@zenda.example\n")
    #expect(document.title == "Ruritania buys radars")
    #expect(document.source == "Zenda Courier")
    #expect(document.date?.description == "2021-01-14")
    #expect(
      document.passages.map(\.text) == [
        "Ruritania buys radars", Self.text, "A second paragraph follows here.",
      ])
  }

  @Test(arguments: [
    "AB/CD", "XYZ/ab", "© 2021 The Zenda Brief", "Unsubscribe | Forward to a colleague",
    "With additional reporting by our staff.", "SOURCE Freedonian Radar",
    "Statements in this release that are not historical are forward-looking.",
    "Zenda Brief is mailed to subscribers on Fridays. Errors? Tell us.",
    "Media Contact:\nRupert Hentzau\nrupert@zenda.example",
    "Source: public record of the meeting of 4 May 2011 and reports on it; retold for the reader.",
  ])
  func foot(line: String) throws {
    let document = try read("A headline of the day", "\n\(line)\n")
    #expect(document.passages.count == 3)
  }

  @Test(arguments: [
    "By our Zenda correspondent", "From our own correspondent", "By a staff reporter",
    "Story by Anna Writer", "Born 4 May 1931; died 22 August 2011",
  ])
  func head(line: String) throws {
    let document = try read("A headline of the day\n\(line)")
    #expect(document.passages.count == 3)
    #expect(document.date == nil)
  }

  @Test(arguments: ["OBITUARY", "Written Answers", "Newsletter"])
  func sectionAboveTheHeadline(line: String) throws {
    let document = try read("\(line)\n\nA headline of the day")
    #expect(document.title == "A headline of the day")
    #expect(document.passages.count == 3)
  }

  @Test func subheadingsAreNoOutlets() throws {
    let document = try read(
      "A headline of the day\n\nParliament Approves the Price\n\n4 May 2011")
    #expect(document.source == nil)
    #expect(document.passages.count == 4)
  }

  @Test(arguments: [
    ("\n© 2021 The Zenda Brief", "The Zenda Brief"),
    ("\nCopyright 2021 Zenda Courier. All rights reserved.", "Zenda Courier"),
    ("\nSource: Zenda Courier", "Zenda Courier"),
    // A remark on where the facts come from names no outlet, and is no prose either.
    ("\nSource: public record of the meeting of 4 May 2011; retold.", nil),
  ])
  func outletAtTheFoot(line: String, source: String?) throws {
    #expect(try read("A headline of the day", line).source == source)
  }

  @Test func companiesBehindAReleaseStayInTheText() throws {
    let document = try read(
      "A headline of the day", "\nAbout Freedonian Radar\nIt is a subsidiary of Freedonian Works.\n"
    )
    #expect(document.passages.last?.text == "It is a subsidiary of Freedonian Works.")
  }

  @Test func labelsWithBrackets() throws {
    let document = try read(
      """
      Radars: written answers

      Anna Writer (Zenda South): To ask which radars were bought.

      Rupert Hentzau (Minister of State): None.

      Two were hired.

      Anna Writer: To ask why.

      Hentzau: For want of money.
      """)
    let speeches = document.passages.filter { $0.kind == .speech }
    #expect(
      speeches.map(\.speaker).prefix(5) == [
        "Anna Writer", "Rupert Hentzau", "Rupert Hentzau", "Anna Writer", "Hentzau",
      ])
  }

  @Test func headlineThatNamesASpeaker() throws {
    let document = try Samples.read(
      """
      INTERVIEW

      Rupert Hentzau: radars for all

      Strelsau Times / 3 May 2016

      ST: Who buys your radars?

      Rupert Hentzau: Ruritania does.

      ST: And Marshovia?

      Rupert Hentzau: It does not.
      """)
    #expect(document.title == "Rupert Hentzau: radars for all")
    #expect(document.source == "Strelsau Times")
    #expect(document.passages.dropFirst().compactMap(\.speaker).count == 4)
  }
}
