/// The vertices of each group.
struct GroupMembers: ~Copyable {
  /// The members of the groups, one group after the other, and where each group starts; empty if
  /// every vertex is a group.
  private let vertices: Scratch<UInt32>
  private let starts: Scratch<UInt32>

  /// Every vertex for itself.
  init() {
    vertices = Scratch(0, filledWith: 0)
    starts = Scratch(0, filledWith: 0)
  }

  /// The members of the groups `groupOf`, numbered from 0, in rising order (a counting sort).
  init(of groupOf: borrowing Scratch<UInt32>, count: Int) {
    vertices = Scratch(uninitialised: groupOf.count)
    starts = Scratch(count + 1, filledWith: 0)
    for vertex in 0..<groupOf.count { starts[groupOf[vertex]] += 1 }
    var end: UInt32 = 0
    for group in 0...count {
      end += starts[group]
      starts[group] = end
    }
    for vertex in (0..<groupOf.count).reversed() {
      let group = groupOf[vertex]
      starts[group] -= 1
      vertices[starts[group]] = UInt32(vertex)
    }
  }

  var areSingle: Bool { starts.count == 0 }

  /// Where the members of a group are, for ``vertex(at:)``.
  @inline(__always)
  func places(of group: Int) -> Range<Int> {
    areSingle
      ? Range(uncheckedBounds: (group, group &+ 1))
      : Range(uncheckedBounds: (Int(starts[group]), Int(starts[group &+ 1])))
  }

  @inline(__always)
  func vertex(at place: Int) -> Int { areSingle ? place : Int(vertices[place]) }
}
