import Language
import PartnerModel

/// Reads when an event happened from the words around it.
///
/// "in 2004", "in March 2013", "on 17 September", "on Wednesday", "last week": relative ones count
/// from the document's date.
struct EventDates {
  let view: SentenceView
  let documentDate: PartialDate?

  /// A date expression: its tokens and what it says.
  struct Expression {
    var tokens: Range<Int>
    var date: PartialDate
  }

  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]

  /// Whether a folded word names a month or a weekday.
  static func isCalendarWord(_ key: String) -> Bool {
    months[key] != nil || weekdays[key] != nil
  }

  /// The date expressions of the sentence, in its order.
  func expressions() -> [Expression] {
    var found: [Expression] = []
    var token = 0
    while token < view.count {
      if let expression = expression(at: token) {
        found.append(expression)
        token = expression.tokens.upperBound
      } else {
        token += 1
      }
    }
    return found
  }

  private func number(_ token: Int) -> Int? {
    guard token >= 0, token < view.count, let first = view.keys[token].utf8.first,
      first >= 0x80 || (0x30...0x39).contains(first)
    else { return nil }
    let digits = view.keys[token].prefix { $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 4,
      ["", "st", "nd", "rd", "th"].contains(view.keys[token].dropFirst(digits.count))
    else { return nil }
    return Int(digits)
  }

  private func isYear(_ value: Int?) -> Bool { value.map { (1900...2099).contains($0) } ?? false }

  private func expression(at token: Int) -> Expression? {
    let key = view.keys[token]
    // "March 2013", "March 3, 2013", "January 22"
    if let month = Self.months[key], view.isCapitalised(token) {
      if isYear(number(token + 1)) {
        return made(token..<token + 2, year: number(token + 1)!, month: month)
      }
      if let day = number(token + 1), (1...31).contains(day) {
        var year = token + 2
        if year < view.count, view.forms[year] == "," { year += 1 }
        if isYear(number(year)) {
          return made(token..<year + 1, year: number(year)!, month: month, day: day)
        }
        return nearest(token..<token + 2, month: month, day: day)
      }
      let before = token > 0 ? view.keys[token - 1] : ""
      if ["in", "since", "last", "until", "by", "from"].contains(before) {
        return nearest(token..<token + 1, month: month, day: nil)
      }
      return nil
    }
    // "17 September 2012", "17 September"
    if let day = number(token), (1...31).contains(day), token + 1 < view.count,
      let month = Self.months[view.keys[token + 1]], view.isCapitalised(token + 1)
    {
      if isYear(number(token + 2)) {
        return made(token..<token + 3, year: number(token + 2)!, month: month, day: day)
      }
      return nearest(token..<token + 2, month: month, day: day)
    }
    if isYear(number(token)) {
      let before = token > 0 ? view.keys[token - 1] : ""
      // "until 2031" is when something ends, not when it happened.
      if ["in", "since", "of", "from", "during", "a", "the", "back"].contains(before) {
        return made(token..<token + 1, year: number(token)!)
      }
      return nil
    }
    if let weekday = Self.weekdays[key], let documentDate, documentDate.isDay {
      // The latest such day up to the document's own; "will … on Thursday" is the next one.
      let back = (documentDate.last.weekday - weekday + 7) % 7
      let isNext = view.tokens.indices.contains { ["will", "next"].contains(view.keys[$0]) }
      let offset = isNext && back > 0 ? 7 - back : -back
      return Expression(
        tokens: token..<token + 1, date: PartialDate(documentDate.last + offset))
    }
    return nil
  }

  private func made(_ tokens: Range<Int>, year: Int, month: Int? = nil, day: Int? = nil)
    -> Expression?
  {
    PartialDate(year: year, month: month, day: day).map { Expression(tokens: tokens, date: $0) }
  }

  /// A month or day without a year: the one nearest to the document's date.
  private func nearest(_ tokens: Range<Int>, month: Int, day: Int?) -> Expression? {
    guard let documentDate else { return nil }
    let year = documentDate.last.components.year
    let candidates = (year - 1...year + 1).compactMap {
      PartialDate(year: $0, month: month, day: day)
    }
    let best = candidates.min { distance($0, documentDate) < distance($1, documentDate) }
    return best.map { Expression(tokens: tokens, date: $0) }
  }

  private func distance(_ a: PartialDate, _ b: PartialDate) -> Int32 {
    abs(a.first.number - b.first.number)
  }

  /// The date of the event that a trigger names: one that hangs on its clause.
  func date(of trigger: Int, among expressions: [Expression]) -> PartialDate? {
    guard !expressions.isEmpty else { return nil }
    let clause = clauseVerb(of: trigger)
    for expression in expressions where clauseVerb(of: expression.tokens.lowerBound) == clause {
      // "partners since 2011" are so still.
      let before = expression.tokens.lowerBound - 1
      if before >= 0, view.keys[before] == "since" { continue }
      if isOfAnotherEvent(expression) { continue }
      return expression.date
    }
    return nil
  }

  /// "after the scandal in 2006": the date of what came first.
  private func isOfAnotherEvent(_ expression: Expression) -> Bool {
    var sawNoun = false
    for place in stride(
      from: expression.tokens.lowerBound - 1, through: max(0, expression.tokens.lowerBound - 9),
      by: -1)
    {
      if ["after", "before", "following"].contains(view.keys[place]) { return sawNoun }
      if view.forms[place] == "," || view.tokens[place].tag == .verb { return false }
      if view.tokens[place].tag == .noun { sawNoun = true }
    }
    return false
  }

  private func clauseVerb(of token: Int) -> Int {
    var token = token
    for _ in 0..<20 {
      if view.tokens[token].tag == .verb || view.tokens[token].head < 0 { return token }
      token = view.tokens[token].head
    }
    return token
  }
}
