import PartnerModel

/// Decides whether two documents tell the same story.
enum StoryComparison {
  /// Reports of one event may be published so many days apart.
  static let days = 2
  /// A date known less well than this tells nothing of the day.
  static let widest = 3

  /// Texts this similar are the same text, whenever they were published.
  private static let sameText = 0.75
  /// Texts this similar are the same text when the day is the same.
  private static let similarText = 0.45
  /// Texts this similar of different days are a series, such as daily communiqués.
  private static let series = 0.25
  /// A text that comes again long after is another edition of a yearly report.
  private static let longestReprint = 60

  /// How a document matches an earlier one, if it does.
  static func partner(_ earlier: StoryIndex.Entry, _ later: StoryIndex.Entry)
    -> StoryMatch.Partner?
  {
    let (a, b) = (earlier.fingerprint, later.fingerprint)
    let similarity = a.similarity(b)
    let distance = distance(earlier, later)
    let names = StoryFingerprint.overlap(a.names, b.names, limit: StoryFingerprint.nameLimit)
    let words = StoryFingerprint.overlap(a.words, b.words, limit: StoryFingerprint.wordLimit)
    var partner = StoryMatch.Partner(
      id: earlier.id, kind: .nearDuplicate, similarity: similarity, sharedNames: names.shared,
      sharedWords: words.shared)
    if similarity >= sameText, distance ?? 0 <= longestReprint { return partner }
    guard let distance, distance <= days else { return nil }
    if distance > 0, similarity >= series { return nil }
    if similarity >= similarText { return partner }
    guard isSameEvent(names, words) else { return nil }
    partner.kind = .sameEvent
    return partner
  }

  /// Most names of the shorter report, and some of its longer words; or half of both.
  private static func isSameEvent(
    _ names: (shared: Int, of: Int), _ words: (shared: Int, of: Int)
  ) -> Bool {
    guard names.shared >= 6, words.shared >= 5 else { return false }
    let nameShare = Double(names.shared) / Double(max(names.of, 1))
    let wordShare = Double(words.shared) / Double(max(words.of, 1))
    return nameShare >= 0.6 && wordShare >= 0.2 || nameShare >= 0.5 && wordShare >= 0.4
  }

  static func strength(_ partner: StoryMatch.Partner) -> Double {
    partner.similarity * 1000 + Double(partner.sharedNames) + Double(partner.sharedWords) / 1000
  }

  /// The days between two documents, whatever the year where one of them gives none; `nil` when
  /// the day of one is not known.
  private static func distance(_ a: StoryIndex.Entry, _ b: StoryIndex.Entry) -> Int? {
    switch (day(a), day(b)) {
    case (.full(let x)?, .full(let y)?):
      let gap = max(
        Int(x.first.number) - Int(y.last.number), Int(y.first.number) - Int(x.last.number))
      return max(0, gap)
    case (.full(let date)?, .yearless(let yearless)?), (.yearless(let yearless)?, .full(let date)?):
      guard let near = day(yearless, near: date) else { return 366 }
      return max(
        0, Int(date.first.number) - Int(near.number), Int(near.number) - Int(date.last.number))
    case (.yearless(let x)?, .yearless(let y)?):
      // In a leap year, and around the turn of the year.
      guard let first = Day(year: 2000, month: x.month, day: x.day),
        let second = Day(year: 2000, month: y.month, day: y.day)
      else { return nil }
      if let v = x.weekday, let w = y.weekday, x.month == y.month, x.day == y.day, v != w {
        return 366
      }
      let gap = abs(Int(first.number) - Int(second.number))
      return min(gap, 366 - gap)
    default: return nil
    }
  }

  private enum Known {
    case full(PartialDate)
    case yearless(YearlessDay)
  }

  private static func day(_ entry: StoryIndex.Entry) -> Known? {
    if let date = entry.date { return date.dayCount <= widest ? .full(date) : nil }
    return entry.fingerprint.yearless.map { .yearless($0) }
  }

  /// The day of a dateline without a year, in the year in which it lies near a date and falls on
  /// its weekday.
  static func day(_ yearless: YearlessDay, near date: PartialDate) -> Day? {
    let year = date.first.components.year
    for year in [year, year - 1, year + 1] {
      guard let day = Day(year: year, month: yearless.month, day: yearless.day) else { continue }
      if let weekday = yearless.weekday, weekday != day.weekday { continue }
      if day + days >= date.first, day <= date.last + days { return day }
    }
    return nil
  }
}
