import PartnerModel

/// Dates of more than a day: seasons, pairs of months, days of two months.
extension DateScanner {
  /// The longest stretch that counts as a date, in days.
  private static let longest = 62

  /// "Fall 2020", "Autumn of 2020", "Winter 2020-21".
  ///
  /// A winter of one year may be either that the year has, so it is the whole year.
  mutating func season() -> DateMention? {
    let start = position
    let first = tokens[start].season
    guard first > 0 else { return nil }
    position += 1
    skipMark(",")
    if isWord(position, "of") { position += 1 }
    guard let year = year(at: position) else {
      position = start
      return nil
    }
    position += 1
    guard first == 12 else { return months(from: (year, first), to: (year, first + 2)) }
    if isMark(position, "-") || isMark(position, "/"), position + 1 < tokens.count,
      tokens[position + 1].isAttached, case .number(let next, _) = tokens[position + 1].kind,
      next == year + 1 || next == (year + 1) % 100
    {
      position += 2
      return months(from: (year, 12), to: (year + 1, 2))
    }
    return months(from: (year, 1), to: (year, 12))
  }

  /// "July/August 2019", "Dec.-Jan. 2020".
  mutating func monthPair() -> DateMention? {
    let start = position
    let first = tokens[start].month
    position += 1
    skipMark(".")
    if isMark(position, "/") || isMark(position, "-"), position + 1 < tokens.count,
      tokens[position + 1].month > 0
    {
      let last = tokens[position + 1].month
      position += 2
      skipMark(".")
      skipMark(",")
      if let year = year(at: position) {
        position += 1
        return months(from: (first > last ? year - 1 : year, first), to: (year, last))
      }
    }
    position = start
    return nil
  }

  /// What a date and the one after a dash mean together: "28 September - 4 October 2007",
  /// "December 2020/January 2021".
  mutating func stretch(from date: DateMention) -> DateMention? {
    let start = position
    guard isMark(start, "-") || isMark(start, "/"), start + 1 < tokens.count else { return nil }
    position += 1
    if let end = self.date() {
      switch (date.form, end.form) {
      case (.day(let first), .day(let last)):
        if let span = span(first, last) { return span }
      case (.yearless(let month, let day), .day(let last)):
        let year = last.components.year
        for year in [year, year - 1] {
          if let first = Day(year: year, month: month, day: day), let span = span(first, last) {
            return span
          }
        }
      case (.month(let year, let month), .month(let endYear, let endMonth)):
        if (1...6).contains((endYear - year) * 12 + endMonth - month) {
          return months(from: (year, month), to: (endYear, endMonth))
        }
      default: break
      }
    }
    position = start
    return nil
  }

  private func span(_ first: Day, _ last: Day) -> DateMention? {
    guard first < last, last < first + Self.longest else { return nil }
    return make(.span(first, last))
  }

  private func months(
    from first: (year: Int, month: Int), to last: (year: Int, month: Int)
  ) -> DateMention? {
    guard let from = PartialDate(year: first.year, month: first.month),
      let to = PartialDate(year: last.year, month: last.month)
    else { return nil }
    return make(.months(from.first, to.last))
  }
}
