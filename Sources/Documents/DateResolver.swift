import PartnerModel

/// Finds out when a document was published: from what came with it, its layout, and its text.
struct DateResolver {
  let layout: Layout
  let passages: [Passage]
  /// The date given beside the text: an NDJSON field, a page's metadata.
  let metadata: PartialDate?
  let url: String?
  let name: String

  /// The first of these that says something: the metadata, a "Published:" line, a date line, a
  /// dateline, the headline, an "Updated:" line; then, as inferred, a dateline without a year by its weekday and
  /// the years of the text, the address, the file name; then, as estimated, bounds from the text.
  func dating() -> Dating {
    if let metadata { return Dating(date: metadata, basis: .stated, reason: "its metadata") }
    let clues = layout.clues
    let stated = [
      (clues.published, "a line with the date of publication"), (clues.header, "a date line"),
      (clues.dateline, "the dateline"), (clues.headline, "the headline"),
      (clues.updated, "a line with the date of an update"),
    ]
    for (clue, reason) in stated {
      if let clue, clue.isPrecise, let dating = stating(clue, reason) { return dating }
    }
    for (clue, reason) in stated {
      if let clue, clue.days != nil, let dating = stating(clue, reason) { return dating }
    }
    let outside = addressDate
    let bounds = DateBounds(passages)
    if let clue = clues.dateline ?? clues.header, case .yearless(let month, let day) = clue.form {
      return yearless(
        YearlessDay(month: month, day: day, weekday: clue.weekday), bounds, outside?.date)
    }
    if let outside { return Dating(date: outside.date, basis: .inferred, reason: outside.reason) }
    if let estimate = bounds.estimate {
      return Dating(date: estimate, basis: .estimated, reason: "dates that the text mentions")
    }
    return undated(bounds)
  }

  /// Reads the date of a field of metadata: ISO 8601, or any form that a date line may have.
  static func read(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    let bytes = Array(text.utf8.prefix(100))
    let mentions = DateScanner.mentions(in: bytes, 0..<bytes.count).mentions
    if let days = (mentions.first(where: \.isPrecise) ?? mentions.first)?.days {
      return PartialDate(from: days.first, to: days.last)
    }
    return AddressDate.find(in: text)
  }

  private func stating(_ clue: DateMention, _ reason: String) -> Dating? {
    guard let days = clue.days else { return nil }
    let date = PartialDate(from: days.first, to: days.last)
    // A day in figures that can be read in two ways lies in one of two months.
    let isOpen = if case .either = clue.form { true } else { false }
    return Dating(date: date, basis: isOpen ? .estimated : .stated, reason: reason)
  }

  private func undated(_ bounds: DateBounds) -> Dating {
    let known = Period(from: bounds.first, to: bounds.last)
    let reason =
      switch (bounds.first, bounds.last) {
      case (nil, nil): "the text gives no date"
      case (let first?, nil): "the text gives no date and only says that it is later than \(first)"
      case (nil, let last?): "the text gives no date and only says that it is earlier than \(last)"
      case (let first?, let last?):
        "the text gives no date and leaves more than a year open, from \(first) to \(last)"
      }
    return Dating(
      reason: reason, bounds: bounds.first == nil && bounds.last == nil ? nil : known)
  }

  // MARK: A day without a year

  private func yearless(_ given: YearlessDay, _ bounds: DateBounds, _ outside: PartialDate?)
    -> Dating
  {
    var day = given
    let beside = bounds.weekdays.first { $0.month == given.month && $0.day == given.day }
    day.weekday = given.weekday ?? beside?.weekday
    if let year = outside.flatMap({ year(of: day, near: $0) })
      ?? bounds.fullDays.lazy.compactMap({ year(of: day, on: $0) }).first,
      let date = PartialDate(year: year, month: day.month, day: day.day)
    {
      return Dating(
        date: date, basis: .inferred,
        reason: "the day of the dateline and the year of a full date", yearless: day)
    }
    // What is told at the opening has mostly happened on the day of the dateline.
    var reported = day
    reported.weekday = day.weekday ?? bounds.openingWeekday
    let candidates = candidates(reported, bounds)
    let isBounded = bounds.first != nil && bounds.last != nil
    if candidates.count == 1, bounds.first != nil || bounds.last != nil,
      reported.weekday != nil || isBounded
    {
      return Dating(
        date: PartialDate(candidates[0]), basis: .inferred,
        reason: "the day of the dateline, its weekday and the years of the text", yearless: day)
    }
    return Dating(
      reason: "the dateline gives no year", yearless: day, candidates: candidates,
      bounds: Period(from: bounds.first, to: bounds.last))
  }

  /// How many years a report follows the latest it looks back on, or precedes the earliest that it
  /// looks forward to.
  private static let reach = 2
  /// The years in which news that is read by machine was written.
  private static let years = 1980...2049

  /// The days that fit the weekday and the bounds.
  private func candidates(_ day: YearlessDay, _ bounds: DateBounds) -> [Day] {
    let first = bounds.first?.components.year
    let last = bounds.last?.components.year
    let low = first ?? last.map { $0 - Self.reach } ?? Self.years.lowerBound
    let high = last ?? first.map { $0 + Self.reach } ?? Self.years.upperBound
    guard low <= high else { return [] }
    return (low...high).compactMap { year in
      guard let candidate = Day(year: year, month: day.month, day: day.day) else { return nil }
      if let weekday = day.weekday, candidate.weekday != weekday { return nil }
      if let first = bounds.first, candidate < first { return nil }
      if let last = bounds.last, candidate > last { return nil }
      return candidate
    }
  }

  /// The year in which the day falls within ten days of a date.
  private func year(of day: YearlessDay, near date: PartialDate) -> Int? {
    let year = date.first.components.year
    return [year, year - 1, year + 1].first {
      guard let candidate = Day(year: $0, month: day.month, day: day.day) else { return false }
      return candidate + 10 >= date.first && candidate <= date.last + 10
    }
  }

  private func year(of day: YearlessDay, on full: Day) -> Int? {
    let (year, month, dayOfMonth) = full.components
    return month == day.month && dayOfMonth == day.day ? year : nil
  }

  // MARK: Addresses

  /// The date in the document's address or at the beginning of its file name.
  private var addressDate: (date: PartialDate, reason: String)? {
    if let url = url ?? layout.address, let date = AddressDate.find(in: url) {
      return (date, "its address")
    }
    if let file = name.split(separator: "/").last, let date = AddressDate.leading(String(file)) {
      return (date, "its file name")
    }
    return nil
  }
}
