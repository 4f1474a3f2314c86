import ExchangeFormats
import NetworkMaps
import PartnerModel

/// The files of a series of maps: the sheet, and beside it a map for each period.
struct MapSeriesFiles {
  /// The file of the sheet: `series.svg`.
  let path: String

  /// The file of one period: `series-2012.svg`.
  func path(of period: Period) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path + "-" + period.inFileNames }
    return path[..<dot] + "-" + period.inFileNames + path[dot...]
  }

  /// Draws the maps in order, the sheet last.
  func write(_ series: MapSeries, of periods: [Period], as format: MapFormat) throws {
    for (map, period) in zip(series.maps, periods) {
      try AtomicFile.write(map.render(as: format), to: path(of: period))
    }
    try AtomicFile.write(series.renderSheet(as: format), to: path)
  }
}

/// There are more periods than one sheet can hold.
struct TooManyPeriods: Error, CustomStringConvertible {
  let file: String
  let count: Int

  var description: String {
    "\(file): a series of \(count) maps is too long for one sheet, which holds "
      + "\(MapSeries.limit); narrow it by --period, or give longer periods as --periods"
  }
}
