/// A division of the vertices into communities, each vertex in exactly one.
///
/// Communities are numbered by falling size, then by their smallest member, so that equal divisions
/// are equal values whatever found them.
public struct Partition: Hashable, Sendable {
  /// The community of each vertex, from 0.
  public let communityOf: [Int]
  /// The number of communities; none of them is empty.
  public let count: Int

  /// The division in which vertices with equal labels belong together.
  ///
  /// Complexity: O(*n* log *n*).
  public init(labels: some Sequence<Int>) {
    var numbers: [Int: Int] = [:]
    var sizes: [Int] = []
    var found: [Int] = []
    for label in labels {
      let community = numbers[label, default: sizes.count]
      if community == sizes.count {
        numbers[label] = community
        sizes.append(0)
      }
      sizes[community] += 1
      found.append(community)
    }
    self.init(numbered: found, sizes: sizes)
  }

  /// The division by labels below a bound.
  fileprivate init(labels: some Sequence<UInt32>, below bound: Int) {
    let numbers = Scratch<UInt32>(bound, filledWith: .max)
    var sizes: [Int] = []
    var found: [Int] = []
    found.reserveCapacity(labels.underestimatedCount)
    for label in labels {
      if numbers[label] == .max {
        numbers[label] = UInt32(sizes.count)
        sizes.append(0)
      }
      sizes[Int(numbers[label])] += 1
      found.append(Int(numbers[label]))
    }
    self.init(numbered: found, sizes: sizes)
  }

  /// The division by numbers in the order in which they first appear.
  private init(numbered found: consuming [Int], sizes: [Int]) {
    // Numbers rise with the smallest member; a stable order by size keeps that among equals.
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    var renumbered = sizes
    for (number, community) in order.enumerated() { renumbered[community] = number }
    for vertex in found.indices { found[vertex] = renumbered[found[vertex]] }
    communityOf = found
    count = sizes.count
  }

  /// The members of each community in rising order.
  public func members() -> [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (vertex, community) in communityOf.enumerated() { members[community].append(vertex) }
    return members
  }

  /// The number of members of each community, falling.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for community in communityOf { sizes[community] += 1 }
    return sizes
  }
}

extension Graph {
  /// The division given by labels in the order of places.
  func partition(byPlace labels: borrowing Scratch<UInt32>) -> Partition {
    Partition(labels: byVertex(labels), below: vertexCount)
  }
}
