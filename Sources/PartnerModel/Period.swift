/// A stretch of time to look at, either end of which may be open.
///
/// Written `2012`, `2012-10`, `2012-10-17`, `2012..2014`, `..2013` or `2014..`; both ends are
/// included.
public struct Period: Hashable, Sendable {
  /// The first day; `nil` for an open beginning.
  public let first: Day?
  /// The last day; `nil` for an open end.
  public let last: Day?

  /// A period between two days, both included; `nil` for an open end.
  public init(from first: Day?, to last: Day?) {
    self.first = first
    self.last = last
  }

  /// All days a partial date may be.
  public init(_ date: PartialDate) { self.init(from: date.first, to: date.last) }

  /// Reads a period; `nil` if `text` is not one or runs backwards.
  public init?(_ text: some StringProtocol) {
    if let dots = text.firstRange(of: "..") {
      let before = text[..<dots.lowerBound]
      let after = text[dots.upperBound...]
      let from = PartialDate(before)
      let to = PartialDate(after)
      guard from != nil || before.isEmpty, to != nil || after.isEmpty, from != nil || to != nil
      else { return nil }
      if let from, let to, to.last < from.first { return nil }
      self.init(from: from?.first, to: to?.last)
    } else {
      guard !text.contains("/"), let date = PartialDate(text) else { return nil }
      self.init(date)
    }
  }

  /// Whether a date falls in the period.
  ///
  /// The middle of the days it may be decides, so that a date falls in exactly one of several
  /// successive periods; a date known less precisely than the period is long falls in none.
  public func contains(_ date: PartialDate) -> Bool {
    let middle = (Int(date.first.number) + Int(date.last.number)) >> 1
    if let first, middle < Int(first.number) { return false }
    if let last, middle > Int(last.number) { return false }
    if let first, let last, date.dayCount > Int(last.number) - Int(first.number) + 1 {
      return false
    }
    return true
  }
}

extension Period: CustomStringConvertible {
  /// The period as it is written on the command line.
  public var description: String {
    switch (first, last) {
    case (let first?, let last?):
      let whole = PartialDate(from: first, to: last).description
      return whole.contains("/")
        ? "\(shortest(first, opening: true))..\(shortest(last, opening: false))" : whole
    case (let first?, nil): return "\(shortest(first, opening: true)).."
    case (nil, let last?): return "..\(shortest(last, opening: false))"
    case (nil, nil): return ".."
    }
  }

  /// `2012` for the first (`opening`) or the last day of 2012, likewise for a month.
  private func shortest(_ day: Day, opening: Bool) -> String {
    let (year, month, dayOfMonth) = day.components
    let edge = opening ? 1 : Day.length(ofMonth: month, year: year)
    guard dayOfMonth == edge else { return day.description }
    return month == (opening ? 1 : 12)
      ? padded(year, 4) : padded(year, 4) + "-" + padded(month, 2)
  }
}
