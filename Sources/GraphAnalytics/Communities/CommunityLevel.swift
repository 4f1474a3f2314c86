/// A graph on its way through Louvain or Leiden: the graph itself, or one whose vertices stand for
/// groups of vertices.
struct CommunityLevel: ~Copyable {
  /// The ties between groups. The strength inside a group moves with it and need not be kept.
  let rows: Adjacency
  /// What a group weighs in the null model: its strength for modularity, its size for the constant
  /// Potts model.
  let masses: Scratch<Double>

  init(rows: Adjacency, masses: consuming Scratch<Double>) {
    self.rows = rows
    self.masses = masses
  }

  /// The level whose vertices are the groups `groupOf` of this one, numbered from 0.
  func aggregated(by groupOf: borrowing Scratch<UInt32>, count: Int) -> CommunityLevel {
    let starts = Scratch<UInt32>(count + 1, filledWith: 0)
    let masses = Scratch<Double>(count, filledWith: 0)
    for vertex in 0..<rows.vertexCount {
      starts[Int(groupOf[vertex]) + 1] += 1
      masses[groupOf[vertex]] += self.masses[vertex]
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    let members = Scratch<UInt32>(rows.vertexCount, filledWith: 0)
    for vertex in 0..<rows.vertexCount {
      let group = groupOf[vertex]
      members[starts[group]] = UInt32(vertex)
      starts[group] += 1
    }
    // Filling moved each start to the next group's.
    let sums = Scratch<Double>(count, filledWith: 0)
    let offsets = Scratch<UInt32>(count + 1, filledWith: 0)
    let neighbours = Scratch<UInt32>(uninitialised: rows.arcCount + 1)
    let strengths = Scratch<Double>(uninitialised: rows.arcCount)
    var end = 0
    for group in 0..<count {
      let first = end
      for place in (group == 0 ? 0 : Int(starts[group - 1]))..<Int(starts[group]) {
        for arc in rows.arcs(of: Int(members[place])) {
          let other = groupOf[rows.neighbours[arc]]
          let sum = sums[other]
          // Writing a place too many costs less than guessing whether the other group is new.
          neighbours[end] = other
          end &+= sum == 0 && Int(other) != group ? 1 : 0
          sums[other] = sum + rows.strengths[arc]
        }
      }
      sums[group] = 0
      for place in first..<end {
        strengths[place] = sums[neighbours[place]]
        sums[neighbours[place]] = 0
      }
      offsets[group + 1] = UInt32(end)
    }
    return CommunityLevel(
      rows: Adjacency(
        offsets: offsets, neighbours: neighbours, strengths: strengths, arcCount: end),
      masses: masses)
  }
}

/// Numbers the labels in use from 0 in the order in which they first appear; returns how many.
func renumber(_ labels: borrowing Scratch<UInt32>, below bound: Int) -> Int {
  let numbers = Scratch<UInt32>(bound, filledWith: .max)
  var count: UInt32 = 0
  for place in 0..<labels.count {
    let label = labels[place]
    if numbers[label] == .max {
      numbers[label] = count
      count += 1
    }
    labels[place] = numbers[label]
  }
  return Int(count)
}
