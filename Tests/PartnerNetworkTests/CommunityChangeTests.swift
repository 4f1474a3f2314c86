import PartnerModel
import PartnerNetwork
import Testing

/// Communities here are components, so that each test says exactly who belongs together.
struct CommunityChangeTests {
  private func changes(_ before: [String], _ after: [String]) throws -> [CommunityChange] {
    func network(_ groups: [String]) -> Network {
      var writer = EvidenceWriter()
      for group in groups {
        for (member, next) in zip(group, group.dropFirst()) {
          writer.observe(String(member), "agree", String(next))
        }
      }
      return Network(writer.evidence)
    }
    let options = DiffOptions(measures: [], communities: CommunityDetection(method: .components))
    let diff = try NetworkDiff(before: network(before), after: network(after), options: options)
    #expect(diff.rankShifts.isEmpty)
    return diff.communities
  }

  @Test(arguments: [
    ("abcd", "abcd", CommunityChange.Kind.continued, 1.0), ("abcd", "abce", .continued, 0.6),
    ("abcdef", "abc def", .split, 1), ("abc def", "abcdef", .merged, 1),
    // Five parts share a fifth each with the whole, and are parts of it all the same.
    ("abcdefghij", "ab cd ef gh ij", .split, 1),
    ("abcdef ghijkl", "abcghi defjkl", .regrouped, 1),
  ])
  func oneChange(
    before: String, after: String, kind: CommunityChange.Kind, overlap: Double
  ) throws {
    let found = try changes(
      before.split(separator: " ").map(String.init), after.split(separator: " ").map(String.init))
    #expect(found.map(\.kind) == [kind])
    #expect(found.map(\.overlap) == [overlap])
  }

  /// Members who change sides do not make one community of two.
  @Test func drift() throws {
    let found = try changes(["abc", "def"], ["abd", "cef"])
    #expect(found.map(\.kind) == [.continued, .continued])
    #expect(found.map(\.overlap) == [0.5, 0.5])
  }

  @Test func birthAndDeath() throws {
    let found = try changes(["abc", "xyz"], ["abc", "pq"])
    #expect(found.map(\.kind) == [.continued, .died, .born])
    #expect(found.map(\.name) == ["B", "Y", "P"])
  }

  /// The heart of a community changes, and its name stays.
  @Test func namesPersist() throws {
    let found = try changes(["abc"], ["bac"])
    #expect(found.map { $0.after[0].name } == ["A"])
    #expect(found.map(\.name) == ["B"])
  }
}
