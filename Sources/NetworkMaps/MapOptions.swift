import Graphviz
import PartnerModel

/// What a map says and stresses. Everything has a default.
public struct MapOptions: Sendable {
  /// The headline; `nil` for one that says what is drawn.
  public var title: String?
  /// How many entities are named at most, the most central first; `nil` for as many as suit the
  /// size of the network. Labels that would cover something are left out.
  public var labelCount: Int?
  /// The centrality that areas show; empty for the sum of the weights of an entity's ties.
  public var scores: [EntityID: Double]
  /// What ``scores`` are, for the legend: "PageRank".
  public var measureName: String?
  /// The community of each entity, numbered by size from 0; empty for none.
  public var communities: [EntityID: Int]
  /// How the communities were found, for the legend: "Leiden".
  public var communityMethod: String?
  /// How many pairs are drawn at most before the map shows the backbone; `nil` for a number that
  /// suits the size of the network.
  public var pairLimit: Int?
  /// On what the map is seen.
  public var theme: MapTheme
  /// The page with the evidence, to which marks lead; `nil` for no links. Places on it are named
  /// by `EvidenceAnchor`.
  public var evidencePage: PageAddress?

  /// The defaults, or what is given.
  public init(
    title: String? = nil, labelCount: Int? = nil, scores: [EntityID: Double] = [:],
    measureName: String? = nil, communities: [EntityID: Int] = [:],
    communityMethod: String? = nil, pairLimit: Int? = nil, theme: MapTheme = .print,
    evidencePage: PageAddress? = nil
  ) {
    self.title = title
    self.labelCount = labelCount
    self.scores = scores
    self.measureName = measureName
    self.communities = communities
    self.communityMethod = communityMethod
    self.pairLimit = pairLimit
    self.theme = theme
    self.evidencePage = evidencePage
  }

  func boundedPairLimit(entityCount: Int) -> Int {
    let suiting =
      entityCount <= MapLayout.fullyLabelledCount
      ? 240 : min(entityCount * 3 / 2 + 100, entityCount * 6 / 10 + 550)
    return min(max(pairLimit ?? suiting, 0), 10_000_000)
  }

  func boundedLabelCount(entityCount: Int) -> Int {
    let suiting = entityCount <= 250 ? entityCount : 120 + entityCount / 40
    return min(max(labelCount ?? suiting, 0), entityCount)
  }
}
