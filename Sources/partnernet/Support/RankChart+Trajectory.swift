import NetworkMaps
import NetworkReports
import PartnerModel
import PartnerNetwork

extension TrajectoryResults {
  /// The ranks as a picture.
  ///
  /// - Parameters:
  ///   - title: The headline; made of the measure unless given.
  ///   - count: How many entities to show.
  ///   - measure: The place of the measure to show.
  func chart(title: String?, count: Int, measure: Int = 0) -> RankChart {
    let name = trajectory.measures.indices.contains(measure) ? trajectory.measures[measure] : nil
    return RankChart(
      trajectory, measure: measure, title: title ?? "Ranks by \(name?.title ?? "")",
      subtitle: (name.map { trajectory.options.definition(of: $0) } ?? "")
        + "; \(countedFamilies) ties",
      count: count)
  }
}
