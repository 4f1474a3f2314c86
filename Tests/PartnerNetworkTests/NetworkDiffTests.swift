import PartnerModel
import PartnerNetwork
import Testing

struct NetworkDiffTests {
  private func diff(
    _ evidence: EvidenceSet, _ options: DiffOptions = DiffOptions()
  ) throws -> NetworkDiff {
    func network(_ year: Int) -> Network {
      Network(evidence, selection: Selection(period: Period("\(year)")))
    }
    return try NetworkDiff(before: network(2012), after: network(2014), options: options)
  }

  private func lines(_ diff: NetworkDiff) -> [String] {
    diff.ties.map {
      "\(diff.entity($0.source).id) \(diff.types[$0.type].name) \(diff.entity($0.target).id)"
        + " \($0.kind) \($0.weightBefore) \($0.weightAfter)"
    }
  }

  @Test func tiesComeGoGrowAndFade() throws {
    var writer = EvidenceWriter()
    func observe(_ target: String, _ before: Double, _ after: Double) {
      if before > 0 { writer.observe("a", "transfer", target, weight: before, on: "2012") }
      if after > 0 { writer.observe("a", "transfer", target, weight: after, on: "2014") }
    }
    observe("came", 0, 1)
    observe("faded", 3, 2)
    observe("grew", 2, 3)
    observe("less", 3, 2.1)
    observe("more", 2, 2.9)
    observe("same", 1, 1)
    observe("went", 1, 0)
    let diff = try diff(writer.evidence)
    #expect(
      lines(diff) == [
        "a transfer came came 0.0 1.0", "a transfer faded faded 3.0 2.0",
        "a transfer grew grew 2.0 3.0", "a transfer less unchanged 3.0 2.1",
        "a transfer more unchanged 2.0 2.9", "a transfer same unchanged 1.0 1.0",
        "a transfer went went 1.0 0.0",
      ])
    #expect(
      diff.entities.map(\.kind) == [.stayed, .came] + Array(repeating: .stayed, count: 5) + [.went])
    #expect(diff.ties.map { $0.before?.rows.count ?? 0 } == [0, 1, 1, 1, 1, 1, 1])
    #expect(diff.count(of: .unchanged) == 3)
    // Lesser over greater: (2 + 2 + 2.1 + 2 + 1) / (1 + 3 + 3 + 3 + 2.9 + 1 + 1).
    #expect(abs(diff.distance - (1 - 9.1 / 14.9)) < 1e-12)
  }

  @Test func relationsOfAPairChange() throws {
    var writer = EvidenceWriter()
    writer.observe("b", "consult", "a", on: "2012")
    writer.observe("b", "transfer", "a", on: "2014")
    writer.observe("c", "consult", "a", on: "2012")
    writer.observe("c", "consult", "a", on: "2014")
    writer.observe("d", "consult", "a", on: "2014")
    writer.observe("e", "consult", "a", on: "2012")
    writer.observe("e", "consult", "a", on: "2014")
    writer.observe("a", "accuse", "e", on: "2014")
    let diff = try diff(writer.evidence)
    func names(_ places: [Int]) -> [String] { places.map { diff.types[diff.ties[$0].type].name } }
    #expect(diff.relationChanges.map { diff.entity($0.second).id } == ["b", "e"])
    #expect(diff.relationChanges.map { names($0.lost) } == [["consult"], []])
    #expect(diff.relationChanges.map { names($0.gained) } == [["transfer"], ["accuse"]])
    #expect(diff.relationChanges.map { names($0.kept) } == [[], ["consult"]])
  }

  @Test func absenceIsToldFromSilence() throws {
    var writer = EvidenceWriter()
    let wire = writer.document("wire", source: "Wire", date: "2012-02-02")
    let daily = writer.document("daily", source: "Daily", date: "2012-02-02")
    let wireAgain = writer.document("wire again", source: "Wire", date: "2014-02-02")
    writer.observe("a", "agree", "b", in: daily)
    writer.observe("c", "agree", "d", in: daily)
    writer.observe("e", "agree", "f", in: wire)
    writer.observe("g", "agree", "h", in: daily)
    writer.observe("a", "agree", "z", in: wireAgain)
    writer.observe("g", "agree", "h", .negated, in: wireAgain)
    let diff = try diff(writer.evidence)
    let went = diff.ties.filter { $0.kind == .went }
    #expect(went.map { diff.entity($0.source).id } == ["a", "c", "e", "g"])
    // a is still spoken of; of c and d nobody speaks, and the Daily is silent; the Wire is not.
    #expect(went.map(\.isUnreported) == [false, true, false, false])
    #expect(went.map { $0.absence?.mentionedEnds } == [1, 0, 0, 2])
    #expect(went.map { $0.absence?.sharedSources } == [0, 0, 1, 0])
    #expect(went.map { $0.absence?.isDenied } == [false, false, false, true])
    // The denial is the evidence after.
    #expect(went[3].after?.rows == [6])
    #expect(diff.ties.filter { $0.kind == .came }.map(\.isUnreported) == [false])
    #expect(diff.entities.filter { $0.kind == .went }.map(\.isMentioned).count == 7)
    #expect(diff.entities.filter { $0.isMentioned == true }.map(\.entity.id) == ["g", "h"])
    #expect(diff.before.coverage.documentCount == 2)
    #expect(diff.after.coverage.documentCount == 1)
  }

  @Test func ranksShiftWithTheirCauses() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "hub", weight: 3, on: "2012")
    writer.observe("b", "transfer", "hub", weight: 2, on: "2012")
    writer.observe("a", "transfer", "hub", weight: 1, on: "2014")
    writer.observe("b", "transfer", "hub", weight: 2, on: "2014")
    writer.observe("c", "transfer", "b", weight: 0.5, on: "2014")
    writer.observe("c", "threaten", "a", on: "2014")
    let diff = try diff(writer.evidence, DiffOptions(measures: [.strength]))
    let shifts = Dictionary(
      uniqueKeysWithValues: diff.rankShifts.map { (diff.entity($0.entity).id.rawValue, $0) })
    // Before: hub 5, a 3, b 2. After: hub 3, b 2.5, a 1, c 0.5.
    #expect(shifts["hub"]?.shift == 0)
    #expect(shifts["a"]?.shift == -1)
    #expect(shifts["b"]?.shift == 1)
    #expect(shifts["c"]?.shift == nil)
    #expect(shifts["c"]?.rankAfter == 4)
    // Those who moved, by rank; then those who did not; then those who are new.
    #expect(diff.rankShifts.map { diff.entity($0.entity).id } == ["a", "b", "hub", "c"])
    #expect(shifts["b"]?.ties.map { diff.ties[$0].weightChange } == [0.5])
    #expect(shifts["a"]?.ties.map { diff.ties[$0].weightChange } == [-2])
  }

  @Test(arguments: 1...10) func turnedRoundItIsTheSame(seed: UInt64) throws {
    var random = Numbers(state: seed)
    var evidence = EvidenceSet.random(&random)
    for place in evidence.observations.indices {
      evidence.observations[place].date = PartialDate(
        year: [2012, 2014].randomElement(using: &random) ?? 0)
    }
    let options = DiffOptions(measures: [.strength, .pagerank, .strength], permutations: 9)
    let forth = try diff(evidence, options)
    let back = try NetworkDiff(before: forth.after, after: forth.before, options: options)
    let turned = forth.reversed
    // Part by part, so that a failure says where.
    #expect((turned.before == back.before && turned.after == back.after) == true)
    #expect(turned.entities == back.entities)
    #expect(turned.ties == back.ties)
    #expect(turned.relationChanges == back.relationChanges)
    #expect(turned.rankShifts == back.rankShifts)
    #expect(turned.communities == back.communities)
    #expect(turned.chance == back.chance)
    #expect(turned.distances == back.distances)
    #expect(forth.distances == back.distances && forth.distances.ties == forth.distance)
    #expect(forth.agreement != nil && forth.agreement == back.agreement)
    #expect(turned.communities.map(\.joined) == forth.communities.map(\.left))
    #expect(turned.communityNames() == back.communityNames())
    #expect((turned == back) == true)
    #expect((turned.reversed == forth) == true)
    #expect((forth == back) == false)
    #expect(forth.rankShifts.compactMap(\.shift).map { -$0 } == back.rankShifts.compactMap(\.shift))
    #expect(forth.ties.map { -$0.weightChange } == back.ties.map(\.weightChange))
    #expect((0...1).contains(forth.distance))
  }

  @Test func nothingChangedIsNoChange() throws {
    var random = Numbers(state: 3)
    let network = Network(EvidenceSet.random(&random))
    let diff = try NetworkDiff(before: network, after: network)
    #expect(diff.distance == 0)
    #expect(diff.ties.allSatisfy { $0.kind == .unchanged })
    #expect(diff.entities.allSatisfy { $0.kind == .stayed })
    #expect(diff.relationChanges.isEmpty)
    #expect(diff.rankShifts.allSatisfy { $0.shift == 0 })
    #expect(diff.communities.allSatisfy { $0.kind == .continued && $0.overlap == 1 })
  }

  /// Two files know the same things by other places, names and types.
  @Test func matchesAcrossFiles() throws {
    var first = EvidenceWriter()
    first.observe("z", "odd", "a")
    first.observe("a", "agree", "z")
    var second = EvidenceWriter()
    second.observe("a", "transfer", "m")
    second.observe("z", "agree", "a")
    second.observe("z", "odd", "a")
    second.evidence.entities[0].name = "Alpha"
    let diff = try NetworkDiff(before: Network(first.evidence), after: Network(second.evidence))
    #expect(
      lines(diff) == [
        "a transfer m came 0.0 1.0", "a agree z unchanged 1.0 1.0", "z odd a unchanged 1.0 1.0",
      ])
    #expect(diff.entity(0).name == "Alpha")
    #expect(diff.reversed.entity(0).name == "A")
  }
}
