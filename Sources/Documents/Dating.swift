import PartnerModel

/// A month and a day whose year the document does not give.
public struct YearlessDay: Hashable, Sendable {
  /// 1 to 12.
  public var month: Int
  /// The day of the month.
  public var day: Int
  /// The weekday the document puts beside it, 1 (Monday) to 7, where it does.
  public var weekday: Int?

  /// Made of its parts.
  public init(month: Int, day: Int, weekday: Int? = nil) {
    self.month = month
    self.day = day
    self.weekday = weekday
  }
}

/// When a document was published, how that is known, and what is known when it is not.
public struct Dating: Hashable, Sendable {
  /// The date, as far as it is known.
  public var date: PartialDate?
  /// How it is known; `nil` exactly when `date` is.
  public var basis: DateBasis?
  /// In words: where the date stands, or why there is none.
  public var reason: String
  /// The day of a dateline without a year, which another report of the event may supply.
  public var yearless: YearlessDay?
  /// The days that fit such a dateline by its weekday and the years the text mentions.
  public var candidates: [Day]
  /// Bounds that the text gives when they are too far apart to be a date, or one is missing.
  public var bounds: Period?

  init(
    date: PartialDate? = nil, basis: DateBasis? = nil, reason: String,
    yearless: YearlessDay? = nil, candidates: [Day] = [], bounds: Period? = nil
  ) {
    self.date = date
    self.basis = basis
    self.reason = reason
    self.yearless = yearless
    self.candidates = candidates
    self.bounds = bounds
  }
}
