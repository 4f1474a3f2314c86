import PartnerModel
import PartnerNetwork
import Testing

struct CommunityDetectionTests {
  /// Two triangles joined by one weak tie; b is the strongest of its own.
  private var twoTriangles: Network {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b", weight: 3)
    writer.observe("b", "agree", "c", weight: 2)
    writer.observe("c", "agree", "a")
    writer.observe("x", "agree", "y", weight: 2)
    writer.observe("y", "agree", "z", weight: 2)
    writer.observe("z", "agree", "x", weight: 2)
    writer.observe("c", "agree", "x", weight: 0.5)
    writer.observe("h", "threaten", "a")
    return Network(writer.evidence)
  }

  @Test(arguments: [CommunityMethod.louvain, .leiden])
  func findsTheTriangles(method: CommunityMethod) throws {
    let network = twoTriangles
    let found = try CommunityDetection(method: method).communities(of: network)
    #expect(
      found.communities.map { $0.members.map(\.entity.id.rawValue) }
        == [["a", "b", "c"], ["x", "y", "z"]])
    #expect(found.communities.map(\.internalWeight) == [6, 6])
    #expect(found.communities.map(\.externalWeight) == [0.5, 0.5])
    #expect(found.communities.map(\.name) == ["B", "X"])
    #expect(found.communities[0].members.map(\.strength) == [4, 5, 3.5])
    #expect(found.communities.allSatisfy { $0.members.allSatisfy { $0.stability == 1 } })
    // h has hostile ties only.
    #expect(found.communityOf == [0, 0, 0, nil, 1, 1, 1])
    // Both communities: 6/12.5 - (12.5/25)^2 = 0.23.
    #expect(abs(found.quality - 0.46) < 1e-12)
  }

  @Test func componentsLookAtNoDirection() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "transfer", "b")
    writer.observe("c", "transfer", "b")
    writer.observe("d", "transfer", "e")
    writer.observe("e", "transfer", "d")
    let network = Network(writer.evidence)
    func members(_ method: CommunityMethod) throws -> [[String]] {
      try CommunityDetection(method: method).communities(of: network).communities
        .map { $0.members.map(\.entity.id.rawValue) }
    }
    #expect(try members(.components) == [["a", "b", "c"], ["d", "e"]])
    #expect(try members(.strongComponents) == [["d", "e"], ["a"], ["b"], ["c"]])
  }

  /// A ring of four pairs can be cut in two ways that are equally good, so its members do not stay
  /// together; those of two cliques do.
  @Test func doubtShowsInStability() throws {
    var ring = EvidenceWriter()
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    for (name, next) in zip(names, names.dropFirst() + ["a"]) {
      ring.observe(name, "agree", next)
    }
    let detection = CommunityDetection(method: .louvain, stabilityRuns: 40)
    let found = try detection.communities(of: Network(ring.evidence))
    let stability = found.communities.flatMap { $0.members.map(\.stability) }
    #expect(stability.contains { $0 < 1 })
    #expect(stability.allSatisfy { (0...1).contains($0) })
    #expect(try detection.communities(of: Network(ring.evidence)) == found)
  }

  @Test func optionsOutOfRangeAreRefused() {
    for detection in [
      CommunityDetection(resolution: 0), CommunityDetection(resolution: .nan),
      CommunityDetection(stabilityRuns: -1),
    ] {
      #expect(throws: NetworkError.self) { try detection.communities(of: twoTriangles) }
    }
    let error = #expect(throws: NetworkError.self) { try CommunityMethod(named: "laiden") }
    #expect(error?.remedy.hasPrefix("did you mean 'leiden'?") ?? false)
    #expect((try? CommunityMethod(named: "LOUVAIN")) == .louvain)
  }

  @Test func higherResolutionMakesMoreOfThem() throws {
    let few = try CommunityDetection(resolution: 0.05).communities(of: twoTriangles)
    let many = try CommunityDetection(resolution: 5).communities(of: twoTriangles)
    #expect(few.communities.count == 1)
    #expect(many.communities.count > 2)
  }
}
