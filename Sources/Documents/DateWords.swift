/// The words that dates are made of.
enum DateWords {
  /// Months by their names and usual abbreviations, in lower case.
  static let months: [String: Int] = {
    var table: [String: Int] = [:]
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (index, name) in names.enumerated() {
      table[name] = index + 1
      table[String(name.prefix(3))] = index + 1
    }
    table["sept"] = 9
    return table
  }()

  /// The first month of each season, which lasts three; winter lies at both ends of the year.
  static let seasons: [String: Int] = [
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
  ]

  /// Weekdays by their names, Monday 1 to Sunday 7.
  static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]

  /// Abbreviated weekdays, which count only directly beside a date.
  static let shortWeekdays: [String: Int] = [
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
    "sun": 7,
  ]
}

/// A word, a number or a mark of a line, as far as dates need to tell them apart.
struct DateToken {
  enum Kind {
    case word
    /// Digits, with their value and how many there are.
    case number(Int, digits: Int)
    /// Any other scalar; dashes of every length are `-`.
    case mark(UInt8)
  }

  var kind: Kind
  /// Its bytes.
  var range: Range<Int>
  /// Whether it follows the one before without a space.
  var isAttached: Bool
  /// Of a word: month, first month of a season, full weekday, short weekday, or 0.
  var month = 0
  var season = 0
  var weekday = 0
  var shortWeekday = 0
  var isCapitalised = false

  /// The tokens of a stretch of cleaned text. Complexity: linear.
  static func tokens(of bytes: [UInt8], in range: Range<Int>) -> [DateToken] {
    var tokens: [DateToken] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") {
        index += 1
        continue
      }
      let start = index
      var token: DateToken
      if isDigitByte(byte) {
        var value = 0
        while index < range.upperBound, isDigitByte(bytes[index]) {
          if value < 1_000_000 { value = value * 10 + Int(bytes[index] - 48) }
          index += 1
        }
        token = DateToken(
          kind: .number(value, digits: index - start), range: start..<index, isAttached: false)
      } else if isLetterByte(byte), !isMark(bytes, index, range.upperBound) {
        while index < range.upperBound, isLetterByte(bytes[index]),
          !isMark(bytes, index, range.upperBound)
        {
          index += 1
        }
        token = DateToken(kind: .word, range: start..<index, isAttached: false)
        token.recognise(bytes)
      } else if byte >= 0x80 {
        // A dash, quotation mark or bullet of three bytes.
        let isDash =
          index + 2 < range.upperBound && bytes[index + 2] >= 0x90
          && bytes[index + 2] <= 0x95 && bytes[index + 1] == 0x80
        index = min(index + 3, range.upperBound)
        token = DateToken(
          kind: .mark(isDash ? UInt8(ascii: "-") : byte), range: start..<index, isAttached: false)
      } else {
        index += 1
        token = DateToken(kind: .mark(byte), range: start..<index, isAttached: false)
      }
      token.isAttached = start > range.lowerBound && bytes[start - 1] != UInt8(ascii: " ")
      tokens.append(token)
    }
    return tokens
  }

  /// Whether general punctuation (U+2010 to U+203F) starts here.
  private static func isMark(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
  }

  private mutating func recognise(_ bytes: [UInt8]) {
    isCapitalised = isUppercaseByte(bytes[range.lowerBound])
    guard isCapitalised, (3...9).contains(range.count) else { return }
    let word = String(decoding: bytes[range].lazy.map { $0 | 0x20 }, as: UTF8.self)
    month = DateWords.months[word] ?? 0
    if month == 0 {
      weekday = DateWords.weekdays[word] ?? 0
      shortWeekday = DateWords.shortWeekdays[word] ?? 0
      season = DateWords.seasons[word] ?? 0
    }
  }
}
