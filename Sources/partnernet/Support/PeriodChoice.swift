import PartnerModel
import PartnerNetwork

extension GraphFile {
  /// The periods of a length in which something was reported, as far as they lie within another.
  ///
  /// - Throws: `NothingDated` if there is none.
  func periods(every step: PeriodSeries.Step, within whole: Period?) throws -> [Period] {
    let found = PeriodSeries.periods(of: evidence, every: step).filter { period in
      guard let whole else { return true }
      let startsWithin = whole.first.map { first in period.first.map { $0 >= first } ?? false }
      let endsWithin = whole.last.map { last in period.last.map { $0 <= last } ?? false }
      return (startsWithin ?? true) && (endsWithin ?? true)
    }
    if found.isEmpty { throw NothingDated(file: name, step: step, period: whole) }
    return found
  }
}

/// There is no period to look at.
struct NothingDated: Error, CustomStringConvertible {
  let file: String
  let step: PeriodSeries.Step
  let period: Period?

  var description: String {
    let place = period.map { " within \($0)" } ?? ""
    return "\(file): nothing is dated to the \(step.rawValue)\(place); "
      + "give longer periods as --periods"
  }
}

extension Period {
  /// In the name of a file: `2004-2007` for `2004..2007`, `to-2013` and `from-2014` for open ends.
  var inFileNames: String {
    let text = description
    if text.hasPrefix("..") { return "to-" + text.dropFirst(2) }
    if text.hasSuffix("..") { return "from-" + text.dropLast(2) }
    return text.split(separator: "..").joined(separator: "-")
  }
}
