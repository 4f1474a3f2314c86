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
    let graph = Graph(storage: storage.mutual(weighted: false))
    let triangles = graph.byVertex(try graph.triangles(threads: threads))
    if !isDirected {
      return zip(triangles, degree()).map { triangles, degree in
        degree < 2 ? 0 : 2 * Double(triangles) / (Double(degree) * Double(degree - 1))
      }
    }
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
  public func transitivity(threads: Int = 1) throws(GraphError) -> Double {
    let graph = undirected()
    let ones = Graph(storage: graph.storage.mutual(weighted: false))
    let triangles = try ones.triangles(threads: threads)
    var closed = 0.0
    var possible = 0.0
    for vertex in 0..<vertexCount {
      let degree = Double(ones.storage.outgoing.degree(vertex))
      closed += Double(triangles[vertex])
      possible += degree * (degree - 1) / 2
    }
    return possible > 0 ? closed / possible : 0
  }

  /// For each place the sum, over the triangles it is part of, of the products of the strengths,
  /// which must be 1 or 2.
  ///
  /// Each triangle is found once, from its vertex of least degree: the other two lie before it.
  private func triangles(threads: Int) throws(GraphError) -> Scratch<UInt64> {
    let rows = storage.outgoing
    let count = vertexCount
    let total = Scratch<UInt64>(count, filledWith: 0)
    let lock = Mutex(())
    let size = 256
    try inParallel(parts: (count + size - 1) / size, threads: threads) { queue in
      let sums = Scratch<UInt64>(count, filledWith: 0)
      let marks = Scratch<UInt8>(count, filledWith: 0)
      while let part = queue.take() {
        for last in part * size..<min((part + 1) * size, count) {
          for arc in rows.arcs(of: last) where rows.neighbours[arc] < last {
            marks[Int(rows.neighbours[arc])] = UInt8(rows.strengths[arc])
          }
          for arc in rows.arcs(of: last) {
            let middle = Int(rows.neighbours[arc])
            if middle >= last { break }
            let strength = UInt64(marks[middle])
            for inner in rows.arcs(of: middle) {
              let first = Int(rows.neighbours[inner])
              if first >= middle { break }
              guard marks[first] != 0 else { continue }
              let product = strength * UInt64(marks[first]) * UInt64(rows.strengths[inner])
              sums[first] += product
              sums[middle] += product
              sums[last] += product
            }
          }
          for arc in rows.arcs(of: last) where rows.neighbours[arc] < last {
            marks[Int(rows.neighbours[arc])] = 0
          }
        }
      }
      lock.withLock { _ in for vertex in 0..<count { total[vertex] += sums[vertex] } }
    }
    return total
  }
}
