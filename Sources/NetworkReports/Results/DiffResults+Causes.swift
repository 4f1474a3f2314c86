import PartnerModel
import PartnerNetwork

extension DiffResults {
  /// Why a rank changed, in two causes, the second of which there may not be: the ties of the entity
  /// that grew where it rose, or shrank where it fell, those that changed most first; or where its
  /// own ties do not account for it, whom it passed or was passed by.
  func because(_ shift: RankShift) -> [String?] {
    let rises = (shift.shift ?? 0) > 0
    let ties = shift.ties.filter { (diff.ties[$0].weightChange > 0) == rises }
    if let first = ties.first { return [cause(first), ties.dropFirst().first.map(cause)] }
    let (others, verb) = passing(shift)
    let shown = others.prefix(3).map { diff.entity($0).name }
    guard !shown.isEmpty else { return [nil, nil] }
    let more = others.count > 3 ? " and \(others.count - 3) more" : ""
    let own = shift.ties.first.map { "in spite of " + cause($0) } ?? "no tie of its own"
    return ["\(verb) \(shown.joined(separator: ", "))\(more)", own]
  }

  /// `+2 Russia → Turkey transfer`
  private func cause(_ place: Int) -> String {
    let tie = diff.ties[place]
    let change = Decimals.short(tie.weightChange)
    return "\(tie.weightChange > 0 ? "+" : "")\(change) \(name(tie)) \(diff.types[tie.type].name)"
  }

  /// Those whom an entity was not behind before and is behind now, or the other way round; those
  /// who moved furthest first.
  private func passing(_ shift: RankShift) -> (others: [Int], verb: String) {
    guard let before = shift.rankBefore, let after = shift.rankAfter else { return ([], "") }
    let falls = after > before
    let others = diff.rankShifts.filter { other in
      guard other.measure == shift.measure, other.entity != shift.entity else { return false }
      let (old, new) = (other.rankBefore ?? .max, other.rankAfter ?? .max)
      return falls ? old >= before && new < after : old < before && new >= after
    }
    func gain(_ other: RankShift) -> Int { abs(other.shift ?? .max) }
    return (
      others.sorted { (gain($1), $0.entity) < (gain($0), $1.entity) }.map(\.entity),
      falls ? "passed by" : "passes"
    )
  }

  /// How far apart the networks and their communities are by other definitions.
  var distanceSummary: String {
    func text(_ value: Double) -> String { Decimals.text(value, decimals: 2) }
    let distances = diff.distances
    var parts = ["\(text(distances.pairs)) pair by pair"]
    if let influence = distances.influence {
      parts.append("\(text(influence)) in influence (DeltaCon)")
    }
    if let shape = distances.shape { parts.append("\(text(shape)) in shape (portrait divergence)") }
    if distances.influence == nil { parts.append("too large for influence and shape") }
    let agreement = diff.agreement.map {
      "\n         communities of the \(counted($0.entityCount, "entity")) in both: \($0.inWords)"
    }
    return "         " + parts.joined(separator: ", ") + (agreement ?? "")
  }
}
