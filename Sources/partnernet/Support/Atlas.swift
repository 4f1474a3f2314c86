import NetworkMaps
import NetworkReports
import PartnerModel
import PartnerNetwork

/// The maps of one graph: all of them drawn on one layout, so that nothing moves from one to the
/// next but what changed.
struct Atlas {
  /// What all maps stress.
  struct Style {
    var measure: Measure
    var ranking: RankingOptions
    var detection: CommunityDetection
    var labelCount: Int?
  }

  private let layout: MapLayout?
  private let style: Style

  /// Lays out the network of all periods.
  init(_ evidence: EvidenceSet, selection: Selection, style: Style) throws {
    var selection = selection
    selection.period = nil
    try self.init(Network(evidence, selection: selection), style: style)
  }

  /// Lays out a network, best of all periods.
  init(_ whole: Network, style: Style) throws {
    self.style = style
    layout = MapLayout(
      whole, scores: try Atlas.scores(whole, style),
      communities: try Atlas.communities(whole, style))
  }

  /// Without a layout: every picture is laid out by itself.
  init(style: Style) {
    self.style = style
    layout = nil
  }

  /// The map of a network.
  func map(_ network: Network, title: String?) throws -> NetworkMap {
    NetworkMap(
      network, layout: layout,
      options: MapOptions(
        title: title, labelCount: style.labelCount, scores: try Atlas.scores(network, style),
        measureName: style.measure.title,
        communities: try Atlas.communities(network, style),
        communityMethod: style.detection.method.title))
  }

  /// The map of a diff. Scores are those of the later network, and of the earlier one for those
  /// who have gone.
  func map(_ diff: NetworkDiff, title: String?) throws -> DiffMap {
    let earlier = try Atlas.scores(diff.before, style)
    let scores = try Atlas.scores(diff.after, style).merging(earlier) { later, _ in later }
    return DiffMap(
      diff, layout: layout,
      options: MapOptions(
        title: title, labelCount: style.labelCount, scores: scores,
        measureName: style.measure.title))
  }

  private static func scores(_ network: Network, _ style: Style) throws -> [EntityID: Double] {
    let ranking = try Ranking(of: network, by: [style.measure], options: style.ranking)
    return Dictionary(ranking.rows.map { ($0.entity.id, $0.scores[0]) }) { first, _ in first }
  }

  private static func communities(_ network: Network, _ style: Style) throws -> [EntityID: Int] {
    let found = try style.detection.communities(of: network)
    var communities: [EntityID: Int] = [:]
    for (place, community) in found.communityOf.enumerated() {
      communities[network.entities[place].id] = community
    }
    return communities
  }
}
