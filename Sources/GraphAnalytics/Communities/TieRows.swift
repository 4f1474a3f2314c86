/// Rows of ties as the community methods read them: whatever their strengths are kept in.
protocol TieRows {
  var offsets: UnsafePointer<UInt32> { get }
  var neighbours: UnsafePointer<UInt32> { get }
  var vertexCount: Int { get }
  var arcCount: Int { get }

  func strength(ofArc arc: Int) -> Double
}

extension TieRows {
  @inline(__always)
  func arcs(of vertex: Int) -> Range<Int> {
    assert(vertex >= 0 && vertex < vertexCount)
    return Range(uncheckedBounds: (Int(offsets[vertex]), Int(offsets[vertex &+ 1])))
  }

  @inline(__always)
  func degree(_ vertex: Int) -> Int { arcs(of: vertex).count }

  /// The strength of all arcs of a vertex.
  func strength(_ vertex: Int) -> Double {
    var sum = 0.0
    for arc in arcs(of: vertex) { sum += strength(ofArc: arc) }
    return sum
  }
}

extension Adjacency: TieRows {
  @inline(__always)
  func strength(ofArc arc: Int) -> Double { strengths[arc] }
}

/// Ties of one and the same strength, which need not be read.
struct EqualTies: TieRows {
  private let rows: Adjacency
  private let strength: Double
  let offsets: UnsafePointer<UInt32>
  let neighbours: UnsafePointer<UInt32>
  let vertexCount: Int
  let arcCount: Int

  init(_ rows: Adjacency, strength: Double) {
    self.rows = rows
    self.strength = strength
    offsets = rows.offsets
    neighbours = rows.neighbours
    vertexCount = rows.vertexCount
    arcCount = rows.arcCount
  }

  @inline(__always)
  func strength(ofArc arc: Int) -> Double { strength }
}

/// Ties between groups of vertices, 8 bytes each.
///
/// Strengths are rounded to single precision, in parts of a unit, so that none overflows; what is
/// lost is less than what any choice depends on, and the last moves are made in the graph itself.
struct GroupTies: TieRows {
  /// Keeps the memory alive that the pointers lead to.
  private final class Owner {
    let offsets: Scratch<UInt32>
    let neighbours: Scratch<UInt32>
    let strengths: Scratch<Float>

    init(_ sums: consuming GroupSums<Float>) {
      offsets = sums.offsets
      neighbours = sums.neighbours
      strengths = sums.strengths
    }
  }

  private let owner: Owner
  private let strengths: UnsafePointer<Float>
  private let unit: Double
  let offsets: UnsafePointer<UInt32>
  let neighbours: UnsafePointer<UInt32>
  let vertexCount: Int
  let arcCount: Int

  init(_ sums: consuming GroupSums<Float>) {
    vertexCount = sums.offsets.count - 1
    arcCount = sums.arcCount
    unit = sums.unit
    owner = Owner(sums)
    offsets = UnsafePointer(owner.offsets.base)
    neighbours = UnsafePointer(owner.neighbours.base)
    strengths = UnsafePointer(owner.strengths.base)
  }

  @inline(__always)
  func strength(ofArc arc: Int) -> Double { Double(strengths[arc]) * unit }
}
