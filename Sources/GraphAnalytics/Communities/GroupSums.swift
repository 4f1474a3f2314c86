/// The ties between groups of vertices, each pair's summed. Only the first `arcCount` neighbours
/// and strengths are used: memory beyond them that was never written to costs nothing.
struct GroupSums<Strength: BinaryFloatingPoint & BitwiseCopyable>: ~Copyable {
  let offsets: Scratch<UInt32>
  let neighbours: Scratch<UInt32>
  let strengths: Scratch<Strength>
  let arcCount: Int
  /// Whether the sums kept to the limit; if not, they are of no use.
  let isComplete: Bool
  /// What the strengths are parts of.
  let unit: Double

  /// Sums the ties between the groups `groupOf`, numbered from 0; those within are left out. Gives
  /// up once more than `limit` pairs are tied.
  init(
    _ rows: some TieRows, by groupOf: borrowing Scratch<UInt32>, count: Int, unit: Double,
    limit: Int = .max
  ) {
    let members = GroupMembers(of: groupOf, count: count)
    let limit = min(limit, rows.arcCount)
    let scale = 1 / unit
    let sums = Scratch<Double>(count, filledWith: 0)
    let offsets = Scratch<UInt32>(count + 1, filledWith: 0)
    let neighbours = Scratch<UInt32>(uninitialised: limit + count + 1)
    let strengths = Scratch<Strength>(uninitialised: limit)
    var end = 0
    for group in 0..<count {
      let first = end
      for place in members.places(of: group) {
        for arc in rows.arcs(of: members.vertex(at: place)) {
          let other = groupOf[rows.neighbours[arc]]
          let sum = sums[other]
          // Writing a place too many costs less than guessing whether the other group is new.
          neighbours[end] = other
          end &+= sum == 0 && Int(other) != group ? 1 : 0
          sums[other] = sum + rows.strength(ofArc: arc)
        }
      }
      if end > limit { break }
      sums[group] = 0
      for place in first..<end {
        strengths[place] = Strength(sums[neighbours[place]] * scale)
        sums[neighbours[place]] = 0
      }
      offsets[group + 1] = UInt32(end)
    }
    self.offsets = offsets
    self.neighbours = neighbours
    self.strengths = strengths
    arcCount = min(end, limit)
    isComplete = end <= limit
    self.unit = unit
  }
}
