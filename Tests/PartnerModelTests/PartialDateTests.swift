import PartnerModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2012", "2012-10", "2012-10-17", "2014-01-22/2014-02-07", "0999-12-31"])
  func writesWhatItReads(_ text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "12", "2012-13", "2012-02-30", "2012-1-1", "2012/", "2014/2012", "2012-10-17-1", "２０１２",
    "+201", "0000",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func knowsTheCalendar() {
    // 17 October 2012 and 8 June 2022 were Wednesdays; 1 January 1970 a Thursday.
    #expect(Day(year: 2012, month: 10, day: 17)?.weekday == 3)
    #expect(Day(year: 2022, month: 6, day: 8)?.weekday == 3)
    #expect(Day(number: 0).weekday == 4)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func everyDayComesBackFromItsComponents() {
    var day = Day(year: 1, month: 1, day: 1)!
    let end = Day(year: 2400, month: 1, day: 1)!
    while day < end {
      let (y, m, d) = day.components
      #expect(Day(year: y, month: m, day: d) == day)
      day = day + 97
    }
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    "2012", "2012-10", "2012-10-17", "2012..2014", "..2013", "2014..", "2012-03..2014",
  ])
  func writesWhatItReads(_ text: String) {
    #expect(Period(text)?.description == text)
  }

  @Test(arguments: ["", "..", "2014..2012", "x", "2012...2014", "2012/2013", "2012..x"])
  func refusesWhatIsNoPeriod(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func aDateFallsInExactlyOneOfSuccessivePeriods() {
    let span = PartialDate("2013-12-20/2014-01-31")!
    #expect(Period("2013")!.contains(span) == false)
    #expect(Period("2014")!.contains(span))
  }

  @Test func aYearDoesNotFallInOneOfItsMonths() {
    #expect(Period("2012-07")!.contains(PartialDate("2012")!) == false)
    #expect(Period("2012")!.contains(PartialDate("2012-07")!))
    #expect(Period("2010..")!.contains(PartialDate("2012")!))
    #expect(Period("..2011")!.contains(PartialDate("2012")!) == false)
  }
}
