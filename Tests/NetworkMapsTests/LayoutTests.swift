import Graphviz
import PartnerModel
import PartnerNetwork
import Testing

@testable import NetworkMaps

@Suite struct LayoutTests {
  @Test(arguments: [1, 2, 3, 9, 65, 110], [UInt64(1), 2])
  func shapesKeepApartAndOnTheCanvas(count: Int, seed: UInt64) throws {
    let network = Samples.network(count, seed: seed)
    // One with the whole search, the others without, as debug builds take long over it.
    let layout = count == 9 && seed == 1 ? MapLayout(network) : .quick(network)
    let strengths = network.strengths()
    let boxes = try network.drawnEntities().map { place in
      let entity = network.entities[place]
      let point = try #require(layout.positions[entity.id])
      return layout.shape(entity, score: strengths[place], maximum: strengths.max() ?? 0)
        .box(at: point)
    }
    for (number, box) in boxes.enumerated() {
      #expect(Frame.plot.grown(by: 0.01).contains(box))
      #expect(!boxes[..<number].contains { $0.overlaps(box) })
    }
  }

  @Test func theSameNetworkHasTheSamePlaces() {
    let first = MapLayout(Samples.network(6))
    #expect(MapLayout(Samples.network(6)).positions == first.positions)
    // The order of the evidence makes no difference.
    var evidence = Samples.evidence(6, seed: 1)
    evidence.observations.reverse()
    #expect(MapLayout(Network(evidence)).positions == first.positions)
    let large = Samples.network(70)
    #expect(MapLayout.quick(large).positions == MapLayout.quick(large).positions)
  }

  @Test func partsOfANetworkDoNotMix() {
    var evidence = EvidenceSet(relations: [TieType(.cooperate)])
    for number in 0..<20 {
      evidence.entities.append(
        Entity(id: EntityID(rawValue: "e\(number)"), kind: .country, name: "E\(number)"))
    }
    for number in stride(from: 0, to: 20, by: 2) {
      evidence.observations.append(
        Observation(source: Int32(number), target: Int32(number + 1), relation: 0, row: 1))
    }
    let layout = MapLayout.quick(Network(evidence))
    #expect(layout.positions.count == 20)
    for a in stride(from: 0, to: 20, by: 2) {
      for b in 0..<20 where b != a && b != a + 1 {
        func point(_ number: Int) -> Point {
          layout.positions[EntityID(rawValue: "e\(number)")] ?? .zero
        }
        #expect(point(a).distance(to: point(b)) > 40)
      }
    }
  }

  @Test func newcomersFindFreePlacesAndNobodyMoves() throws {
    let small = Network(Samples.evidence(20, seed: 3))
    let layout = MapLayout.quick(small)
    let larger = layout.adding([Network(Samples.evidence(30, seed: 3))])
    for (id, point) in layout.positions { #expect(larger.positions[id] == point) }
    #expect(larger.positions.count == 30)
    #expect(Set(larger.positions.values).count == 30)
  }

  /// Path lengths against a slow reference, Bellman and Ford's.
  @Test func pathLengthsAreShortest() {
    var random = SplitMix64(seed: 5)
    var edges: [LayoutGraph.Edge] = []
    for b in 1..<40 {
      edges.append(LayoutGraph.Edge(a: random.below(b), b: b, weight: 1))
    }
    let graph = LayoutGraph(
      seeds: Array(repeating: 0, count: 40), edges: edges, communities: (0..<40).map { $0 % 3 })
    let lengths = graph.wantedLengths()
    var expected = [Int32](repeating: .max / 2, count: 40)
    expected[7] = 0
    for _ in 0..<40 {
      for (edge, length) in zip(graph.edges, lengths) {
        expected[edge.a] = min(expected[edge.a], expected[edge.b] + Int32(length))
        expected[edge.b] = min(expected[edge.b], expected[edge.a] + Int32(length))
      }
    }
    #expect(graph.pathLengths(from: 7, lengths: lengths) == expected)
  }

  /// A path is drawn as a path: distances on the canvas grow with distances in the graph.
  @Test func stressFollowsDistances() {
    let graph = LayoutGraph(
      seeds: (0..<12).map { stableHash("\($0)") },
      edges: (1..<12).map { LayoutGraph.Edge(a: $0 - 1, b: $0, weight: 1) },
      communities: Array(repeating: -1, count: 12))
    let points = StressLayout(graph).positions(seed: 1)
    for step in 1..<11 {
      #expect(points[0].distance(to: points[step]) < points[0].distance(to: points[step + 1]))
    }
  }
}

@Suite struct LineTests {
  private func member(
    _ source: Int, _ target: Int, _ family: LineFamily, directed: Bool = true, weight: Double = 1,
    tie: Int = 0
  ) -> LineGroup.Member {
    LineGroup.Member(
      source: source, target: target, family: family, isDirected: directed, weight: weight, tie: tie
    )
  }

  @Test func tiesOfOneFamilyAndDirectionAreOneLine() {
    let lines = LineGroup.groups(
      [
        member(0, 1, .supply, weight: 2, tie: 0), member(0, 1, .supply, weight: 3, tie: 1),
        member(1, 0, .supply, tie: 2), member(0, 1, .hostile, tie: 3),
      ], limit: 3)
    #expect(lines.count == 3)
    #expect(lines[0].weight == 5 && lines[0].ties == [0, 1] && lines[0].pointsToSecond)
    #expect(lines[1].pointsToFirst && !lines[1].pointsToSecond)
  }

  @Test func aCrowdedPairIsJoined() {
    let members = [
      member(0, 1, .supply), member(1, 0, .supply), member(0, 1, .cooperation, directed: false),
      member(0, 1, .talks, directed: false), member(1, 0, .hostile, weight: 9),
    ]
    let some = LineGroup.groups(members, limit: 3)
    #expect(some.map(\.family) == [.supply, .cooperation, .hostile])
    #expect(some[0].pointsToFirst && some[0].pointsToSecond)
    let one = LineGroup.groups(members, limit: 1)
    #expect(one.count == 1 && one[0].family == .hostile && one[0].weight == 13)
  }

  /// α by hand: a hub with ties of weights 8, 1 and 1 to leaves. (1 - 0.8)² = 0.04 for the first.
  @Test func backboneKeepsTheSignificant() {
    let star = [(1, 8.0), (2, 1.0), (3, 1.0)].map {
      Pair(first: 0, second: $0.0, weight: $0.1, ties: [])
    }
    let others = [Pair(first: 2, second: 3, weight: 5, ties: [])]
    let backbone = Backbone(star + others, entityCount: 4, limit: 2)
    #expect(backbone.isKept == [true, false, false, true])
    let all = Backbone(star + others, entityCount: 4, limit: 4)
    #expect(all.isKept == [true, true, true, true])
    #expect(abs(all.significance - 0.81) < 1e-12)
  }
}
