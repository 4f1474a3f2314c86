import ExchangeFormats
import Graphviz
import NetworkMaps
import NetworkReports
import PartnerModel
import PartnerNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of a report.
struct ReportFolder {
  let file: GraphFile
  let selection: Selection
  let periods: [Period]
  let measures: [Measure]
  let ranking: RankingOptions
  /// How often to deal documents anew to see what changes by chance.
  let permutations: Int
  var style: Atlas.Style
  /// The file that keeps the places of entities.
  let positions: String?
  let title: String?
  let messages: MessageOptions

  /// Writes the folder, the index page last; returns how many files it holds.
  func write(to folder: String, timings: Timings) throws -> Int {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FolderError(folder: folder)
    }
    var count = 0
    func put(_ bytes: [UInt8], _ name: String) throws {
      try AtomicFile.write(bytes, to: folder + "/" + name)
      count += 1
    }
    let files = ReportPage.Files()
    let network = try timings.measure("select") {
      try file.network(selection, messages: messages)
    }
    let ranked = RankingResults(
      try Ranking(of: network, by: measures, options: ranking) { timings.add($0, $1) },
      of: network)
    try put(Array(ranked.table.csv.utf8), files.rankings)

    var detection = style.detection
    detection.stabilityRuns = 20
    detection.bootstrap = ranking.bootstrap
    detection.threads = ranking.threads
    let communities = try timings.measure("communities") {
      CommunitiesResults(
        try detection.communities(of: network), of: network, by: detection)
    }
    try put(Array(communities.table.csv.utf8), files.communities)
    let sides = try timings.measure("communities") { try self.sides(network) }
    if let sides { try put(Array(sides.table.csv.utf8), files.sides) }
    let trajectory = try timings.measure("rank over time") { try self.trajectory() }
    if let trajectory {
      try put(Array(trajectory.table().csv.utf8), files.ranks)
      try put(
        try timings.measure("draw") {
          try trajectory.chart(title: nil, count: 12).render(as: .svg)
        }, files.chart)
    }

    var mapStyle = style
    mapStyle.ranking.bootstrap = 0
    mapStyle.evidencePage = mapStyle.evidencePage ?? PageAddress("index.html")
    let atlas = try timings.measure("layout") {
      try Atlas(of: [network], style: mapStyle, positions: positions)
    }
    try put(
      try timings.measure("draw") { try atlas.map(network, title: title).render(as: .svg) },
      files.map)

    let maps = try timings.measure("draw") { try drawSeries(atlas, files, put) }

    var comparisons: [ReportPage.Comparison] = []
    var names: [Int: String] = [:]
    for (before, after) in zip(periods, periods.dropFirst()) {
      let comparison = try timings.measure("compare") { try compare(before, after, names) }
      names = comparison.results.communityNames.after
      try put(Array(comparison.results.table.csv.utf8), comparison.table)
      try put(
        try timings.measure("draw") {
          try atlas.map(comparison.results.diff, title: nil).render(as: .svg)
        }, comparison.map)
      comparisons.append(comparison)
    }
    let page = try timings.measure("page") {
      try ReportPage(
        title: title ?? "Partner network", graph: file.name, book: file.book, ranking: ranked,
        communities: communities, comparisons: comparisons, trajectory: trajectory, sides: sides,
        maps: maps, files: files
      ).html()
    }
    try atlas.keepPlaces()
    try put(Array(page.utf8), "index.html")
    return count
  }

  /// Draws a map for each period and a sheet, if there are several and a sheet holds them; answers
  /// what the periods and their maps are called.
  private func drawSeries(
    _ atlas: Atlas, _ files: ReportPage.Files, _ put: ([UInt8], String) throws -> Void
  ) throws -> [(period: String, file: String)] {
    guard (2...MapSeries.limit).contains(periods.count) else { return [] }
    let networks = periods.map { period in
      var selection = selection
      selection.period = period
      return Network(file.evidence, selection: selection)
    }
    let series = try atlas.series(networks, title: nil)
    let names = MapSeriesFiles(path: files.series)
    for (map, period) in zip(series.maps, periods) {
      try put(try map.render(as: .svg), names.path(of: period))
    }
    try put(try series.renderSheet(as: .svg), files.series)
    return periods.map { ($0.inWords, names.path(of: $0)) }
  }

  /// Who is on whose side, if the selection has friends and foes.
  private func sides(_ network: Network) throws -> CommunitiesResults? {
    let isHostile = network.types.map { $0.group == .hostile }
    guard selection.ties == .all, network.ties.contains(where: { isHostile[$0.type] }) else {
      return nil
    }
    var detection = style.detection
    detection.method = .signed
    detection.ties = nil
    detection.stabilityRuns = 20
    return CommunitiesResults(
      try detection.communities(of: network), of: network, by: detection)
  }

  /// The ranks by the first measure, if there are periods to follow them through.
  private func trajectory() throws -> TrajectoryResults? {
    guard periods.count > 1 else { return nil }
    var options = ranking
    options.bootstrap = 0
    let trajectory = try RankTrajectory(
      of: file.evidence, over: periods, selection: selection, by: Array(measures.prefix(1)),
      options: options)
    return TrajectoryResults(trajectory, selection: selection)
  }

  private func compare(
    _ before: Period, _ after: Period, _ names: [Int: String]
  ) throws -> ReportPage.Comparison {
    var (first, second) = (selection, selection)
    first.period = before
    second.period = after
    var options = ranking
    options.bootstrap = 0
    let diff = try NetworkDiff(
      before: Network(file.evidence, selection: first),
      after: Network(file.evidence, selection: second),
      options: DiffOptions(
        measures: Array(measures.prefix(1)), ranking: options, communities: style.detection,
        permutations: permutations))
    let name = "diff_\(before.inFileNames)_\(after.inFileNames)"
    return ReportPage.Comparison(
      results: DiffResults(
        diff, names: (before.inWords, after.inWords), communityNames: names),
      map: name + ".svg", table: name + ".csv")
  }
}

/// A folder that cannot be made.
struct FolderError: Error, CustomStringConvertible {
  let folder: String

  var description: String {
    "\(folder): cannot be made, or is no folder; choose another, or check who may write there"
  }
}
