import Testing

@testable import GraphAnalytics

/// Groups whose ties are summed in rows of their own and groups whose members' rows are read are two
/// ways to the same search; which of them is taken depends on the size of the graph.
struct CommunityLevelTests {
  /// Small integers are exact in single precision too, so that not even rounding tells them apart.
  private func rows(_ seed: UInt64) throws -> Adjacency {
    try Graph(
      vertexCount: 120, edges: mixedEdges(120, seed: seed, .small), isDirected: false
    ).storage.outgoing
  }

  /// Groups of three vertices, whether they are tied or not.
  private var groupOf: Scratch<UInt32> {
    let groups = Scratch<UInt32>(counting: 120)
    for vertex in 0..<120 { groups[vertex] = UInt32(vertex % 40) }
    return groups
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, CommunityQuality.allCases)
  func groupsMoveAlikeHoweverTheirTiesAreKept(seed: UInt64, quality: CommunityQuality) throws {
    let rows = try rows(seed)
    let model = NullModel(rows, quality: quality, resolution: 0.5)
    let moving = LocalMoving(
      penalty: model.penalty, leastGain: model.leastGain, unit: model.unit)
    let refinement = Refinement(penalty: model.penalty)
    let level = CommunityLevel(rows: rows, masses: Scratch(copying: model.masses, count: 120))
    let order = Scratch<UInt32>(counting: 40)

    func search<Rows>(
      _ level: borrowing CommunityLevel<Rows>, _ communities: borrowing Scratch<UInt32>
    ) throws -> (moves: Int, communities: [UInt32], groups: [UInt32]) {
      let groups = Scratch<UInt32>(uninitialised: communities.count)
      let moves = try moving.move(level, communities: communities, order: order)
      renumber(communities, below: level.count)
      try refinement.refine(level, communities: communities, order: order, groups: groups)
      return (moves, communities.array(), groups.array())
    }
    let ofVertices = try search(level.grouped(by: groupOf, count: 40), groupOf)
    guard let aggregated = level.aggregated(by: groupOf, count: 40, unit: 1, averageSize: 16)
    else {
      Issue.record("in a small graph every group gets a row")
      return
    }
    let ofGroups = try search(aggregated, Scratch(counting: 40))
    #expect(ofVertices.moves > 0)
    #expect(ofVertices.moves == ofGroups.moves)
    #expect(ofVertices.communities == (0..<120).map { ofGroups.communities[$0 % 40] })
    #expect(ofVertices.groups == (0..<120).map { ofGroups.groups[$0 % 40] })
  }

  @Test func sumsStopAtTheirLimit() throws {
    let rows = try rows(1)
    func sums(_ limit: Int) -> (arcCount: Int, isComplete: Bool, total: Double) {
      let sums = GroupSums<Double>(rows, by: groupOf, count: 40, unit: 1, limit: limit)
      let total = (0..<sums.arcCount).reduce(0) { $0 + sums.strengths[$1] }
      return (sums.arcCount, sums.isComplete, total)
    }
    let all = sums(.max)
    #expect(all.isComplete)
    #expect(sums(all.arcCount) == all)
    #expect(!sums(all.arcCount - 1).isComplete)
    #expect(!sums(0).isComplete)
    // What lies between groups is all that does not lie within.
    var between = 0.0
    for vertex in 0..<120 {
      for arc in rows.arcs(of: vertex) where rows.neighbours[arc] % 40 != UInt32(vertex % 40) {
        between += rows.strengths[arc]
      }
    }
    #expect(all.total == between)
  }
}
