import PartnerModel
import PartnerNetwork
import Testing

struct ChanceTests {
  private func diff(
    _ evidence: EvidenceSet, permutations: Int = 2000, seed: UInt64 = 1, threads: Int = 1
  ) throws -> NetworkDiff {
    func network(_ year: Int) -> Network {
      Network(evidence, selection: Selection(period: Period("\(year)")))
    }
    let options = DiffOptions(
      measures: [.strength], ranking: RankingOptions(threads: threads, seed: seed),
      communities: nil, permutations: permutations)
    return try NetworkDiff(before: network(2012), after: network(2014), options: options)
  }

  private func chances(_ diff: NetworkDiff) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: diff.ties.map {
        (diff.entity($0.source).id.rawValue + diff.entity($0.target).id.rawValue, $0.chance ?? .nan)
      })
  }

  /// Six documents a year. Five of 2014 report the tie ab, none of 2012: of the 924 ways to deal
  /// twelve documents 7 put all five into 2014, and the chance is twice that. One document alone
  /// lies in either year equally often.
  private var evidence: EvidenceSet {
    var writer = EvidenceWriter()
    for number in 0..<6 {
      writer.observe(
        "x\(number)", "transfer", "y", in: writer.document("old \(number)", date: "2012"))
      let document = writer.document("new \(number)", date: "2014")
      if number < 5 {
        writer.observe("a", "transfer", "b", in: document)
      } else {
        writer.observe("c", "transfer", "d", in: document)
      }
    }
    return writer.evidence
  }

  @Test func agreesWithCounting() throws {
    let diff = try diff(evidence)
    let chances = chances(diff)
    // Three standard errors of 2000 deals.
    #expect(abs((chances["ab"] ?? 1) - 2 * 7.0 / 924) < 0.012)
    #expect((chances["cd"] ?? 0) > 0.9)
    #expect((chances["x0y"] ?? 0) > 0.9)
    #expect(diff.ties.filter { $0.exceedsChance == true }.count == 1)
    // y has six ties of 2012: all twelve documents in their years or worse, 1 of 924; a and b rank
    // first only if their five documents lie together.
    let shifts = Dictionary(
      uniqueKeysWithValues: diff.rankShifts.map { (diff.entity($0.entity).id.rawValue, $0) })
    #expect(shifts["a"]?.exceedsChance == true)
    #expect(shifts["y"]?.exceedsChance == true)
    #expect(shifts["c"]?.exceedsChance == false)
    let chance = try #require(diff.chance)
    #expect(chance.permutations == 2000)
    // Only ab can be split between the years: the distance is 1 when it lies in one of them.
    #expect(diff.distance == 1)
    #expect(abs(chance.distanceChance - 2 * 7.0 / 924) < 0.009)
    #expect(chance.distances.lowerBound < chance.distances.upperBound)
  }

  /// A year with four times the documents, all of the same tie: it grew as reporting did.
  @Test func moreReportingIsNoChange() throws {
    var writer = EvidenceWriter()
    for number in 0..<20 {
      writer.observe(
        "a", "transfer", "b", in: writer.document("\(number)", date: number < 4 ? "2012" : "2014"))
    }
    let diff = try diff(writer.evidence, permutations: 50)
    #expect(diff.ties.map(\.kind) == [.grew])
    #expect(diff.ties.map(\.chance) == [1])
    #expect(diff.chance?.distanceChance == 1)
  }

  /// Reports of one story are one card: five of them lie in one year as easily as one.
  @Test func aStoryIsOneCard() throws {
    var evidence = evidence
    for place in evidence.documents.indices {
      if evidence.documents[place].name.hasPrefix("new") { evidence.documents[place].story = 1 }
    }
    #expect(try (chances(diff(evidence))["ab"] ?? 0) > 0.2)
  }

  @Test func aSeedDecidesAndThreadsDoNot() throws {
    let first = try diff(evidence, permutations: 60)
    #expect(try diff(evidence, permutations: 60, threads: 3) == first)
    #expect(try chances(diff(evidence, permutations: 60, seed: 2)) != chances(first))
  }

  /// Where documents fall into years by lot, few of the changes are beyond chance.
  @Test func lotsAreWithinChance() throws {
    var random = Numbers(state: 4)
    var writer = EvidenceWriter()
    for number in 0..<40 {
      let year = Bool.random(using: &random) ? "2012" : "2014"
      let document = writer.document("\(number)", date: year)
      for _ in 0..<3 {
        writer.observe(
          "s\(Int.random(in: 0..<6, using: &random))", "transfer",
          "t\(Int.random(in: 0..<6, using: &random))", in: document)
      }
    }
    let diff = try diff(writer.evidence, permutations: 300)
    #expect(diff.ties.count > 25)
    #expect(diff.ties.filter { $0.exceedsChance == true }.count <= 3)
    #expect((diff.chance?.distanceChance ?? 0) > 0.05)
    #expect(diff.ties.allSatisfy { (0...1).contains($0.chance ?? -1) && $0.chance != 0 })
  }

  @Test func notAskedForIsNotGiven() throws {
    let plain = try diff(evidence, permutations: 0)
    #expect(plain.chance == nil)
    #expect(plain.ties.allSatisfy { $0.chance == nil && $0.exceedsChance == nil })
    #expect(plain.rankShifts.allSatisfy { $0.chance == nil })
    #expect(throws: NetworkError.self) { try diff(evidence, permutations: -1) }
    let empty = try diff(EvidenceSet(), permutations: 3)
    #expect(empty.chance?.distanceChance == 1)
  }
}
