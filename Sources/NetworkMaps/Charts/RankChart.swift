import Graphviz
import PartnerModel
import PartnerNetwork

/// How ranks went over time, as a picture: a column for each period, a line for each entity (a bump
/// chart).
///
/// In each column the entities shown stand in the order of their ranks; the number in a mark is the
/// rank among all. A line is dotted where an entity has no tie that counts, and every line is named
/// where it begins and where it ends. Under each period stands what was reported in it, because a
/// rank that fell where little was reported may be silence.
public struct RankChart: Sendable {
  /// How many entities a chart can show and still be read.
  public static let greatestCount = 20

  private let drawing: Drawing

  /// The chart of ranks over time.
  ///
  /// - Parameters:
  ///   - trajectory: the ranks.
  ///   - measure: the place in the trajectory's measures of the one to show.
  ///   - title: the headline.
  ///   - subtitle: what the ranks rest on.
  ///   - count: how many entities to show, at most ``greatestCount``: those for whom the sum of
  ///     1/rank over the periods is greatest, of those who rank in several.
  public init(
    _ trajectory: RankTrajectory, measure: Int = 0, title: String, subtitle: String,
    count: Int = 12
  ) {
    let composer = RankChartComposer(
      trajectory, measure: measure, count: min(max(count, 1), Self.greatestCount))
    drawing = composer.drawing(title: PlainText(title), subtitle: PlainText(subtitle))
  }

  /// The file of the chart. The same ranks give the same bytes.
  public func render(as format: MapFormat) throws(MapError) -> [UInt8] {
    try drawing.render(as: format)
  }
}
