import Graphviz
import PartnerModel
import PartnerNetwork

/// One entity of a rank chart: where it stands in each period.
struct RankSeries {
  /// Where an entity stands in a period.
  struct Stop {
    var period: Int
    /// From the top, among the entities shown.
    var row: Int
    var rank: Int
  }

  let entity: Entity
  /// The periods in which it has a rank, rising.
  var stops: [Stop] = []
  let look: SeriesLook

  /// The ranks in words, for those who cannot see them.
  func words(_ periods: [Period]) -> String {
    "\(entity.name): "
      + stops.map { "rank \($0.rank) in \(Wording.period(periods[$0.period]))" }
      .joined(separator: ", ")
  }

  /// The series of those for whom the sum of 1/rank is greatest, in that order, of those who rank
  /// in several periods.
  static func leading(_ trajectory: RankTrajectory, measure: Int, count: Int) -> [RankSeries] {
    guard trajectory.measures.indices.contains(measure) else { return [] }
    let rows = trajectory.rows.map { row in
      (
        row: row,
        weight: row.points[measure].reduce(0.0) { $0 + ($1.map { 1 / Double($0.rank) } ?? 0) }
      )
    }
    // Who ranks once has no line to follow; the others do not need the room where there are none.
    let returning = rows.filter { $0.row.points[measure].count { $0 != nil } > 1 }
    let leading = (returning.isEmpty ? rows : returning).filter { $0.weight > 0 }
      .sorted {
        ($1.weight, $0.row.entity.name, $0.row.entity.id)
          < ($0.weight, $1.row.entity.name, $1.row.entity.id)
      }
      .prefix(count)
    var series = leading.enumerated().map {
      RankSeries(entity: $1.row.entity, look: SeriesLook($0))
    }
    for period in trajectory.steps.indices {
      let present = leading.enumerated().compactMap { number, element in
        element.row.points[measure][period].map { (rank: $0.rank, number: number) }
      }
      for (row, entry) in present.sorted(by: { $0 < $1 }).enumerated() {
        series[entry.number].stops.append(Stop(period: period, row: row, rank: entry.rank))
      }
    }
    return series
  }
}

/// The colour and mark of a series: eight colours that colour-blind readers tell apart by their
/// lightness or hue, in three marks, so that no two of two dozen are alike.
struct SeriesLook: Hashable {
  enum Mark { case disc, box, ring }

  let colour: Colour
  let mark: Mark

  init(_ number: Int) {
    let colours = SeriesLook.colours
    colour = colours[number % colours.count]
    mark = [.disc, .box, .ring][number / colours.count % 3]
  }

  /// Each has a contrast of 4.5:1 or more on white, for the figures on them.
  static let colours = [
    Palette.print.blue, Palette.print.goneText, Palette.print.green, Palette.print.purple,
    Palette.print.ink,
    Colour(0x8A6100), Colour(0x4A5FA5), Palette.print.red,
  ]
}
