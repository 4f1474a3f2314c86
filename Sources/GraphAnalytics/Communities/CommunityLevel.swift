/// A graph on its way through Louvain or Leiden: units that move from one community to another.
///
/// A unit is a vertex of `rows` or a group of them. Where groups are few, rows of their own are made
/// for them, and they are the vertices of the next level. Where there are many, that would take as
/// much memory as the graph; the rows of their members are read one after the other instead.
/// Communities are by vertex, the same for all members of a unit.
struct CommunityLevel<Rows: TieRows>: ~Copyable {
  /// What a unit weighs in the null model: its strength for modularity, its size for the constant
  /// Potts model.
  let masses: Scratch<Double>
  let rows: Rows
  let members: GroupMembers
  /// The strength of the ties within each unit, from both ends; none if they are single vertices.
  private let inner: Scratch<Double>

  init(rows: Rows, masses: consuming Scratch<Double>) {
    self.masses = masses
    self.rows = rows
    members = GroupMembers()
    inner = Scratch(0, filledWith: 0)
  }

  private init(
    rows: Rows, masses: consuming Scratch<Double>, members: consuming GroupMembers,
    inner: consuming Scratch<Double>
  ) {
    self.masses = masses
    self.rows = rows
    self.members = members
    self.inner = inner
  }

  /// The number of units.
  var count: Int { masses.count }

  /// Whether there is time to go through it more thoroughly, since that takes next to none.
  var isSmall: Bool { count <= 2048 }

  /// The strength of the ties within a unit, which moves with it.
  @inline(__always)
  func inner(of unit: Int) -> Double { inner.count == 0 ? 0 : inner[unit] }

  @inline(__always)
  func firstVertex(of unit: Int) -> Int {
    members.vertex(at: members.places(of: unit).lowerBound)
  }

  /// The number of arcs of a unit, those within it included.
  func degree(_ unit: Int) -> Int {
    members.places(of: unit).reduce(0) { $0 + rows.degree(members.vertex(at: $1)) }
  }

  /// The level whose vertices are the groups `groupOf` of vertices of this one, numbered from 0;
  /// `nil` if the graph is large and its rows would take more than 5 bytes an arc of the graph's.
  ///
  /// - Parameter averageSize: How many members the groups must have on average, so that it is worth
  ///   trying.
  func aggregated(
    by groupOf: borrowing Scratch<UInt32>, count: Int, unit: Double, averageSize: Int
  ) -> CommunityLevel<GroupTies>? {
    let isLarge = rows.arcCount > 1 << 18 && !(rows is GroupTies)
    if isLarge && averageSize * count > rows.vertexCount { return nil }
    let limit = isLarge ? rows.arcCount / 8 * 5 : rows.arcCount
    let sums = GroupSums<Float>(rows, by: groupOf, count: count, unit: unit, limit: limit)
    guard sums.isComplete else { return nil }
    return CommunityLevel<GroupTies>(
      rows: GroupTies(sums), masses: masses(by: groupOf, count: count))
  }

  /// The level whose units are the groups `groupOf` of vertices of this one, numbered from 0.
  func grouped(by groupOf: borrowing Scratch<UInt32>, count: Int) -> CommunityLevel {
    let inner = Scratch<Double>(count, filledWith: 0)
    for vertex in 0..<rows.vertexCount {
      let group = groupOf[vertex]
      var sum = 0.0
      for arc in rows.arcs(of: vertex) {
        sum += groupOf[rows.neighbours[arc]] == group ? rows.strength(ofArc: arc) : 0
      }
      inner[group] += sum
    }
    return CommunityLevel(
      rows: rows, masses: masses(by: groupOf, count: count),
      members: GroupMembers(of: groupOf, count: count), inner: inner)
  }

  private func masses(by groupOf: borrowing Scratch<UInt32>, count: Int) -> Scratch<Double> {
    let sums = Scratch<Double>(count, filledWith: 0)
    for unit in 0..<self.count {
      sums[groupOf[firstVertex(of: unit)]] += masses[unit]
    }
    return sums
  }
}

/// Numbers the labels in use, all below `bound`, from 0 in the order in which they first appear;
/// returns how many there are.
@discardableResult
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
