import PartnerModel
import Testing

@testable import Documents

@Suite struct DatingTests {
  private let body = "\n\nThe ministers of both countries met in Zenda. They agreed on nothing.\n"

  @Test(arguments: [
    ("May 18, 2016", "2016-05-18"), ("18 May 2016", "2016-05-18"), ("2016-05-18", "2016-05-18"),
    ("18.05.2016", "2016-05-18"), ("05/18/2016", "2016-05-18"), ("18/05/2016", "2016-05-18"),
    ("2016/05/18", "2016-05-18"), ("Wed, 18 May 2016 15:20:00 +0300", "2016-05-18"),
    ("Wednesday, May 18th, 2016", "2016-05-18"), ("18th of May, 2016", "2016-05-18"),
    ("2016-05-18T15:20:00Z", "2016-05-18"), ("MAY 18, 2016", "2016-05-18"),
    ("Sept. 3, 2016", "2016-09-03"), ("The Zenda Courier | 9 June 2022", "2022-06-09"),
    ("Athens, 16 April 2021", "2021-04-16"), ("Published: 18 May 2016 at 15:20", "2016-05-18"),
    ("Publication date: October 17, 2012, 17:30", "2012-10-17"),
    ("Posted on 18 May 2016 by admin", "2016-05-18"), ("Date: 2016-05-18", "2016-05-18"),
    ("Week 41 (8-12 October 2007)", "2007-10-08/2007-10-12"),
    ("October 8–12, 2007", "2007-10-08/2007-10-12"), ("June 2011", "2011-06"),
    ("18 May 2016, 15:20 GMT", "2016-05-18"), ("15:20 | 18 May 2016", "2016-05-18"),
  ])
  func dateLines(line: String, date: String) throws {
    let document = try Samples.read("A headline of the day\n\n\(line)\(body)")
    #expect(document.date?.description == date)
    #expect(document.dateBasis == .stated)
    #expect(document.passages.count == 2)
  }

  @Test func dayAndMonthInFiguresMayBeReadTwoWays() throws {
    let document = try Samples.read("A headline of the day\n\n03/04/2012\(body)")
    #expect(document.date?.description == "2012-03-04/2012-04-03")
    #expect(document.dateBasis == .estimated)
  }

  @Test(arguments: [
    ("BANGKOK, 12 September 2022 — ", "2022-09-12"), ("ZENDA, Oct. 3, 2011 (EXP) - ", "2011-10-03"),
    ("ZENDA, Wednesday, October 17, 2012 -- ", "2012-10-17"),
  ])
  func datelines(dateline: String, date: String) throws {
    let document = try Samples.read("A headline of the day\n\n\(dateline)The ministers met.\(body)")
    #expect(document.date?.description == date)
    #expect(document.dateBasis == .stated)
  }

  /// 17 October was a Wednesday in 2001, 2007, 2012 and 2018 (Python: datetime.date.isoweekday).
  @Test func weekdayAndYearsOfTheTextGiveTheYear() throws {
    let dateline =
      "A headline of the day\n\nZENDA, October 17 (EXP) -- The ministers met on Wednesday, October 17."
    let open = try Samples.read(dateline + body)
    #expect(open.date == nil)
    #expect(open.dating.yearless == YearlessDay(month: 10, day: 17, weekday: 3))
    #expect(
      open.dating.candidates.map { $0.components.year }.filter { (2000...2020).contains($0) } == [
        2001, 2007, 2012, 2018,
      ])
    let bounded = try Samples.read(
      dateline + "\n\nIn 2011, Ruritania bought six radars. Deliveries will end in 2013." + body)
    #expect(bounded.date?.description == "2012-10-17")
    #expect(bounded.dateBasis == .inferred)
  }

  @Test func fullDateOfTheSameDayGivesTheYear() throws {
    let document = try Samples.read(
      "ZENDA, October 17 (EXP) -- The treaty signed on October 17, 2012 is void.")
    #expect(document.date?.description == "2012-10-17")
    #expect(document.dateBasis == .inferred)
  }

  @Test func boundsFromTheText() throws {
    let document = try Samples.read(
      """
      In September 2010, Ruritania said it would buy radars. The ministers met on May 4 and agreed on \
      a price. The contract is to be signed at the fair that is due to open on June 12, and \
      deliveries will begin in 2011.
      """)
    #expect(document.date?.description == "2011-05-04/2011-06-12")
    #expect(document.dateBasis == .estimated)
  }

  @Test(arguments: [
    "The ministers met in Zenda.",
    "In 2003, the ministers met in Zenda.",
    "Since 2003 the ministers have met. Deliveries will go on until 2019.",
    "The old treaty was due to end in 2004. It was signed in 1990.",
    "The ministers bought the Zenda-2000 and 2012 radars.",
  ])
  func noGuessWithoutBounds(text: String) throws {
    let document = try Samples.read(text)
    #expect(document.date == nil && document.dateBasis == nil)
    #expect(!document.dating.reason.isEmpty)
  }

  @Test func addressesAndFileNames() throws {
    let text = "The ministers of both countries met in Zenda."
    let named = try Samples.read(text, name: "folder/2012-10-17-meeting.txt")
    #expect(named.date?.description == "2012-10-17")
    #expect(named.dateBasis == .inferred)
    let source = DocumentSource(
      name: "x", bytes: Array(text.utf8),
      metadata: .init(url: "https://zenda.example/world/2012/10/17/meeting-4711"))
    #expect(try Document(source).date?.description == "2012-10-17")
  }

  @Test(arguments: [
    ("2012-10-17T08:00:00+02:00", "2012-10-17"), ("20121017", "2012-10-17"), ("2012-10", "2012-10"),
    ("Wed, 17 Oct 2012 08:00:00 GMT", "2012-10-17"), ("2012", "2012"),
    ("2014-01-22/2014-02-07", "2014-01-22/2014-02-07"), ("October 17, 2012", "2012-10-17"),
  ])
  func metadata(text: String, date: String) {
    #expect(DateResolver.read(text)?.description == date)
  }

  @Test(arguments: ["", "yesterday", "2012-13-40", "31 February 2011 to come"])
  func metadataThatSaysNoDay(text: String) {
    #expect(DateResolver.read(text)?.isDay != true)
  }

  @Test(arguments: [
    "Mirage 2000-5", "$2,014 million", "S-400 and Su-30", "2012/13", "1,202 contracts",
    "the 170th meeting", "May 35", "may 5 of them",
  ])
  func figuresThatAreNoDates(text: String) {
    let bytes = Array(text.utf8)
    #expect(DateScanner.mentions(in: bytes, 0..<bytes.count).mentions.isEmpty)
  }
}
