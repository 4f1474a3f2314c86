extension Graph {
  /// Weighted Jaccard similarity of the edges of two graphs of the same vertices: the strength they
  /// share over the strength that either has; 1 if they are equal, also if both are without edges.
  ///
  /// - Throws: `GraphError` if the graphs differ in vertices or direction.
  /// - Complexity: O(vertices + edges).
  ///
  /// Ružička, "Anwendung mathematisch-statistischer Methoden in der Geobotanik", 1958.
  public func weightedJaccard(with other: Graph) throws(GraphError) -> Double {
    try checkComparable(with: other)
    let (one, two) = (edges, other.edges)
    var (first, second) = (0, 0)
    var shared = 0.0
    var either = 0.0
    while first < one.count || second < two.count {
      let order: Int
      if first == one.count {
        order = 1
      } else if second == two.count {
        order = -1
      } else {
        let (left, right) = (one[first], two[second])
        order =
          (left.source, left.target) < (right.source, right.target)
          ? -1 : (left.source, left.target) == (right.source, right.target) ? 0 : 1
      }
      let left = order <= 0 ? one[first].weight : 0
      let right = order >= 0 ? two[second].weight : 0
      shared += min(left, right)
      either += max(left, right)
      if order <= 0 { first += 1 }
      if order >= 0 { second += 1 }
    }
    return either > 0 ? shared / either : 1
  }

  func checkComparable(with other: Graph) throws(GraphError) {
    guard vertexCount == other.vertexCount, isDirected == other.isDirected else {
      throw GraphError(
        .invalidParameter,
        detail: "graphs of \(vertexCount) and \(other.vertexCount) vertices, directed "
          + "\(isDirected) and \(other.isDirected)",
        remedy: "compare graphs of the same vertices, both directed or both not")
    }
  }
}
