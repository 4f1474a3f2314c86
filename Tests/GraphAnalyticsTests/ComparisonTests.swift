import GraphAnalytics
import Testing

struct ComparisonTests {
  @Test func graphsAgainstNumPy() throws {
    for pair in try ReferenceComparisons.load().graphs {
      let (one, other) = try pair.both(isDirected: false)
      #expect(abs(try one.weightedJaccard(with: other) - pair.weightedJaccard) < 1e-12)
      #expect(abs(try one.deltaCon(with: other) - pair.deltaCon) < 1e-9)
      #expect(
        abs(try one.deltaCon(with: other, weighted: false) - pair.deltaConUnweighted) < 1e-9)
      #expect(try one.deltaCon(with: other, threads: 2) == one.deltaCon(with: other))
      #expect(abs(try one.portraitDivergence(from: other) - pair.portraitDivergence) < 1e-12)
      let directed = try pair.both(isDirected: true)
      #expect(
        abs(
          try directed.0.portraitDivergence(from: directed.1) - pair.portraitDivergenceDirected)
          < 1e-12)
      #expect(try one.weightedJaccard(with: one) == 1)
      #expect(try one.deltaCon(with: one) == 1)
      #expect(try one.portraitDivergence(from: one) == 0)
    }
  }

  @Test func partitionsAgainstIgraph() throws {
    for pair in try ReferenceComparisons.load().partitions {
      let one = Partition(labels: pair.one)
      let other = Partition(labels: pair.other)
      #expect(abs(try one.normalisedMutualInformation(with: other) - pair.nmi) < 1e-12)
      #expect(abs(try one.variationOfInformation(from: other) - pair.vi) < 1e-12)
      #expect(abs(try one.adjustedRandIndex(with: other) - pair.ari) < 1e-12)
      #expect(abs(try one.normalisedMutualInformation(with: one) - 1) < 1e-12)
      #expect(try one.adjustedRandIndex(with: one) == 1)
      #expect(try one.variationOfInformation(from: one) < 1e-12)
    }
  }

  @Test func nothingIsEqualToNothing() throws {
    let empty = try Graph(vertexCount: 0, edges: [], isDirected: false)
    let one = try Graph(vertexCount: 1, edges: [], isDirected: false)
    #expect(try empty.weightedJaccard(with: empty) == 1)
    #expect(try empty.deltaCon(with: empty) == 1)
    #expect(try empty.portraitDivergence(from: empty) == 0)
    #expect(try empty.portraitDivergence(from: one) == 1)
    let nobody = Partition(labels: [])
    #expect(try nobody.normalisedMutualInformation(with: nobody) == 1)
    #expect(try nobody.adjustedRandIndex(with: nobody) == 1)
    #expect(try nobody.variationOfInformation(from: nobody) == 0)
  }
}
