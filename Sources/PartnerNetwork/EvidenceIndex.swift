import PartnerModel

/// Finds the observations behind an entity, a pair or a tie.
public struct EvidenceIndex: Sendable {
  private let evidence: EvidenceSet
  /// Places of the observations of entity `e` are `places[start[e]..<start[e + 1]]`.
  private let start: [Int]
  private let places: [Int32]
  private let byRow: [(row: Int64, place: Int32)]

  /// Indexes the evidence; observations whose ends do not exist are left out.
  public init(_ evidence: EvidenceSet) {
    self.evidence = evidence
    let count = evidence.entities.count
    var start = Array(repeating: 0, count: count + 1)
    func forEachEnd(_ body: (_ entity: Int, _ place: Int) -> Void) {
      for (place, observation) in evidence.observations.enumerated() {
        let (source, target) = (Int(observation.source), Int(observation.target))
        if (0..<count).contains(source) { body(source, place) }
        if target != source, (0..<count).contains(target) { body(target, place) }
      }
    }
    forEachEnd { entity, _ in start[entity + 1] += 1 }
    for entity in 0..<count { start[entity + 1] += start[entity] }
    var next = start
    var places = Array(repeating: Int32(0), count: start[count])
    forEachEnd { entity, place in
      places[next[entity]] = Int32(truncatingIfNeeded: place)
      next[entity] += 1
    }
    self.start = start
    self.places = places
    byRow = evidence.observations.enumerated()
      .map { ($1.row, Int32(truncatingIfNeeded: $0)) }
      .sorted { $0 < $1 }
  }

  /// The selected observations about an entity, or about it and another, by date (those without
  /// come last), then by row.
  ///
  /// - Parameters:
  ///   - entity: Its place in ``EvidenceSet/entities``.
  ///   - other: The place of another that must be the other end; `nil` for anyone.
  ///   - selection: What to look at. Undated observations are outside a period unless it includes
  ///     them.
  public func observations(
    about entity: Int, and other: Int? = nil, selection: Selection = Selection()
  ) -> [Observation] {
    guard entity >= 0, entity + 1 < start.count else { return [] }
    return
      places[start[entity]..<start[entity + 1]]
      .map { evidence.observations[Int($0)] }
      .filter { observation in
        let ends = [Int(observation.source), Int(observation.target)]
        guard ends.allSatisfy(evidence.entities.indices.contains) else { return false }
        if let other {
          guard ends == [entity, other] || ends == [other, entity] else { return false }
        }
        let relation = Int(observation.relation)
        return evidence.relations.indices.contains(relation)
          && selection.includes(evidence.relations[relation])
          && ends.allSatisfy { selection.includes(evidence.entities[$0]) }
          && selection.place(of: observation.date) == .inside
      }
      .sorted { a, b in
        switch (a.date, b.date) {
        case (let x?, let y?) where x != y: x < y
        case (_?, nil): true
        case (nil, _?): false
        default: a.row < b.row
        }
      }
  }

  /// The observations of rows, as ``Tie/rows`` names them, in that order; rows that do not exist
  /// are left out.
  public func observations(rows: [Int64]) -> [Observation] {
    rows.compactMap { row in
      var low = 0
      var high = byRow.count
      while low < high {
        let middle = (low + high) / 2
        if byRow[middle].row < row { low = middle + 1 } else { high = middle }
      }
      guard low < byRow.count, byRow[low].row == row else { return nil }
      return evidence.observations[Int(byRow[low].place)]
    }
  }
}
