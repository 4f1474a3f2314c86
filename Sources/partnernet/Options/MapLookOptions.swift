import ArgumentParser
import Graphviz
import NetworkMaps
import PartnerNetwork

/// What a map says and stresses.
struct MapLookOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The headline of the map.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("The measure that areas show. (default: pagerank)", valueName: "measure"),
    completion: .list(Measure.allCases.map(\.rawValue)), transform: Parsing.measure)
  var sizeBy: Measure = .pagerank

  @Option(
    help: ArgumentHelp(
      "How many entities to name, the most central first. (default: as many as fit)",
      valueName: "n"))
  var labels: Int?

  @Option(help: ArgumentHelp("White paper, or a dark background.", valueName: "print|dark"))
  var theme: MapTheme = .print

  @Option(
    help: ArgumentHelp(
      "Keep places in this file: who is in it stands there, who is new stands near their partners "
        + "and is added. Made if it does not exist.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var positions: String?

  @Option(
    help: ArgumentHelp(
      "Lead from ties and entities to the evidence on this page of a report, as seen from the map.",
      valueName: "page"),
    transform: { text in
      guard let page = PageAddress(text) else {
        throw ValidationError(
          "'\(text)' is no address of a page; give one such as report/index.html or https://...")
      }
      return page
    })
  var links: PageAddress?

  func validate() throws {
    if let labels, labels < 0 {
      throw ValidationError("cannot name \(labels) entities; give a number from 0")
    }
  }

  /// The format of a file; a usage error if its ending is of none.
  static func check(_ path: String) throws {
    guard MapFormat(path: path) == nil else { return }
    let endings = MapFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
    throw ValidationError("cannot tell the format of '\(path)'; give it one of \(endings)")
  }

  func format(of path: String) -> MapFormat { MapFormat(path: path) ?? .svg }

  func style(ranking: RankingOptions, seed: UInt64) -> Atlas.Style {
    Atlas.Style(
      measure: sizeBy, ranking: ranking,
      detection: CommunityDetection(
        weights: ranking.projection.weights, ties: ranking.projection.ties, seed: seed,
        stabilityRuns: 0),
      labelCount: labels, theme: theme, evidencePage: links)
  }
}
