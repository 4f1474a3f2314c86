/// An undirected graph without the trees that hang from it, and what the trees add to betweenness.
///
/// All paths between a tree and the rest pass the vertex it hangs from, so the trees are counted
/// out by hand, and each vertex of the core that remains stands for itself and the trees folded
/// into it. In graphs of partners nearly half of the vertices have one neighbour.
///
/// Baglioni, Geraci, Pellegrini and Lastres, "Fast exact computation of betweenness centrality in
/// social networks", 2012.
struct HangingTrees: ~Copyable {
  /// The core in its own degree order.
  let core: Adjacency
  /// How many vertices a vertex of the core stands for.
  let weights: Scratch<Double>
  /// The place in the whole graph of each vertex of the core.
  let placeOf: Scratch<UInt32>
  /// What is known of the betweenness of the vertices of the whole graph, over ordered pairs.
  let scores: Scratch<Double>

  init(_ rows: Adjacency) {
    let count = rows.vertexCount
    let componentSize = Self.componentSizes(rows)
    let scores = Scratch<Double>(count, filledWith: 0)
    let folded = Scratch<Double>(count, filledWith: 1)
    let degrees = Scratch<UInt32>(count, filledWith: 0)
    let isFolded = Scratch<Bool>(count, filledWith: false)
    let leaves = Scratch<UInt32>(count, filledWith: 0)
    var waiting = 0
    for vertex in 0..<count {
      degrees[vertex] = UInt32(rows.degree(vertex))
      if degrees[vertex] == 1 {
        leaves[waiting] = UInt32(vertex)
        waiting += 1
      }
    }
    while waiting > 0 {
      waiting -= 1
      let leaf = Int(leaves[waiting])
      // The last vertex of a tree has nothing left to hang from.
      if degrees[leaf] != 1 { continue }
      isFolded[leaf] = true
      degrees[leaf] = 0
      for arc in rows.arcs(of: leaf) where !isFolded[Int(rows.neighbours[arc])] {
        let stem = Int(rows.neighbours[arc])
        // Pairs of which one is in this tree and the other among those folded before it.
        scores[stem] += 2 * folded[leaf] * (folded[stem] - 1)
        folded[stem] += folded[leaf]
        degrees[stem] -= 1
        if degrees[stem] == 1 {
          leaves[waiting] = UInt32(stem)
          waiting += 1
        }
        break
      }
    }
    // Pairs of which one is in the trees folded into a vertex and the other outside.
    for vertex in 0..<count {
      scores[vertex] += 2 * (folded[vertex] - 1) * (componentSize[vertex] - folded[vertex])
    }
    placeOf = Self.corePlaces(degrees)
    core = Self.core(rows, degrees: degrees, placeOf: placeOf)
    weights = Scratch(placeOf.count, filledWith: 0)
    for vertex in 0..<placeOf.count { weights[vertex] = folded[placeOf[vertex]] }
    self.scores = scores
  }

  /// For each vertex the number of vertices in its component.
  private static func componentSizes(_ rows: Adjacency) -> Scratch<Double> {
    let component = weakComponents(rows, rows)
    let sizes = Scratch<Double>(rows.vertexCount, filledWith: 0)
    for vertex in 0..<rows.vertexCount { sizes[component[vertex]] += 1 }
    for vertex in 0..<rows.vertexCount { sizes[vertex] = sizes[component[vertex]] }
    return sizes
  }

  /// The vertices that have neighbours left, in the order of how many.
  private static func corePlaces(_ degrees: borrowing Scratch<UInt32>) -> Scratch<UInt32> {
    let order = placesByFalling(degrees)
    var count = 0
    for vertex in 0..<degrees.count where degrees[vertex] > 0 { count += 1 }
    let places = Scratch<UInt32>(count, filledWith: 0)
    for vertex in 0..<degrees.count where degrees[vertex] > 0 {
      places[order[vertex]] = UInt32(vertex)
    }
    return places
  }

  private static func core(
    _ rows: Adjacency, degrees: borrowing Scratch<UInt32>, placeOf: borrowing Scratch<UInt32>
  ) -> Adjacency {
    let numbers = Scratch<UInt32>(rows.vertexCount, filledWith: .max)
    var arcCount = 0
    for vertex in 0..<placeOf.count {
      numbers[placeOf[vertex]] = UInt32(vertex)
      arcCount += Int(degrees[placeOf[vertex]])
    }
    return Adjacency(vertexCount: placeOf.count, arcCount: arcCount) { add in
      for vertex in 0..<placeOf.count {
        for arc in rows.arcs(of: Int(placeOf[vertex])) {
          let neighbour = numbers[rows.neighbours[arc]]
          if neighbour != .max { add(Int(neighbour), UInt32(vertex), rows.strengths[arc]) }
        }
      }
    }
  }
}
