/// Brandes' algorithm for edges of length 1 / strength, or of length 1, one source at a time.
///
/// Paths are counted in a pass of their own over the order in which the search reached the
/// vertices, when all distances are final: so the counts agree even where lengths are equal but for
/// rounding.
struct WeightedBrandes: ~Copyable {
  private var search: PathSearch
  private let incoming: Adjacency
  private let lengths: Scratch<Double>
  /// When a vertex was reached; greatest if it was not.
  private let position: Scratch<UInt32>
  private let paths: Scratch<Double>
  /// Dependencies divided by path counts, while they are summed.
  private let shares: Scratch<Double>
  /// The last arcs of the shortest paths to each vertex, in the order of the search, and where those
  /// of each place begin.
  private let lastArcs: Scratch<UInt32>
  private let lastArcStarts: Scratch<UInt32>

  init(_ outgoing: Adjacency, _ incoming: Adjacency, weighted: Bool) {
    let count = outgoing.vertexCount
    search = PathSearch(outgoing, weighted: weighted)
    self.incoming = incoming
    lengths = incoming.lengths(weighted: weighted)
    position = Scratch(count, filledWith: .max)
    paths = Scratch(count, filledWith: 0)
    shares = Scratch(count, filledWith: 0)
    lastArcs = Scratch(incoming.arcCount, filledWith: 0)
    lastArcStarts = Scratch(count + 1, filledWith: 0)
  }

  /// Adds, for each vertex, the share of the shortest paths from `source` that pass through it.
  mutating func addDependencies(
    on source: Int, vertexWeights: borrowing Scratch<Double>, to sums: borrowing Scratch<Double>,
    at offset: Int
  ) {
    let reached = countPaths(from: source)
    let sourceWeight = vertexWeights[source]
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let dependency = paths[vertex] * shares[vertex]
      sums[offset + vertex] += sourceWeight * dependency
      let share = (vertexWeights[vertex] + dependency) / paths[vertex]
      for entry in entries(ofPlace: place) {
        shares[incoming.neighbours[Int(lastArcs[entry])]] += share
      }
    }
    forget(reached)
  }

  /// Adds, for each incoming arc, the share of the shortest paths from `source` that it is part of.
  mutating func addArcDependencies(
    on source: Int, to sums: borrowing Scratch<Double>, at offset: Int
  ) {
    let reached = countPaths(from: source)
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let share = (1 + paths[vertex] * shares[vertex]) / paths[vertex]
      for entry in entries(ofPlace: place) {
        let arc = Int(lastArcs[entry])
        let before = incoming.neighbours[arc]
        shares[before] += share
        sums[offset + arc] += paths[before] * share
      }
    }
    forget(reached)
  }

  private mutating func countPaths(from source: Int) -> Int {
    let reached = search.search(from: source)
    for place in 0..<reached { position[search.order[place]] = UInt32(place) }
    paths[source] = 1
    lastArcStarts[1] = 0
    for place in 1..<max(reached, 1) { countPaths(toPlace: place) }
    return reached
  }

  private func forget(_ reached: Int) {
    for place in 0..<reached {
      position[search.order[place]] = .max
      shares[search.order[place]] = 0
    }
  }

  @inline(__always)
  private func entries(ofPlace place: Int) -> Range<Int> {
    Int(lastArcStarts[place])..<Int(lastArcStarts[place + 1])
  }

  @inline(__always)
  private func countPaths(toPlace place: Int) {
    let vertex = Int(search.order[place])
    let distance = search.distances[vertex]
    let tolerance = PathSearch.tolerance * distance
    var end = Int(lastArcStarts[place])
    var count = 0.0
    for arc in incoming.arcs(of: vertex) {
      let before = incoming.neighbours[arc]
      let gap = search.distances[before] + lengths[arc] - distance
      guard abs(gap) <= tolerance, position[before] < place else { continue }
      count += paths[before]
      lastArcs[end] = UInt32(truncatingIfNeeded: arc)
      end &+= 1
    }
    paths[vertex] = count
    lastArcStarts[place + 1] = UInt32(end)
  }
}
