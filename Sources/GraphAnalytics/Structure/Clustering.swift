import Synchronization

extension Graph {
  /// The local clustering coefficient: the share of pairs of neighbours that are tied themselves.
  ///
  /// 0 for a vertex with fewer than two neighbours. In a directed graph, the share of the possible
  /// directed triangles, as Fagiolo counts them. Strengths are ignored.
  ///
  /// Complexity: O(edges^1.5) at worst.
  ///
  /// Watts and Strogatz, "Collective dynamics of small-world networks", 1998; Fagiolo, "Clustering
  /// in complex directed networks", 2007.
  public func clustering(threads: Int = 1) throws(GraphError) -> [Double] {
    if !isDirected {
      let triangles = try triangles(threads: threads)
      return (0..<vertexCount).map { vertex in
        let place = Int(storage.placeOf[vertex])
        let degree = Double(storage.outgoing.degree(place))
        return degree < 2 ? 0 : 2 * Double(triangles[place]) / (degree * (degree - 1))
      }
    }
    let graph = Graph(storage: storage.mutual(weighted: false))
    let triangles = graph.byVertex(try graph.triangles(countingArcs: true, threads: threads))
    let neighbours = graph.degree()
    return (0..<vertexCount).map { vertex in
      let place = Int(storage.placeOf[vertex])
      let arcs = Double(storage.outgoing.degree(place) + storage.incoming.degree(place))
      let mutual = arcs - Double(neighbours[vertex])
      let possible = arcs * (arcs - 1) - 2 * mutual
      return possible > 0 ? Double(triangles[vertex]) / possible : 0
    }
  }

  /// The share of paths of two edges whose ends are tied, over the whole graph.
  ///
  /// Directions and strengths are ignored; 0 if there is no such path.
  ///
  /// Complexity: O(edges^1.5) at worst.
  ///
  /// Newman, Watts and Strogatz, "Random graph models of social networks", 2002.
  public func transitivity(threads: Int = 1) throws(GraphError) -> Double {
    let graph = undirected()
    let triangles = try graph.triangles(threads: threads)
    var closed = 0.0
    var possible = 0.0
    for vertex in 0..<vertexCount {
      let degree = Double(graph.storage.outgoing.degree(vertex))
      closed += Double(triangles[vertex])
      possible += degree * (degree - 1) / 2
    }
    return possible > 0 ? closed / possible : 0
  }

  /// For each place the number of triangles it is part of; or, counting arcs, the sum over them of
  /// the products of the strengths, which must be 1 or 2.
  ///
  /// Each triangle is found once, from its vertex of least degree: the other two lie before it.
  private func triangles(
    countingArcs: Bool = false, threads: Int
  ) throws(GraphError) -> Scratch<UInt64> {
    let rows = storage.outgoing
    let count = vertexCount
    // The rows are sorted: the neighbours before a vertex end here.
    let ends = Scratch<UInt32>(count, filledWith: 0)
    for vertex in 0..<count {
      ends[vertex] =
        UInt32(rows.arcs(of: vertex).partitioningIndex { rows.neighbours[$0] >= vertex })
    }
    let total = Scratch<UInt64>(count, filledWith: 0)
    let lock = Mutex(())
    let size = 256
    try inParallel(parts: (count + size - 1) / size, threads: threads) { queue in
      let sums = Scratch<UInt64>(count, filledWith: 0)
      let marks = Scratch<UInt8>(count, filledWith: 0)
      while let part = queue.take() {
        for last in part * size..<min((part + 1) * size, count) {
          let before = Int(rows.offsets[last])..<Int(ends[last])
          guard before.count > 1 else { continue }
          for arc in before {
            marks[Int(rows.neighbours[arc])] = countingArcs ? UInt8(rows.strengths[arc]) : 1
          }
          for arc in before {
            let middle = Int(rows.neighbours[arc])
            let strength = UInt64(marks[middle])
            var closed: UInt64 = 0
            // Adding a zero costs less than guessing whether it is one.
            for inner in Int(rows.offsets[middle])..<Int(ends[middle]) {
              let first = Int(rows.neighbours[inner])
              var product = UInt64(marks[first])
              if countingArcs { product &*= strength &* UInt64(rows.strengths[inner]) }
              sums[first] &+= product
              closed &+= product
            }
            sums[middle] &+= closed
            sums[last] &+= closed
          }
          for arc in before { marks[Int(rows.neighbours[arc])] = 0 }
        }
      }
      lock.withLock { _ in for vertex in 0..<count { total[vertex] += sums[vertex] } }
    }
    return total
  }
}

extension Range<Int> {
  /// The first index for which a condition holds that holds for all after it (binary search).
  fileprivate func partitioningIndex(where isAfter: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
