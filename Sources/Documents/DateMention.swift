import PartnerModel

/// A date that a text mentions.
struct DateMention: Hashable {
  enum Form: Hashable {
    case day(Day)
    /// Some day between two: a week, a fortnight.
    case span(Day, Day)
    /// A day written in figures that can be read in two ways, the earlier first.
    case either(Day, Day)
    /// Some day between two that are months apart: a season, "July/August".
    case months(Day, Day)
    /// A month and a day.
    case yearless(month: Int, day: Int)
    case month(year: Int, month: Int)
    case year(Int)
    /// From one year to another.
    case years(Int, Int)
    /// A weekday alone, 1 (Monday) to 7.
    case weekday
  }

  var form: Form
  /// The weekday beside it.
  var weekday: Int?
  /// Its bytes in the cleaned text.
  var range: Range<Int>
  /// Its tokens among those of its line.
  var tokens: Range<Int>

  /// The first and the last day it can mean; `nil` when the year is not given.
  var days: (first: Day, last: Day)? {
    switch form {
    case .day(let day): return (day, day)
    case .span(let a, let b), .either(let a, let b), .months(let a, let b): return (a, b)
    case .month(let year, let month):
      return PartialDate(year: year, month: month).map { ($0.first, $0.last) }
    case .year(let year): return PartialDate(year: year).map { ($0.first, $0.last) }
    case .years(let a, let b):
      guard let a = PartialDate(year: a), let b = PartialDate(year: b) else { return nil }
      return (a.first, b.last)
    case .yearless, .weekday: return nil
    }
  }

  /// Whether it fixes a day or a few.
  var isPrecise: Bool {
    switch form {
    case .day, .span, .either: true
    default: false
    }
  }

  /// Whether it is a month or a season of a year, or a day of no year.
  var isMonthOrYearless: Bool {
    switch form {
    case .month, .months, .yearless: true
    default: false
    }
  }
}
