import ExchangeFormats
import Graphviz
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
    var theme: MapTheme = .print
    var evidencePage: PageAddress?
  }

  private let layout: MapLayout
  private let style: Style
  /// Communities of all periods.
  private let communities: [EntityID: Int]
  private let entities: [Entity]
  private let places: PlacesKeeper?

  /// Lays out the network of all periods.
  init(
    _ evidence: EvidenceSet, selection: Selection, style: Style, positions: String? = nil
  ) throws {
    var selection = selection
    selection.period = nil
    try self.init(
      of: [Network(evidence, selection: selection)], style: style, positions: positions)
  }

  /// Lays out networks together, best of all periods.
  ///
  /// - Parameter positions: the file that keeps places from one run to the next.
  init(of networks: [Network], style: Style, positions: String? = nil) throws {
    self.style = style
    var scores: [EntityID: Double] = [:]
    var communities: [EntityID: Int] = [:]
    for network in networks {
      scores.merge(try Atlas.scores(network, style)) { max($0, $1) }
      communities.merge(try Atlas.communities(network, style)) { first, _ in first }
    }
    self.communities = communities
    places = try positions.map { try PlacesKeeper(path: $0) }
    layout =
      places.map {
        MapLayout(
          of: networks, keeping: $0.points, scores: scores, communities: communities)
      } ?? MapLayout(of: networks, scores: scores, communities: communities)
    entities = networks.flatMap(\.entities)
  }

  /// The map of a network.
  func map(_ network: Network, title: String?) throws -> NetworkMap {
    var options = options(title: title)
    options.scores = try Atlas.scores(network, style)
    options.communities = try Atlas.communities(network, style)
    options.communityMethod = style.detection.method.title
    return NetworkMap(network, layout: layout, options: options)
  }

  /// The maps of some periods with common scales, in which colours are those of the communities of
  /// all periods.
  func series(_ networks: [Network], title: String?) throws -> MapSeries {
    var options = options(title: title)
    options.communities = communities
    options.communityMethod = style.detection.method.title + ", all periods"
    // Scores that share out a whole are high where few share it; periods compare by the average.
    let isShare = [Measure.pagerank, .hubs, .authorities].contains(style.measure)
    if isShare { options.measureName = style.measure.title + ", times the average" }
    let members = try networks.map { network in
      let scores = try Atlas.scores(network, style)
      return MapSeries.Member(
        network, scores: isShare ? scores.mapValues { $0 * Double(scores.count) } : scores)
    }
    return MapSeries(members, layout: layout, options: options)
  }

  /// The map of a diff. Scores are those of the later network, and of the earlier one for those
  /// who have gone.
  func map(_ diff: NetworkDiff, title: String?) throws -> DiffMap {
    let earlier = try Atlas.scores(diff.before, style)
    var options = options(title: title)
    options.scores = try Atlas.scores(diff.after, style).merging(earlier) { later, _ in later }
    return DiffMap(diff, layout: layout, options: options)
  }

  /// Writes the places to the file that keeps them, if there is one.
  func keepPlaces() throws { try places?.write(layout, names: entities) }

  private func options(title: String?) -> MapOptions {
    MapOptions(
      title: title, labelCount: style.labelCount, measureName: style.measure.title,
      theme: style.theme, evidencePage: style.evidencePage)
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
