import PartnerModel

extension NetworkDiffBuilder {
  /// Who rose and fell: by measure, those in both networks first, by how far they moved.
  func rankShifts(_ ties: [TieChange]) throws(NetworkError) -> [RankShift] {
    guard !options.measures.isEmpty else { return [] }
    let old = try Ranking(of: before, by: options.measures, options: options.ranking)
    let new = try Ranking(of: after, by: options.measures, options: options.ranking)
    let rowBefore = Dictionary(uniqueKeysWithValues: old.rows.map { ($0.place, $0) })
    let rowAfter = Dictionary(uniqueKeysWithValues: new.rows.map { ($0.place, $0) })
    let causes = causes(ties)
    var shifts: [RankShift] = []
    for (number, measure) in old.measures.enumerated() {
      var ofMeasure: [RankShift] = []
      for (entity, places) in aligned.entities.enumerated() {
        let a = places.before.flatMap { rowBefore[$0] }
        let b = places.after.flatMap { rowAfter[$0] }
        guard a != nil || b != nil else { continue }
        ofMeasure.append(
          RankShift(
            entity: entity, measure: measure, rankBefore: a?.ranks[number],
            rankAfter: b?.ranks[number], scoreBefore: a?.scores[number],
            scoreAfter: b?.scores[number], ties: causes[entity]))
      }
      shifts += ofMeasure.sorted { order($0) < order($1) }
    }
    return shifts
  }

  /// The same whichever network is first.
  private func order(_ shift: RankShift) -> (Int, Int, Int) {
    let best = min(shift.rankBefore ?? .max, shift.rankAfter ?? .max)
    return (shift.shift.map { -abs($0) } ?? 1, best, shift.entity)
  }

  /// By entity: its ties that count for the ranking and whose weight changed, those that changed
  /// most first.
  private func causes(_ ties: [TieChange]) -> [[Int]] {
    let filters = [before, after].map { options.ranking.projection.ties(for: $0.selection) }
    let counts = aligned.types.map { type in filters.contains { $0.includes(type.group) } }
    var causes = [[Int]](repeating: [], count: aligned.entities.count)
    for (place, tie) in ties.enumerated()
    where counts[tie.type] && tie.weightChange != 0 && tie.source != tie.target {
      causes[tie.source].append(place)
      causes[tie.target].append(place)
    }
    for entity in causes.indices {
      causes[entity].sort {
        let (a, b) = (abs(ties[$0].weightChange), abs(ties[$1].weightChange))
        return a != b ? a > b : $0 < $1
      }
    }
    return causes
  }
}
