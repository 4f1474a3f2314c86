import Graphviz
import PartnerModel
import PartnerNetwork

/// The picture of what changed between two networks, in the places of their maps.
///
/// Lines are blue and solid where ties are new, vermilion and dashed where they are gone, thick
/// where they grew, thin where they faded, grey where they stayed; the captions of entities say
/// "new", "gone" or by how many ranks they rose or fell.
public struct DiffMap: Sendable {
  private let drawing: Drawing

  /// The map of a diff.
  ///
  /// - Parameters:
  ///   - layout: where entities stand; `nil` to lay out the two networks together. Give the layout
  ///     of the maps beside which it will be seen.
  ///   - options: what the map says and stresses. Scores are those of the later network, and of
  ///     the earlier one for those who are gone; communities only keep their members together.
  public init(_ diff: NetworkDiff, layout: MapLayout? = nil, options: MapOptions = MapOptions()) {
    let composer = DiffMapComposer(diff, layout: layout, options: options)
    drawing = composer.drawing()
  }

  /// The file of the map. The same diff, layout and options give the same bytes.
  public func render(as format: MapFormat) throws(MapError) -> [UInt8] {
    try drawing.render(as: format)
  }
}
