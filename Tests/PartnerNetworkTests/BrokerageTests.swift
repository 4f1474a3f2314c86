import PartnerModel
import PartnerNetwork
import Testing

struct BrokerageTests {
  /// One broker of the group A in the middle of every constellation.
  private var writer: EvidenceWriter {
    var writer = EvidenceWriter()
    for (source, target) in [
      ("a1", "broker"), ("broker", "a2"), ("b1", "broker"), ("broker", "b2"), ("broker", "c1"),
    ] {
      writer.observe(source, "transfer", target)
    }
    // A tie of their own needs no broker.
    writer.observe("a1", "transfer", "b2")
    return writer
  }

  private let groups: [EntityID: String] = [
    "a1": "A", "a2": "A", "broker": "A", "b1": "B", "b2": "B", "c1": "C",
  ]

  @Test func everyRoleIsTold() throws {
    let found = try Network(writer.evidence).brokerage(between: .named(groups))
    #expect(found.groups == ["A", "B", "C"])
    let broker = try #require(found.rows.first)
    #expect(broker.entity.id == "broker")
    #expect(broker.group == 0)
    // a1 → a2; b1 → a2; a1 → c1; b1 → b2; b1 → c1.
    #expect(broker.counts == [1, 1, 1, 1, 1])
    #expect(BrokerageRole.allCases.map { broker[$0] } == broker.counts)
    #expect(found.rows.map(\.total) == [5, 0, 0, 0, 0, 0])
    #expect(found.rows.map(\.rank) == [1, 2, 2, 2, 2, 2])
    #expect(found.rows.dropFirst().map(\.entity.id) == ["a1", "a2", "b1", "b2", "c1"])
  }

  /// Every pair but the tied one in both orders: of 20 ordered pairs of others, 18.
  @Test func withoutDirectionsRolesAreSymmetric() throws {
    let found = try Network(writer.evidence).brokerage(
      between: .named(groups), options: ProjectionOptions())
    let broker = try #require(found.rows.first)
    #expect(broker.total == 18)
    #expect(broker[.gatekeeper] == broker[.representative])
    #expect(broker[.coordinator] == 2)
    #expect(broker[.consultant] == 2)
  }

  @Test func kindsAndCommunitiesAreGroups() throws {
    var writer = EvidenceWriter()
    for name in ["p", "q"] { _ = writer.entity(name, kind: .person) }
    _ = writer.entity("o", kind: .organisation)
    _ = writer.entity("unknown", kind: nil)
    writer.observe("p", "transfer", "o")
    writer.observe("o", "transfer", "q")
    writer.observe("o", "transfer", "unknown")
    let network = Network(writer.evidence)
    let kinds = try network.brokerage(between: .kinds)
    #expect(kinds.groups == ["organisation", "person"])
    #expect(kinds.rows[0].counts == [0, 0, 0, 1, 1])
    #expect(kinds.rows.first { $0.entity.id == "unknown" }?.group == .some(nil))
    let blocs = try network.brokerage(
      between: .communities(CommunityDetection(method: .components)))
    #expect(blocs.groups == ["O"])
    #expect(blocs.rows[0].counts == [2, 0, 0, 0, 0])
  }

  /// Who is in no group is a group of its own, not of a group with others who are in none.
  @Test func thoseInNoGroupAreStrangers() throws {
    let found = try Network(writer.evidence).brokerage(between: .named(["broker": "A"]))
    #expect(found.rows[0].counts == [0, 0, 0, 0, 5])
    #expect(try Network(EvidenceSet()).brokerage(between: .kinds).rows.isEmpty)
  }

  @Test func rolesDoNotTurnRound() throws {
    let network = Network(writer.evidence)
    let options = ProjectionOptions(direction: .outgoing)
    #expect(
      try network.brokerage(between: .named(groups), options: options)
        == network.brokerage(between: .named(groups)))
  }
}
