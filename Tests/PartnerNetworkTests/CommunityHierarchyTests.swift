import PartnerModel
import PartnerNetwork
import Testing

struct CommunityHierarchyTests {
  /// Four triangles; the first two are tied to each other, and so are the last two.
  private var pairsOfTriangles: Network {
    var writer = EvidenceWriter()
    for group in ["abc", "def", "ghi", "jkl"] {
      let members = group.map(String.init)
      for (one, other) in [(0, 1), (1, 2), (2, 0)] {
        writer.observe(members[one], "agree", members[other], weight: 4)
      }
    }
    writer.observe("a", "agree", "d", weight: 3)
    writer.observe("g", "agree", "j", weight: 3)
    return Network(writer.evidence)
  }

  private func members(_ communities: Communities) -> [String] {
    communities.communities.map { $0.members.map(\.entity.id.rawValue).joined() }
  }

  @Test func partsOfParts() throws {
    let found = try CommunityDetection().hierarchy(
      of: pairsOfTriangles, resolutions: [2, 0.2, 2, 0.9])
    #expect(found.resolutions == [0.2, 0.9, 2])
    #expect(
      found.levels.map(members) == [
        ["abcdef", "ghijkl"], ["abc", "def", "ghi", "jkl"], ["abc", "def", "ghi", "jkl"],
      ])
    #expect(found.parents == [[0, 0], [0, 0, 1, 1], [0, 1, 2, 3]])
    #expect(found.parts(level: 0, community: 1) == [2, 3])
    #expect(found.parts(level: 2, community: 1) == [])
    #expect(found.path(level: 1, community: 3) == [1, 1])
    #expect(found.path(level: 2, community: 2) == [1, 0, 0])
  }

  @Test func oneLevelIsTheCommunities() throws {
    var random = Numbers(state: 9)
    let network = Network(EvidenceSet.random(&random))
    for method in CommunityMethod.allCases {
      var detection = CommunityDetection(method: method, resolution: 0.7)
      detection.bootstrap = 3
      let alone = try detection.communities(of: network)
      #expect(try detection.hierarchy(of: network, resolutions: [0.7]).levels == [alone])
    }
  }

  @Test func onlyLeidenDividesFurther() {
    for (method, resolutions) in [
      (CommunityMethod.louvain, [1.0, 2]), (.leiden, []), (.leiden, [1, 0]), (.leiden, [.nan]),
    ] {
      let error = #expect(throws: NetworkError.self) {
        try CommunityDetection(method: method).hierarchy(
          of: pairsOfTriangles, resolutions: resolutions)
      }
      #expect(error?.code == .invalidOption)
    }
  }

  /// One document says all: every resample is the network itself.
  @Test func oneWitnessLeavesNoDoubt() throws {
    var writer = EvidenceWriter()
    let document = writer.document("only")
    for (one, other) in [("a", "b"), ("b", "c"), ("x", "y")] {
      writer.observe(one, "agree", other, in: document)
    }
    let found = try CommunityDetection(bootstrap: 20).communities(of: Network(writer.evidence))
    #expect(found.communities.flatMap(\.members).map(\.documentStability) == [1, 1, 1, 1, 1])
    #expect(found.documentAgreement?.adjustedRandIndex == 1)
  }

  /// Ten rows tie a to b and one ties c: it is drawn in 65 % of the resamples (1 - (10/11)^11), and
  /// without it c is in no community.
  @Test func aRareWitnessLeavesDoubt() throws {
    var writer = EvidenceWriter()
    for _ in 0..<10 { writer.observe("a", "agree", "b") }
    writer.observe("b", "agree", "c")
    let network = Network(writer.evidence)
    let detection = CommunityDetection(method: .components, bootstrap: 2000)
    let found = try detection.communities(of: network)
    let shares = found.communities[0].members.compactMap(\.documentStability)
    #expect(shares.prefix(2).allSatisfy { $0 > 0.999 })
    #expect(abs(shares[2] - 0.6495) < 0.04)
    #expect(found.communities[0].members.map(\.stability) == [1, 1, 1])
    var threaded = detection
    threaded.threads = 3
    #expect(try threaded.communities(of: network) == found)
    threaded.bootstrap = -1
    #expect(throws: NetworkError.self) { try threaded.communities(of: network) }
  }

  /// Two camps of three, of which one quarrels within, and a friendship across.
  @Test func sidesAndWhatDoesNotFitThem() throws {
    var writer = EvidenceWriter()
    func tie(_ pair: String, _ relation: String, _ weight: Double) {
      writer.observe(String(pair.prefix(1)), relation, String(pair.suffix(1)), weight: weight)
    }
    for pair in ["ab", "bc", "ac", "xy", "yz"] { tie(pair, "agree", 5) }
    for pair in ["ax", "ay", "bz"] { tie(pair, "accuse", 2) }
    tie("xz", "accuse", 1)
    tie("cz", "agree", 1)
    // Equally friendly and hostile: neither.
    tie("cx", "agree", 1)
    tie("cx", "reject", 1)
    let network = Network(writer.evidence)
    let found = try CommunityDetection(method: .signed).communities(of: network)
    #expect(members(found) == ["abc", "xyz"])
    let balance = try #require(found.balance)
    // abc +++; axy +-- ; xyz ++-; bcz ++- (bc +, cz +, bz -).
    #expect(balance.triangles == [1, 2, 1, 0])
    #expect(balance.balancedCount == 2 && balance.unbalancedCount == 2)
    #expect(balance.balancedShare == 0.5)
    let pairs = balance.misfits.map {
      "\(network.entities[$0.first].id)\(network.entities[$0.second].id) \($0.isWithin)"
    }
    #expect(pairs == ["cz false", "xz true"])
    #expect(
      balance.torn.map { network.entities[$0.entity].id.rawValue } == ["z", "b", "c", "x", "y"])
    #expect(balance.torn.map(\.count) == [2, 1, 1, 1, 1])
    let z = try #require(found.communities[1].members.last)
    #expect(z.internalStrength == 5 && z.strength == 6)
    #expect(z.internalHostility == 1 && z.externalHostility == 2)
    #expect(try CommunityDetection().communities(of: network).balance == nil)
  }
}
