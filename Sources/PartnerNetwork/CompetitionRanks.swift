/// The ranks of scores, the greatest first, from 1; equal scores share the best rank of their
/// group: 1, 2, 2, 4.
///
/// Scores are equal if they differ by at most 1e-9 of the greater of them, or by less than rounding
/// leaves of the greatest score of all (1e-12 of it). Each group is measured from its greatest
/// score, so that a long chain of small steps is not one group. What is not a number comes last.
func competitionRanks(_ scores: [Double]) -> [Int] {
  let values = scores.map { $0.isNaN ? -.infinity : $0 }
  let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
  let noise = 1e-12 * values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  var ranks = Array(repeating: 1, count: values.count)
  var head = 0
  for (position, place) in order.enumerated() {
    let (greatest, value) = (values[order[head]], values[place])
    // An infinity equals itself only; its gap to a number would be measured by itself.
    let isLess =
      greatest.isFinite && value.isFinite
      ? greatest - value > max(1e-9 * max(abs(greatest), abs(value)), noise) : value < greatest
    if isLess { head = position }
    ranks[place] = head + 1
  }
  return ranks
}
