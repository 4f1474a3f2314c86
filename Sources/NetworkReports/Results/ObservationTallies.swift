import PartnerModel

/// How many observations there are of each relation, status and year.
///
/// Counted by number and named at the end: a string for each of millions of rows takes longer than
/// all the counting.
struct ObservationTallies: Sendable {
  /// By relation of the evidence.
  let relations: [(name: String, count: Int)]
  /// By status of the vocabulary.
  let statuses: [(name: String, count: Int)]
  /// By the year of the middle of the days that a date may be.
  let years: [(name: String, count: Int)]
  /// How many have no date.
  let undated: Int
  /// From the first to the last day that anything is known of.
  let period: Period?

  init(_ evidence: EvidenceSet) {
    var byRelation = Array(repeating: 0, count: evidence.relations.count)
    var asserted = 0
    var others: [Status: Int] = [:]
    var undated = 0
    var span: (first: Day, last: Day)?
    for observation in evidence.observations {
      let relation = Int(observation.relation)
      if byRelation.indices.contains(relation) { byRelation[relation] += 1 }
      if observation.status == .asserted {
        asserted += 1
      } else {
        others[observation.status, default: 0] += 1
      }
      guard let date = observation.date else {
        undated += 1
        continue
      }
      let known = span ?? (date.first, date.last)
      span = (min(known.first, date.first), max(known.last, date.last))
    }
    relations = zip(evidence.relations, byRelation).map { ($0.name, $1) }
    others[.asserted] = asserted
    statuses = others.map { ($0.key.rawValue, $0.value) }
    self.undated = undated
    period = span.map { Period(from: $0.first, to: $0.last) }
    years = span.map { Self.years(of: evidence.observations, from: $0.first, to: $0.last) } ?? []
  }

  private static func years(
    of observations: [Observation], from first: Day, to last: Day
  ) -> [(name: String, count: Int)] {
    let start = first.components.year
    var counts = Array(repeating: 0, count: last.components.year - start + 1)
    for case let date? in observations.lazy.map(\.date) {
      let middle = Day(number: (date.first.number + date.last.number) / 2)
      counts[middle.components.year - start] += 1
    }
    return counts.enumerated().map { (String(start + $0.offset), $0.element) }
  }
}
