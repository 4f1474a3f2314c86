/// A weighted graph, frozen for analysis.
///
/// A graph is built once from the caller's edges and never changes. Vertices are the numbers
/// `0..<vertexCount`, and every measure returns an array indexed by them:
///
///     let graph = try Graph(
///       vertexCount: 3,
///       edges: [Edge(source: 0, target: 1), Edge(source: 1, target: 2, weight: 3)],
///       isDirected: false)
///     try graph.pageRank()  // three scores that sum to 1
///
/// The graph is the simple projection of the edges: parallel edges become one edge whose strength
/// is their sum, loops are dropped, and so are edges of weight 0, which are no ties. Weights are
/// strengths, never distances; measures of paths use the distance 1 / strength.
///
/// Inside, the rows of the graph lie in compressed form in the order of falling degree, 12 bytes an
/// arc. Copies share them.
///
/// Complexity: building takes O(vertices + edges) time and memory.
public struct Graph: Sendable {
  let storage: GraphStorage

  /// The strengths an edge can have, besides 0: no sum, square or inverse of them overflows.
  public static let weightRange: ClosedRange<Double> = 1e-100...1e100

  /// A graph of the edges given, in any order.
  ///
  /// - Throws: `GraphError` if a vertex is out of range or a weight is negative, infinite, not a
  ///   number or outside ``weightRange``.
  /// - Complexity: O(vertices + edges).
  @inlinable public init(
    vertexCount: Int, edges: some Sequence<Edge>, isDirected: Bool
  ) throws(GraphError) {
    try self.init(vertexCount: vertexCount, list: Array(edges), isDirected: isDirected)
  }

  @usableFromInline init(
    vertexCount: Int, list: consuming [Edge], isDirected: Bool
  ) throws(GraphError) {
    let rows = try GraphBuilder.rows(
      vertexCount: vertexCount, edges: list, isDirected: isDirected)
    // Frees the edges if the caller does not hold them.
    list = []
    storage = rows.storage(isDirected: isDirected)
  }

  init(storage: GraphStorage) { self.storage = storage }

  /// The number of vertices, with or without edges.
  public var vertexCount: Int { storage.outgoing.vertexCount }

  /// The number of edges after parallel ones are merged and loops dropped.
  public var edgeCount: Int { storage.edgeCount }

  /// Whether an edge has a direction.
  public var isDirected: Bool { storage.isDirected }

  /// The edges of the simple projection, ordered by source and target; the ends of an undirected
  /// edge in rising order.
  public var edges: [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(edgeCount)
    let rows = storage.outgoing
    for vertex in 0..<vertexCount {
      let first = edges.count
      for arc in rows.arcs(of: Int(storage.placeOf[vertex])) {
        let target = Int(storage.vertexOf[rows.neighbours[arc]])
        if isDirected || vertex < target {
          edges.append(Edge(source: vertex, target: target, weight: rows.strengths[arc]))
        }
      }
      edges[first...].sort { $0.target < $1.target }
    }
    return edges
  }

  /// The neighbours of a vertex in rising order; none if there is no such vertex.
  public func neighbours(of vertex: Int, _ direction: Direction = .both) -> [Int] {
    guard vertex >= 0, vertex < vertexCount else { return [] }
    let place = Int(storage.placeOf[vertex])
    var found: Set<Int> = []
    if direction != .incoming {
      let rows = storage.outgoing
      for arc in rows.arcs(of: place) { found.insert(Int(storage.vertexOf[rows.neighbours[arc]])) }
    }
    if direction != .outgoing {
      let rows = storage.incoming
      for arc in rows.arcs(of: place) { found.insert(Int(storage.vertexOf[rows.neighbours[arc]])) }
    }
    return found.sorted()
  }

  /// The graph without directions: the strengths of the two directions of a pair are summed.
  public func undirected() -> Graph {
    guard isDirected else { return self }
    return Graph(storage: storage.mutual(weighted: true))
  }

  /// Values by place in the degree order, as values by vertex.
  func byVertex<Value: BitwiseCopyable>(_ values: borrowing Scratch<Value>) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(vertexCount)
    for vertex in 0..<vertexCount { result.append(values[storage.placeOf[vertex]]) }
    return result
  }
}

/// Which arcs of a vertex count; in an undirected graph all of them always do.
public enum Direction: String, CaseIterable, Sendable {
  /// The arcs that enter it.
  case incoming
  /// The arcs that leave it.
  case outgoing
  /// Both.
  case both
}
