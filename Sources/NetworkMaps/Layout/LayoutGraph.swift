/// What the layout needs to know of a network: who is tied to whom, how strongly, in which bloc.
struct LayoutGraph: Sendable {
  struct Edge: Hashable, Sendable {
    var a: Int
    var b: Int
    var weight: Double
  }

  /// One start for the search of good positions per vertex, from the name of its entity.
  var seeds: [UInt64]
  /// Undirected, each pair once, `a < b`, in order.
  var edges: [Edge]
  /// The bloc of each vertex; -1 where it has none.
  var communities: [Int]
  /// For each vertex its neighbours and the edges to them.
  let neighbours: [[(vertex: Int, edge: Int)]]

  var vertexCount: Int { seeds.count }

  init(seeds: [UInt64], edges: [Edge], communities: [Int]) {
    self.seeds = seeds
    self.edges = edges
    self.communities = communities
    var neighbours = [[(vertex: Int, edge: Int)]](repeating: [], count: seeds.count)
    for (number, edge) in edges.enumerated() {
      neighbours[edge.a].append((edge.b, number))
      neighbours[edge.b].append((edge.a, number))
    }
    self.neighbours = neighbours
  }

  /// The connected parts, the largest first, then by their first vertex.
  func components() -> [[Int]] {
    var seen = [Bool](repeating: false, count: vertexCount)
    var result: [[Int]] = []
    for root in 0..<vertexCount where !seen[root] {
      var members = [root]
      seen[root] = true
      var next = 0
      while next < members.count {
        for (vertex, _) in neighbours[members[next]] where !seen[vertex] {
          seen[vertex] = true
          members.append(vertex)
        }
        next += 1
      }
      result.append(members.sorted())
    }
    return result.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// The part of the graph on `members`, numbered in their order.
  func part(_ members: [Int]) -> LayoutGraph {
    var place = [Int: Int](minimumCapacity: members.count)
    for (number, member) in members.enumerated() { place[member] = number }
    var kept: [Edge] = []
    for member in members {
      for (_, number) in neighbours[member] where edges[number].a == member {
        let edge = edges[number]
        if let a = place[edge.a], let b = place[edge.b] {
          kept.append(Edge(a: min(a, b), b: max(a, b), weight: edge.weight))
        }
      }
    }
    return LayoutGraph(
      seeds: members.map { seeds[$0] }, edges: kept, communities: members.map { communities[$0] })
  }
}
