/// Brandes' algorithm for edges of length 1 / strength, or of length 1, one source at a time.
///
/// Where lengths are arbitrary nearly every vertex is reached by one shortest path, whose last
/// vertex the search knows. Paths to the others are counted in a pass of their own over the order in
/// which the search reached the vertices, when all distances are final: so the counts agree even
/// where lengths are equal but for rounding.
struct WeightedBrandes: ~Copyable {
  private var search: PathSearch
  private let incoming: Adjacency
  private let weighted: Bool
  private let paths: Scratch<Double>
  private let dependencies: Scratch<Double>
  /// The last arcs of the shortest paths to each vertex with several, in the order of the search, and
  /// where those of each place end.
  private let lastArcs: Scratch<UInt32>
  private let lastArcEnds: Scratch<UInt32>

  init(_ outgoing: Adjacency, _ incoming: Adjacency, weighted: Bool) {
    let count = outgoing.vertexCount
    search = PathSearch(outgoing, weighted: weighted)
    self.incoming = incoming
    self.weighted = weighted
    paths = Scratch(count, filledWith: 1)
    dependencies = Scratch(count, filledWith: 0)
    lastArcs = Scratch(uninitialised: incoming.arcCount)
    lastArcEnds = Scratch(count + 1, filledWith: 0)
  }

  /// Adds, for each vertex, the share of the shortest paths from `source` that pass through it.
  mutating func addDependencies(
    on source: Int, vertexWeights: borrowing Scratch<Double>, to sums: borrowing Scratch<Double>,
    at offset: Int
  ) {
    let reached = search.search(from: source)
    if search.hasTies { countPaths(reached, everyArc: false) }
    let sourceWeight = vertexWeights[source]
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let dependency = dependencies[vertex]
      dependencies[vertex] = 0
      sums[offset + vertex] += sourceWeight * dependency
      let passed = vertexWeights[vertex] + dependency
      let before = search.before[vertex]
      if before != PathSearch.several {
        dependencies[before] += passed
      } else {
        for entry in entries(ofPlace: place) {
          let before = incoming.neighbours[Int(lastArcs[entry])]
          dependencies[before] += passed * (paths[before] / paths[vertex])
        }
      }
    }
    dependencies[source] = 0
  }

  /// Adds, for each incoming arc, the share of the shortest paths from `source` that it is part of.
  mutating func addArcDependencies(
    on source: Int, to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    let reached = search.search(from: source)
    countPaths(reached, everyArc: true)
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let passed = 1 + dependencies[vertex]
      dependencies[vertex] = 0
      for entry in entries(ofPlace: place) {
        let arc = Int(lastArcs[entry])
        let before = incoming.neighbours[arc]
        let share = passed * (paths[before] / paths[vertex])
        dependencies[before] += share
        sums[offset + arc] += share
      }
    }
    dependencies[source] = 0
  }

  @inline(__always)
  private func entries(ofPlace place: Int) -> Range<Int> {
    Int(lastArcEnds[place - 1])..<Int(lastArcEnds[place])
  }

  /// Counts the shortest paths to each vertex reached, and notes the last arcs of those to a vertex
  /// with several, or to every vertex.
  private func countPaths(_ reached: Int, everyArc: Bool) {
    paths[search.order[0]] = 1
    var end = 0
    for place in 1..<max(reached, 1) {
      let vertex = Int(search.order[place])
      let before = search.before[vertex]
      if everyArc || before == PathSearch.several {
        paths[vertex] = countPaths(to: vertex, atPlace: place, &end)
      } else {
        paths[vertex] = paths[before]
      }
      lastArcEnds[place] = UInt32(truncatingIfNeeded: end)
    }
  }

  @inline(__always)
  private func countPaths(to vertex: Int, atPlace place: Int, _ end: inout Int) -> Double {
    let distance = search.distances[vertex]
    let tolerance = PathSearch.tolerance * distance
    var count = 0.0
    for arc in incoming.arcs(of: vertex) {
      let before = incoming.neighbours[arc]
      let length = weighted ? 1 / incoming.strengths[arc] : 1
      let gap = search.distances[before] + length - distance
      guard abs(gap) <= tolerance, search.position[before] < place else { continue }
      count += paths[before]
      lastArcs[end] = UInt32(truncatingIfNeeded: arc)
      end &+= 1
    }
    return count
  }
}
