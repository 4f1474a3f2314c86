/// A date as far as it is known: a day, a month, a year, or some day between two.
///
/// Held as the first and the last day it can be. Written and read as `2012-10-17`, `2012-10`,
/// `2012`, or `2014-01-22/2014-02-07`.
public struct PartialDate: Hashable, Sendable {
  /// The first day it can be.
  public let first: Day
  /// The last day it can be.
  public let last: Day

  /// Some day between two, which may be given in either order.
  public init(from a: Day, to b: Day) {
    first = min(a, b)
    last = max(a, b)
  }

  /// One day.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// A year, a month of it, or a day; `nil` if there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    if day != nil && month == nil { return nil }
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1),
      let last = Day(
        year: year, month: month ?? 12,
        day: day ?? Day.length(ofMonth: month ?? 12, year: year))
    else { return nil }
    self.init(from: first, to: last)
  }

  /// Reads `2012`, `2012-10`, `2012-10-17` or two of these joined by `/`.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let widths = [4, 2, 2]
      guard (1...3).contains(parts.count) else { return nil }
      var numbers: [Int] = []
      for (part, width) in zip(parts, widths) {
        guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
          let number = Int(part)
        else { return nil }
        numbers.append(number)
      }
      self.init(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    case 2:
      guard let a = PartialDate(ends[0]), let b = PartialDate(ends[1]), a.first <= b.last else {
        return nil
      }
      self.init(from: a.first, to: b.last)
    default: return nil
    }
  }

  /// Whether the day is known.
  public var isDay: Bool { first == last }

  /// How many days it may be.
  public var dayCount: Int { Int(last.number) - Int(first.number) + 1 }
}

extension PartialDate: Comparable {
  /// Orders by the first possible day, then by the last.
  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.first, a.last) < (b.first, b.last)
  }
}

extension PartialDate: CustomStringConvertible {
  /// The shortest way to write it: `2012-10-17`, `2012-10`, `2012`, or `first/last`.
  public var description: String {
    if isDay { return first.description }
    let (y1, m1, d1) = first.components
    let (y2, m2, d2) = last.components
    guard y1 == y2, d1 == 1, d2 == Day.length(ofMonth: m2, year: y2) else {
      return "\(first)/\(last)"
    }
    if m1 == m2 { return padded(y1, 4) + "-" + padded(m1, 2) }
    if m1 == 1 && m2 == 12 { return padded(y1, 4) }
    return "\(first)/\(last)"
  }
}

/// How the date of a document is known.
public enum DateBasis: String, Codable, CaseIterable, Sendable {
  /// The document says it.
  case stated
  /// It follows from the document or from another report of the same event.
  case inferred
  /// It lies between bounds that the document gives.
  case estimated
}
