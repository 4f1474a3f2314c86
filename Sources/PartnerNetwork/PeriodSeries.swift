import PartnerModel

/// The successive periods that evidence covers.
public enum PeriodSeries {
  /// How long a period of a series is.
  public enum Step: String, Hashable, CaseIterable, Sendable {
    case year, month, day
  }

  /// The periods of a length in which something was observed, in order.
  ///
  /// A date that is known less precisely than the period is long falls in none.
  public static func periods(of evidence: EvidenceSet, every step: Step = .year) -> [Period] {
    tally(evidence, step).map(\.period)
  }

  /// Periods for comparing one with the next: whole years, each of which has enough documents.
  ///
  /// A year's documents are those of that date that observe something in it; events that documents
  /// merely look back on do not make a period. Years with fewer than `documents` are joined with
  /// the years that follow, and what remains at the end with the period before. Evidence without
  /// dated documents is taken by its observations instead.
  public static func proposal(for evidence: EvidenceSet, documents: Int = 1) -> [Period] {
    let years = tally(evidence, .year)
    let byDocument = years.contains { $0.documents > 0 }
    let counts = years.map { byDocument ? $0.documents : $0.observations }
    var proposal: [Period] = []
    var first: Day?
    var gathered = 0
    for (year, count) in zip(years, counts) where count > 0 {
      first = first ?? year.period.first
      gathered += count
      guard gathered >= documents else { continue }
      proposal.append(Period(from: first, to: year.period.last))
      (first, gathered) = (nil, 0)
    }
    if first != nil, let last = years.last(where: { byDocument ? $0.documents > 0 : true }) {
      let previous = proposal.popLast()
      proposal.append(Period(from: previous?.first ?? first, to: last.period.last))
    }
    return proposal
  }

  private struct Count {
    let period: Period
    var observations = 0
    var documents = 0
  }

  private static func tally(_ evidence: EvidenceSet, _ step: Step) -> [Count] {
    var counts: [Day: Count] = [:]
    var speaks = Array(repeating: false, count: evidence.documents.count)
    // Most observations share the date of the one before.
    var previous: (date: PartialDate, period: Period?)?
    for observation in evidence.observations {
      guard let date = observation.date else { continue }
      let period = previous?.date == date ? previous?.period : period(of: date, step)
      previous = (date, period)
      guard let period, let first = period.first else { continue }
      counts[first, default: Count(period: period)].observations += 1
      let place = Int(observation.document)
      guard speaks.indices.contains(place), !speaks[place],
        let published = evidence.documents[place].date, period.contains(published)
      else { continue }
      speaks[place] = true
      counts[first]?.documents += 1
    }
    return counts.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func period(of date: PartialDate, _ step: Step) -> Period? {
    let middle = Day(number: Int32((Int(date.first.number) + Int(date.last.number)) >> 1))
    let (year, month, _) = middle.components
    let whole =
      switch step {
      case .year: PartialDate(year: year)
      case .month: PartialDate(year: year, month: month)
      case .day: PartialDate(middle)
      }
    guard let whole else { return nil }
    let period = Period(whole)
    return period.contains(date) ? period : nil
  }
}
