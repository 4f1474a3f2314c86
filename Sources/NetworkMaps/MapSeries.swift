import Graphviz
import PartnerModel
import PartnerNetwork

/// The maps of successive periods and a sheet of all of them, with one layout and common scales:
/// an entity has one place, and areas and widths mean the same in each.
public struct MapSeries: Sendable {
  /// A period of the series.
  public struct Member: Sendable {
    /// What is drawn.
    public var network: Network
    /// The centralities that areas show; empty for the sum of the weights of an entity's ties.
    public var scores: [EntityID: Double]

    /// Made of its parts.
    public init(_ network: Network, scores: [EntityID: Double] = [:]) {
      self.network = network
      self.scores = scores
    }
  }

  /// So many periods a series has at most: more could not be told apart on one sheet.
  public static let limit = 36

  private let members: [Member]
  private let layout: MapLayout
  private let options: MapOptions

  /// A series of the first ``limit`` of `members`.
  ///
  /// - Parameters:
  ///   - layout: where entities stand; best of the whole evidence.
  ///   - options: what all maps say and stress; scores are those of the members, communities best
  ///     those of the whole evidence, so that colours mean the same throughout.
  public init(_ members: [Member], layout: MapLayout, options: MapOptions = MapOptions()) {
    self.members = Array(members.prefix(Self.limit))
    self.layout = layout.adding(members.map(\.network))
    self.options = options
  }

  /// The map of each period.
  public var maps: [NetworkMap] {
    composers { _ in .page }.map { NetworkMap($0) }
  }

  /// The file of the sheet with a small map of each period.
  public func renderSheet(as format: MapFormat) throws(MapError) -> [UInt8] {
    let grid = SheetGrid(count: members.count)
    return try SheetComposer(
      panels: composers { grid.panel($0) }, grid: grid, options: options
    ).drawing().render(as: format)
  }

  private func composers(in viewport: (Int) -> Viewport) -> [NetworkMapComposer] {
    var composers = members.enumerated().map { place, member in
      var own = options
      own.scores = member.scores
      return NetworkMapComposer(
        member.network, layout: layout, options: own, viewport: viewport(place))
    }
    let maximumScore = composers.map(\.scores.maximum).max() ?? 0
    let maximumWeight = composers.flatMap(\.lines).map(\.weight).max() ?? 0
    for place in composers.indices {
      composers[place].share(maximumScore: maximumScore, maximumWeight: maximumWeight)
    }
    return composers
  }
}
