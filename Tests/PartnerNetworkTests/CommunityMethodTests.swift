import PartnerModel
import PartnerNetwork
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

struct CommunityMethodTests {
  /// Two triangles joined by one weak tie.
  private var twoTriangles: Network {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b", weight: 3)
    writer.observe("b", "agree", "c", weight: 2)
    writer.observe("c", "agree", "a")
    writer.observe("x", "agree", "y", weight: 2)
    writer.observe("y", "agree", "z", weight: 2)
    writer.observe("z", "agree", "x", weight: 2)
    writer.observe("c", "agree", "x", weight: 0.5)
    return Network(writer.evidence)
  }

  private func members(_ communities: Communities) -> [[String]] {
    communities.communities.map { $0.members.map(\.entity.id.rawValue) }
  }

  @Test(arguments: [
    (CommunityMethod.labelPropagation, 0.46), (.girvanNewman, 0.46), (.signed, 0.46),
    // Weights within less the resolution for each of three pairs: 2 · (6 - 1.5).
    (.leidenPotts, 9), (.infomap, codelength),
  ])
  func findsTheTriangles(method: CommunityMethod, quality: Double) throws {
    let resolution = method == .leidenPotts ? 0.5 : 1
    let found = try CommunityDetection(method: method, resolution: resolution)
      .communities(of: twoTriangles)
    #expect(members(found) == [["a", "b", "c"], ["x", "y", "z"]])
    #expect(found.communities.map(\.internalWeight) == [6, 6])
    #expect(found.communities.map(\.externalWeight) == [0.5, 0.5])
    #expect(abs(found.quality - quality) < 1e-12)
  }

  /// The map equation of the two triangles: each is visited half of the time and left in 0.5 of 25
  /// steps; entities are visited by their strength.
  private static var codelength: Double {
    func term(_ flow: Double) -> Double { flow * log2(flow) }
    let visits = [4, 5, 3.5, 4.5, 4, 4].reduce(0) { $0 + term($1 / 25) }
    return term(0.04) - 2 * 2 * term(0.02) - visits + 2 * term(0.52)
  }

  /// Four who all cooperate, and two sides that accuse each other: cooperation alone sees one
  /// community, and hostility pushes it apart. Of the cut, cooperation has the modularity
  /// 2(1/6 - 1/4), hostility 2(0 - 1/4), with strengths 12 and 8: (12 · -1/6 + 8 · 1/2) / 20.
  @Test func hostilityPushesApart() throws {
    var writer = EvidenceWriter()
    let names = ["a", "b", "c", "d"]
    for (place, name) in names.enumerated() {
      for other in names[(place + 1)...] { writer.observe(name, "agree", other) }
    }
    for (one, other) in [("a", "c"), ("d", "a"), ("b", "c"), ("b", "d")] {
      writer.observe(one, "accuse", other)
    }
    writer.observe("e", "accuse", "f", .negated)
    let network = Network(writer.evidence)
    #expect(members(try CommunityDetection().communities(of: network)) == [names])
    let found = try CommunityDetection(method: .signed).communities(of: network)
    #expect(members(found) == [["a", "b"], ["c", "d"]])
    #expect(abs(found.quality - 0.1) < 1e-12)
    #expect(found.communities.map(\.internalWeight) == [1, 1])
    #expect(found.communities.map(\.externalWeight) == [4, 4])
    #expect(found.communities.map(\.internalHostility) == [0, 0])
    #expect(found.communities.map(\.externalHostility) == [4, 4])
    #expect(found.communityOf == [0, 0, 1, 1, nil, nil])
  }

  /// Who is only quarrelled with is on nobody's side, but in the picture.
  @Test func enemiesWithoutFriendsStandAlone() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    writer.observe("h", "threaten", "a")
    let found = try CommunityDetection(method: .signed).communities(of: Network(writer.evidence))
    #expect(members(found) == [["a", "b"], ["h"]])
    #expect(found.communities[1].members[0].strength == 0)
  }

  @Test func signedNeedsBothSides() throws {
    var writer = EvidenceWriter()
    writer.observe("a", "agree", "b")
    writer.observe("h", "threaten", "a")
    for ties in [TieFilter.cooperative, .hostile, .partner] {
      let narrow = Network(writer.evidence, selection: Selection(ties: ties))
      let detection = CommunityDetection(method: .signed)
      let error = #expect(throws: NetworkError.self) { try detection.communities(of: narrow) }
      #expect(error?.code == .invalidOption)
      let whole = Network(writer.evidence)
      #expect(throws: NetworkError.self) {
        try CommunityDetection(method: .signed, ties: ties).communities(of: whole)
      }
    }
  }

  @Test func girvanNewmanIsForSmallNetworks() throws {
    var writer = EvidenceWriter()
    for leaf in 0...500 { writer.observe("hub", "agree", "\(leaf)") }
    let detection = CommunityDetection(method: .girvanNewman)
    let error = #expect(throws: NetworkError.self) {
      try detection.communities(of: Network(writer.evidence))
    }
    #expect(error?.code == .tooLarge)
    #expect(error?.detail.contains("501") ?? false)
  }

  /// Two rings of suppliers, each of which feeds into the other once. A walker who may turn back
  /// sees the same rings as one who may not, but describes its walk in other bits.
  @Test func infomapFollowsDirectionsWhenAsked() throws {
    var writer = EvidenceWriter()
    for ring in [["a", "b", "c", "d"], ["w", "x", "y", "z"]] {
      for (place, name) in ring.enumerated() {
        writer.observe(name, "transfer", ring[(place + 1) % 4], weight: 4)
      }
    }
    writer.observe("a", "transfer", "w")
    writer.observe("w", "transfer", "a")
    let network = Network(writer.evidence)
    var lengths: [Double] = []
    for direction in ProjectionDirection.allCases {
      let found = try CommunityDetection(method: .infomap, direction: direction)
        .communities(of: network)
      #expect(members(found) == [["a", "b", "c", "d"], ["w", "x", "y", "z"]])
      lengths.append(found.quality)
    }
    #expect(abs(lengths[0] - lengths[1]) > 1e-3)
  }

  @Test func methodsAreFoundByName() throws {
    for method in CommunityMethod.allCases {
      #expect(try CommunityMethod(named: method.rawValue) == method)
    }
    let error = #expect(throws: NetworkError.self) { try CommunityMethod(named: "girvan newman") }
    #expect(error?.remedy.hasPrefix("did you mean 'girvan-newman'?") ?? false)
    #expect(CommunityMethod.infomap.quality.isBetterLower)
  }
}
