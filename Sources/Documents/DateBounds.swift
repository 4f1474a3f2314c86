import PartnerModel

/// What the dates in a text say about when it was written.
struct DateBounds {
  /// The latest day that the text looks back on.
  var first: Day?
  /// The earliest day from there on that the text looks forward to.
  var last: Day?
  /// Days without a year that the text looks back on, and forward to.
  var pastDays: [YearlessDay] = []
  var futureDays: [YearlessDay] = []
  /// All days that the text gives in full.
  var fullDays: [Day] = []
  /// Weekdays beside a day without a year.
  var weekdays: [YearlessDay] = []
  /// The first weekday that the opening of the text names for what it reports.
  var openingWeekday: Int?

  /// Complexity: linear in the length of the text.
  init(_ passages: [Passage]) {
    var past: Day?
    var future: [Day] = []
    var paragraphs = 0
    for passage in passages where passage.kind != .persons {
      let bytes = Array(passage.text.utf8)
      let (mentions, tokens) = DateScanner.mentions(in: bytes, 0..<bytes.count)
      if passage.kind != .heading { paragraphs += 1 }
      var previous: DateMention?
      for mention in mentions {
        defer { if mention.form != .weekday { previous = mention } }
        let sense = DateSense.of(mention, after: previous, tokens, bytes)
        switch mention.form {
        case .weekday:
          if openingWeekday == nil, paragraphs <= 2, sense != .future {
            openingWeekday = mention.weekday
          }
        case .yearless(let month, let day):
          let yearless = YearlessDay(month: month, day: day, weekday: mention.weekday)
          if mention.weekday != nil { weekdays.append(yearless) }
          if sense == .past { pastDays.append(yearless) }
          if sense == .future { futureDays.append(yearless) }
        case .years: break
        case .day, .span, .either, .months, .month, .year:
          if case .day(let day) = mention.form { fullDays.append(day) }
          guard let days = mention.days else { continue }
          if sense == .past { past = max(past ?? days.first, days.first) }
          if sense == .future { future.append(days.last) }
        }
      }
    }
    first = past
    last = future.filter { day in past.map { day >= $0 } ?? true }.min()
  }

  /// The longest stretch of days that counts as a date.
  static let widest = 366

  /// The days on which the text can have been written, when they are few enough to be a date.
  ///
  /// It is written no earlier than the latest day it looks back on and no later than the earliest
  /// it looks forward to. A day without a year lies at most a year off.
  var estimate: PartialDate? {
    guard let first, let last, first <= last else { return nil }
    let years = first.components.year...last.components.year
    guard years.count <= 4 else { return nil }
    var stretches = [(first, last)]
    if !pastDays.isEmpty || !futureDays.isEmpty {
      let narrowed = years.lowerBound - 1...years.upperBound
      stretches = narrowed.flatMap { year in
        stretches.compactMap { narrow($0, year: year) }
      }
    }
    // One stretch, or it is not known in which year the text was written.
    guard let only = stretches.first, stretches.count == 1 else {
      return within(first, last)
    }
    return within(only.0, only.1)
  }

  private func within(_ first: Day, _ last: Day) -> PartialDate? {
    let date = PartialDate(from: first, to: last)
    return date.dayCount <= Self.widest ? date : nil
  }

  /// The part of a stretch between the last of the days looked back on and the first of those
  /// looked forward to, when the latter comes in `year` or directly after it.
  private func narrow(_ stretch: (Day, Day), year: Int) -> (Day, Day)? {
    let past = pastDays.compactMap { Day(year: year, month: $0.month, day: $0.day) }.max()
    var from = past
    var to: Day?
    for future in futureDays {
      guard var day = Day(year: year, month: future.month, day: future.day) else { continue }
      if let past, day < past, let next = Day(year: year + 1, month: future.month, day: future.day)
      {
        day = next
      }
      to = min(to ?? day, day)
    }
    if from == nil, let to { from = to + -365 }
    if to == nil, let from { to = from + 365 }
    guard let from, let to else { return nil }
    let narrowed = (max(from, stretch.0), min(to, stretch.1))
    return narrowed.0 <= narrowed.1 ? narrowed : nil
  }
}
