import PartnerModel
import PartnerNetwork
import Testing

/// Communities here are components, so that each test says exactly who belongs together.
struct CommunityNameTests {
  private func network(_ groups: [String]) -> Network {
    var writer = EvidenceWriter()
    for group in groups {
      // The first is the strongest.
      for member in group.dropFirst() {
        writer.observe(String(group.prefix(1)), "agree", String(member))
      }
    }
    return Network(writer.evidence)
  }

  private func diff(_ before: [String], _ after: [String]) throws -> NetworkDiff {
    try NetworkDiff(
      before: network(before), after: network(after),
      options: DiffOptions(measures: [], communities: CommunityDetection(method: .components)))
  }

  @Test func aNameOutlivesTheStrongest() throws {
    let diff = try diff(["abcd"], ["bacd"])
    let names = diff.communityNames()
    #expect(names.before == [0: "A"] && names.after == [0: "A"])
    // And over a third network, where the one it was called by has gone.
    let next = try self.diff(["bacd"], ["cbd"]).communityNames(before: names.after)
    #expect(next.after == [0: "A"])
  }

  @Test func theLargestPartInheritsAndOthersAreCalledByTheirStrongest() throws {
    let split = try diff(["abcdefg"], ["bcde", "afg"]).communityNames()
    // a is in the smaller part, but its name is taken by the larger.
    #expect(split.after == [0: "A", 1: "F"])
    let merged = try diff(["abcd", "xyz"], ["xyzabcd"]).communityNames()
    #expect(merged.before == [0: "A", 1: "X"] && merged.after == [0: "A"])
  }

  @Test func membersComeAndGo() throws {
    let change = try #require(try diff(["abcde"], ["abcfg"]).communities.first)
    #expect(change.joined.map(\.name) == ["F", "G"])
    #expect(change.left.map(\.name) == ["D", "E"])
    #expect(change.kind == .continued)
  }

  /// Everyone around the strongest is new, and so are some around others who have left.
  @Test func oneCentreIsOneCommunity() throws {
    let diff = try diff(["abcde", "pqr"], ["afghi", "stu"])
    #expect(diff.communities.map(\.kind) == [.continued, .died, .born])
    #expect(diff.communities.map(\.name) == ["A", "P", "S"])
    #expect(diff.communities[0].overlap == 1.0 / 9)
  }

  /// All who are in both stay together, in a larger community of newcomers.
  @Test func stayersAreOneCommunity() throws {
    let diff = try diff(["abcdefg"], ["zbvwxyu"])
    #expect(diff.communities.map(\.kind) == [.continued])
    #expect(diff.communityNames().after == [0: "A"])
  }

  @Test func everyNameIsOfOneOnly() throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = Numbers(state: seed)
      let networks = [2010, 2011, 2012, 2013].map { [evidence = EvidenceSet.random(&random)] year in
        Network(evidence, selection: Selection(period: Period("\(year)")))
      }
      var names: [Int: String] = [:]
      for (before, after) in zip(networks, networks.dropFirst()) {
        let found = try NetworkDiff(before: before, after: after).communityNames(before: names)
        #expect(Set(found.after.values).count == found.after.count)
        #expect(Set(found.before.values).count == found.before.count)
        names = found.after
      }
    }
  }
}
