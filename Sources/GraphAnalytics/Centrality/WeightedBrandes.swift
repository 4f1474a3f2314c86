/// Brandes' algorithm for edges of length 1 / strength, one source at a time.
///
/// Path counts and dependencies are summed in passes of their own over the order in which the
/// search reached the vertices, with one rule for which arcs lie on shortest paths: so they agree
/// even where lengths are equal but for rounding.
struct WeightedBrandes: ~Copyable {
  private var search: PathSearch
  private let incoming: Adjacency
  private let incomingLengths: Scratch<Double>
  /// When a vertex was reached; greatest if it was not.
  private let position: Scratch<UInt32>
  private let paths: Scratch<Double>
  /// (weight + dependency) / paths.
  private let shares: Scratch<Double>

  init(_ outgoing: Adjacency, _ incoming: Adjacency) {
    search = PathSearch(outgoing)
    self.incoming = incoming
    incomingLengths = incoming.lengths()
    position = Scratch(outgoing.vertexCount, filledWith: .max)
    paths = Scratch(outgoing.vertexCount, filledWith: 0)
    shares = Scratch(outgoing.vertexCount, filledWith: 0)
  }

  /// Adds, for each vertex, the share of the shortest paths from `source` that pass through it.
  mutating func addDependencies(
    on source: Int, vertexWeights: borrowing Scratch<Double>, to sums: borrowing Scratch<Double>,
    at offset: Int
  ) {
    let reached = search.search(from: source)
    for place in 0..<reached { position[search.order[place]] = UInt32(place) }
    paths[source] = 1
    for place in 1..<max(reached, 1) { countPaths(to: Int(search.order[place])) }
    let sourceWeight = vertexWeights[source]
    for place in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(search.order[place])
      let dependency = paths[vertex] * share(after: vertex)
      sums[offset + vertex] += sourceWeight * dependency
      shares[vertex] = (vertexWeights[vertex] + dependency) / paths[vertex]
    }
    for place in 0..<reached { position[search.order[place]] = .max }
  }

  @inline(__always)
  private func countPaths(to vertex: Int) {
    let distance = search.distances[vertex]
    let tolerance = PathSearch.tolerance * distance
    let reached = position[vertex]
    var count = 0.0
    for arc in incoming.arcs(of: vertex) {
      let before = Int(incoming.neighbours[arc])
      let gap = search.distances[before] + incomingLengths[arc] - distance
      if abs(gap) <= tolerance, position[before] < reached { count += paths[before] }
    }
    paths[vertex] = count
  }

  @inline(__always)
  private func share(after vertex: Int) -> Double {
    let distance = search.distances[vertex]
    let reached = position[vertex]
    var share = 0.0
    for arc in search.rows.arcs(of: vertex) {
      let after = Int(search.rows.neighbours[arc])
      let there = search.distances[after]
      let gap = distance + search.lengths[arc] - there
      if abs(gap) <= PathSearch.tolerance * there, position[after] > reached {
        share += shares[after]
      }
    }
    return share
  }
}
