import Graphviz
import PartnerModel
import PartnerNetwork

/// The picture of a network: who has to do with whom, how much, and how.
///
/// Countries are circles, organisations rounded boxes, people double ellipses. Area shows
/// centrality, fill the community, colour with dash and arrowhead the relation, width the weight.
/// Ties that are only denied are not drawn. What the legend says is in `docs/maps.md`.
public struct NetworkMap: Sendable {
  private let drawing: Drawing

  /// The map of a network.
  ///
  /// - Parameters:
  ///   - layout: where entities stand; `nil` to lay out this network by itself. Give every picture
  ///     of a series the layout of the whole evidence.
  ///   - options: what the map says and stresses.
  public init(_ network: Network, layout: MapLayout? = nil, options: MapOptions = MapOptions()) {
    let composer = NetworkMapComposer(network, layout: layout, options: options)
    self.init(composer)
  }

  init(_ composer: NetworkMapComposer) { drawing = composer.drawing() }

  /// The file of the map. The same network, layout and options give the same bytes.
  public func render(as format: MapFormat) throws(MapError) -> [UInt8] {
    try drawing.render(as: format)
  }
}
