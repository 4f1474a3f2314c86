import PartnerModel

/// How numbers, periods and names are put into words on a map.
enum Wording {
  /// 1234567 as 1,234,567.
  static func count(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(Substring(digits), at: 0)
    return (value < 0 ? "-" : "") + groups.joined(separator: ",")
  }

  /// "1 entity", "2 entities".
  static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
    "\(count(value)) \(value == 1 ? singular : plural)"
  }

  /// About three significant digits: 0.0123, 1.5, 124, 12,346.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let size = abs(value)
    if size >= 1e15 { return value < 0 ? "-10^15 or less" : "10^15 or more" }
    if size >= 100 { return count(Int(value.rounded())) }
    var places = 0
    var scale = 1.0
    while places < 6 && size > 0 && size * scale < 100 {
      scale *= 10
      places += 1
    }
    let scaled = Int((value * scale).rounded())
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    var digits = String(fraction)
    digits = String(repeating: "0", count: max(0, places - digits.count)) + digits
    while digits.last == "0" { digits.removeLast() }
    return (scaled < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }

  /// "2012 – 2014", "from 2014", "until 2013".
  static func period(_ period: Period) -> String {
    switch (period.first, period.last) {
    case (.some, .some):
      let parts = period.description.split(separator: "..").map(String.init)
      return parts.joined(separator: " – ")
    case (.some, nil): return "from " + period.description.dropLast(2)
    case (nil, .some): return "until " + period.description.dropFirst(2)
    case (nil, nil): return "all periods"
    }
  }

  /// "2012-03 to 2014-11-05", or one date, or nothing.
  static func span(_ first: PartialDate?, _ last: PartialDate?) -> String? {
    switch (first, last) {
    case (let first?, let last?) where first != last: "\(first) to \(last)"
    case (let date?, _), (nil, let date?): date.description
    case (nil, nil): nil
    }
  }
}
