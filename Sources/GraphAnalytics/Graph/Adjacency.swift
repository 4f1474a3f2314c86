/// The rows of a graph: for each vertex its neighbours and the strengths of its ties to them
/// (compressed sparse rows).
///
/// Rows are sorted by neighbour. Vertices are numbered by place in the degree order here, not by
/// the caller. The owner keeps the memory alive as long as any copy of the view.
struct Adjacency: @unchecked Sendable {
  private final class Owner {
    let offsets: Scratch<UInt32>
    let neighbours: Scratch<UInt32>
    let strengths: Scratch<Double>

    init(vertexCount: Int, arcCount: Int) {
      offsets = Scratch(vertexCount + 1, filledWith: 0)
      neighbours = Scratch(uninitialised: arcCount)
      strengths = Scratch(uninitialised: arcCount)
    }

    init(
      offsets: consuming Scratch<UInt32>, neighbours: consuming Scratch<UInt32>,
      strengths: consuming Scratch<Double>
    ) {
      self.offsets = offsets
      self.neighbours = neighbours
      self.strengths = strengths
    }
  }

  private let owner: Owner
  let offsets: UnsafePointer<UInt32>
  let neighbours: UnsafePointer<UInt32>
  let strengths: UnsafePointer<Double>
  let vertexCount: Int
  let arcCount: Int

  private init(owner: Owner, arcCount: Int? = nil) {
    self.owner = owner
    vertexCount = owner.offsets.count - 1
    self.arcCount = arcCount ?? owner.neighbours.count
    offsets = UnsafePointer(owner.offsets.base)
    neighbours = UnsafePointer(owner.neighbours.base)
    strengths = UnsafePointer(owner.strengths.base)
  }

  /// Rows filled from arcs in any order; `arcs` calls its argument for each (row, neighbour,
  /// strength), the same ones each time.
  ///
  /// The rows are as sorted as the arcs are.
  init(
    vertexCount: Int, arcCount: Int,
    arcs: (_ add: (_ row: Int, _ neighbour: UInt32, _ strength: Double) -> Void) -> Void
  ) {
    let owner = Owner(vertexCount: vertexCount, arcCount: arcCount)
    arcs { row, _, _ in owner.offsets[row + 1] += 1 }
    for row in 0..<vertexCount { owner.offsets[row + 1] += owner.offsets[row] }
    let cursor = Scratch<UInt32>(vertexCount, filledWith: 0)
    for row in 0..<vertexCount { cursor[row] = owner.offsets[row] }
    arcs { row, neighbour, strength in
      let place = cursor[row]
      owner.neighbours[place] = neighbour
      owner.strengths[place] = strength
      cursor[row] = place &+ 1
    }
    self.init(owner: owner)
  }

  /// Rows from their parts. Only the first `arcCount` neighbours and strengths are used: memory
  /// beyond them that was never written to costs nothing.
  init(
    offsets: consuming Scratch<UInt32>, neighbours: consuming Scratch<UInt32>,
    strengths: consuming Scratch<Double>, arcCount: Int
  ) {
    self.init(
      owner: Owner(offsets: offsets, neighbours: neighbours, strengths: strengths),
      arcCount: arcCount)
  }

  /// The same arcs, turned round; the new rows are sorted.
  func transposed() -> Adjacency {
    Adjacency(vertexCount: vertexCount, arcCount: arcCount) { add in
      for row in 0..<vertexCount {
        for arc in self.arcs(of: row) { add(Int(neighbours[arc]), UInt32(row), strengths[arc]) }
      }
    }
  }

  /// The same arcs, each of strength 1.
  func withoutStrengths() -> Adjacency {
    Adjacency(
      owner: Owner(
        offsets: Scratch(copying: owner.offsets, count: vertexCount + 1),
        neighbours: Scratch(copying: owner.neighbours, count: arcCount),
        strengths: Scratch(arcCount, filledWith: 1)))
  }

  /// The places of a vertex's arcs in `neighbours` and `strengths`.
  @inline(__always)
  func arcs(of vertex: Int) -> Range<Int> {
    assert(vertex >= 0 && vertex < vertexCount)
    return Range(
      uncheckedBounds: (Int(offsets[vertex]), Int(offsets[vertex &+ 1])))
  }

  @inline(__always)
  func degree(_ vertex: Int) -> Int {
    assert(vertex >= 0 && vertex < vertexCount)
    return Int(offsets[vertex &+ 1] &- offsets[vertex])
  }

  func strength(_ vertex: Int) -> Double {
    var sum = 0.0
    for arc in arcs(of: vertex) { sum += strengths[arc] }
    return sum
  }

  /// The length of each arc on a path: 1 / strength, or 1 if strengths do not count.
  func lengths(weighted: Bool) -> Scratch<Double> {
    let lengths = Scratch<Double>(arcCount, filledWith: 1)
    guard weighted else { return lengths }
    for arc in 0..<arcCount { lengths[arc] = 1 / strengths[arc] }
    return lengths
  }

  /// Cuts the vertices into at most `count` ranges of about equal work (vertices plus arcs).
  func balancedRanges(_ count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for part in 1...max(count, 1) {
      let goal = (arcCount + vertexCount) * part / max(count, 1)
      var end = start
      while end < vertexCount, Int(offsets[end]) + end < goal { end += 1 }
      if part == count { end = vertexCount }
      if end > start { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}
