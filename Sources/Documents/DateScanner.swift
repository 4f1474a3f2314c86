import PartnerModel

/// Finds the dates that a line mentions.
struct DateScanner {
  let bytes: [UInt8]
  let tokens: [DateToken]
  var position = 0

  /// The dates of a stretch of cleaned text, in its order. Complexity: linear.
  static func mentions(in bytes: [UInt8], _ range: Range<Int>) -> (
    mentions: [DateMention], tokens: [DateToken]
  ) {
    var scanner = DateScanner(bytes: bytes, tokens: DateToken.tokens(of: bytes, in: range))
    var mentions: [DateMention] = []
    while scanner.position < scanner.tokens.count {
      let start = scanner.position
      if var mention = scanner.mention() {
        let end = max(scanner.position, start + 1)
        mention.tokens = start..<end
        mention.range =
          scanner.tokens[start].range.lowerBound..<scanner.tokens[end - 1].range.upperBound
        mentions.append(mention)
        scanner.position = end
      } else {
        scanner.position = start + 1
      }
    }
    return (mentions, scanner.tokens)
  }

  private init(bytes: [UInt8], tokens: [DateToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The mention that starts at `position`, which it moves past it.
  private mutating func mention() -> DateMention? {
    let start = position
    let token = tokens[start]
    if token.weekday > 0 || token.shortWeekday > 0 {
      position += 1
      skipMark(".")
      skipMark(",")
      if position < tokens.count, var date = date() {
        date.weekday = max(token.weekday, token.shortWeekday)
        return date
      }
      position = start + 1
      guard token.weekday > 0 else { return nil }
      return make(.weekday, weekday: token.weekday)
    }
    guard var date = date() else { return nil }
    if let stretch = stretch(from: date) { return stretch }
    if let weekday = weekdayAfter() { date.weekday = weekday }
    return date
  }

  mutating func date() -> DateMention? {
    switch tokens[position].kind {
    case .word:
      if tokens[position].month > 0 { monthPair() ?? monthFirst() } else { season() }
    case .number: isFreeStanding(position) ? numeric() ?? dayFirst() ?? yearAlone() : nil
    case .mark: nil
    }
  }

  /// "October 17, 2012", "Oct. 17", "October 2012", "October 8-12, 2007".
  private mutating func monthFirst() -> DateMention? {
    let start = position
    let month = tokens[start].month
    position += 1
    skipMark(".")
    if let year = year(at: position) {
      position += 1
      return make(.month(year: year, month: month))
    }
    if isMark(position, ","), let year = year(at: position + 1) {
      position += 2
      return make(.month(year: year, month: month))
    }
    guard let day = day(at: position), isFreeStanding(position, dashBefore: false) else {
      position = start
      return nil
    }
    position += 1
    skipOrdinal()
    var last: Int?
    if isMark(position, "-"), let end = self.day(at: position + 1), end > day {
      last = end
      position += 2
    }
    let beforeYear = position
    skipMark(",")
    if let year = year(at: position) {
      position += 1
      return dated(year, month, day, last)
    }
    position = beforeYear
    return yearless(month, day)
  }

  /// "17 October 2012", "17th of October", "8-12 October 2007".
  private mutating func dayFirst() -> DateMention? {
    let start = position
    guard let day = day(at: position) else { return nil }
    position += 1
    skipOrdinal()
    var last: Int?
    if isMark(position, "-"), let end = self.day(at: position + 1), end > day {
      last = end
      position += 2
      skipOrdinal()
    }
    if isWord(position, "of") { position += 1 }
    guard position < tokens.count, tokens[position].month > 0 else {
      position = start
      return nil
    }
    let month = tokens[position].month
    position += 1
    // Without a year the full stop may end the sentence.
    let beforeYear = position
    skipMark(".")
    skipMark(",")
    if let year = year(at: position) {
      position += 1
      return dated(year, month, day, last)
    }
    position = beforeYear
    return yearless(month, day)
  }

  /// "2012-10-17", "17.10.2012", "10/17/2012".
  private mutating func numeric() -> DateMention? {
    guard position + 4 < tokens.count, case .mark(let separator) = tokens[position + 1].kind,
      case .mark(separator) = tokens[position + 3].kind,
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: "."),
      (1...4).allSatisfy({ tokens[position + $0].isAttached }),
      case .number(let a, let aDigits) = tokens[position].kind,
      case .number(let b, let bDigits) = tokens[position + 2].kind, bDigits <= 2,
      case .number(let c, let cDigits) = tokens[position + 4].kind
    else { return nil }
    let form: DateMention.Form?
    if aDigits == 4, cDigits <= 2, isYear(a) {
      form = Day(year: a, month: b, day: c).map { .day($0) }
    } else if cDigits == 4, aDigits <= 2, isYear(c) {
      let dayMonth = Day(year: c, month: b, day: a)
      // Only America writes the month first, and with slashes.
      let monthDay =
        separator == UInt8(ascii: "/") ? Day(year: c, month: a, day: b) : nil
      switch (dayMonth, monthDay) {
      case (let x?, let y?): form = x == y ? .day(x) : .either(min(x, y), max(x, y))
      case (let x?, nil), (nil, let x?): form = .day(x)
      case (nil, nil): form = nil
      }
    } else {
      form = nil
    }
    guard let form else { return nil }
    position += 5
    return make(form)
  }

  /// "2012" or "2012-2014", which only their surroundings make a year.
  private mutating func yearAlone() -> DateMention? {
    guard let year = year(at: position) else { return nil }
    position += 1
    if isMark(position, "-"), let end = self.year(at: position + 1), end > year {
      position += 2
      return make(.years(year, end))
    }
    // "2000-5" is a model and "2012/13" a season.
    if position < tokens.count, tokens[position].isAttached {
      switch tokens[position].kind {
      case .word, .number: return nil
      case .mark(let mark):
        let joined = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/")
        let grouped = mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
        if mark == UInt8(ascii: "%") { return nil }
        if joined || grouped, position + 1 < tokens.count, tokens[position + 1].isAttached,
          case .number = tokens[position + 1].kind
        {
          return nil
        }
      }
    }
    return make(.year(year))
  }

  private mutating func dated(_ year: Int, _ month: Int, _ day: Int, _ last: Int?) -> DateMention? {
    guard let first = Day(year: year, month: month, day: day) else {
      return make(.month(year: year, month: month))
    }
    guard let last, let end = Day(year: year, month: month, day: last) else {
      return make(.day(first))
    }
    return make(.span(first, end))
  }

  private func yearless(_ month: Int, _ day: Int) -> DateMention? {
    guard day <= Day.length(ofMonth: month, year: 2000) else { return nil }
    return make(.yearless(month: month, day: day))
  }

  func make(_ form: DateMention.Form, weekday: Int? = nil) -> DateMention {
    DateMention(form: form, weekday: weekday, range: 0..<0, tokens: 0..<0)
  }

  private mutating func weekdayAfter() -> Int? {
    var next = position
    if isMark(next, ",") || isMark(next, "(") { next += 1 }
    guard next > position, next < tokens.count, tokens[next].weekday > 0 else { return nil }
    position = next + 1
    skipMark(")")
    return tokens[next].weekday
  }

  /// Whether a number is not a part of something longer: a model, a sum, a decimal.
  private func isFreeStanding(_ index: Int, dashBefore: Bool = true) -> Bool {
    guard tokens[index].isAttached, index > 0 else { return true }
    guard case .mark(let mark) = tokens[index - 1].kind else { return false }
    switch mark {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "|"),
      UInt8(ascii: ":"), UInt8(ascii: ">"), 0xE2:
      return true
    case UInt8(ascii: "-"):
      // "mid-2014", but not "Su-30" or "S-400".
      guard dashBefore, index > 1, case .word = tokens[index - 2].kind else { return !dashBefore }
      return tokens[index - 2].range.count == 3 && !tokens[index - 2].isCapitalised
    default: return !dashBefore
    }
  }

  private func isYear(_ value: Int) -> Bool { (1900...2099).contains(value) }

  func year(at index: Int) -> Int? {
    guard index < tokens.count, case .number(let value, 4) = tokens[index].kind, isYear(value)
    else { return nil }
    return value
  }

  func day(at index: Int) -> Int? {
    guard index < tokens.count, case .number(let value, let digits) = tokens[index].kind,
      digits <= 2, (1...31).contains(value)
    else { return nil }
    return value
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard index < tokens.count, case .mark(let found) = tokens[index].kind else { return false }
    return found == UInt8(ascii: mark)
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    guard index < tokens.count, case .word = tokens[index].kind else { return false }
    return bytes[tokens[index].range].elementsEqual(word.utf8)
  }

  mutating func skipMark(_ mark: Unicode.Scalar) {
    if isMark(position, mark) { position += 1 }
  }

  /// Skips the two letters after the number of a day.
  private mutating func skipOrdinal() {
    guard position < tokens.count, case .word = tokens[position].kind,
      tokens[position].isAttached, tokens[position].range.count == 2
    else { return }
    position += 1
  }
}
