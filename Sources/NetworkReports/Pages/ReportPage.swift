import PartnerModel
import PartnerNetwork

/// The index page of a report: everything that was found, with the evidence for every tie, on one
/// page that needs no other program, no script and no network.
public struct ReportPage {
  /// A diff of the report and the files that hold it.
  public struct Comparison {
    /// The diff.
    public var results: DiffResults
    /// The file name of its map.
    public var map: String
    /// The file name of its table.
    public var table: String

    /// Made of its parts.
    public init(results: DiffResults, map: String, table: String) {
      self.results = results
      self.map = map
      self.table = table
    }
  }

  /// The names of the other files of the folder.
  public struct Files {
    /// The map of the whole network.
    public var map = "map.svg"
    /// The sheet with a small map of each period.
    public var series = "maps.svg"
    /// The rankings.
    public var rankings = "rankings.csv"
    /// The communities.
    public var communities = "communities.csv"
    /// The chart of ranks over time.
    public var chart = "ranks.svg"
    /// The ranks over time.
    public var ranks = "ranks.csv"
    /// Who is on whose side.
    public var sides = "sides.csv"

    /// The usual names.
    public init() {}
  }

  let title: String
  let graph: String
  let book: EvidenceBook
  let ranking: RankingResults
  let communities: CommunitiesResults
  let comparisons: [Comparison]
  let trajectory: TrajectoryResults?
  let sides: CommunitiesResults?
  let maps: [(period: String, file: String)]
  let files: Files
  /// The network that the report is about.
  var network: Network { ranking.network }

  /// A page about a network.
  ///
  /// - Parameters:
  ///   - title: The headline.
  ///   - graph: The name of the file that the network was made of.
  ///   - book: The evidence.
  ///   - ranking: Who matters.
  ///   - communities: The blocs.
  ///   - comparisons: The diffs, in order of time.
  ///   - trajectory: The ranks over time, of which the folder has a chart; `nil` for none.
  ///   - sides: Signed communities: who is on whose side; `nil` for none.
  ///   - maps: The periods that have a map of their own, besides the sheet of all of them, and the
  ///     names of the maps.
  ///   - files: The names of the other files of the folder.
  public init(
    title: String, graph: String, book: EvidenceBook, ranking: RankingResults,
    communities: CommunitiesResults, comparisons: [Comparison],
    trajectory: TrajectoryResults? = nil, sides: CommunitiesResults? = nil,
    maps: [(period: String, file: String)] = [], files: Files = Files()
  ) {
    self.title = title
    self.graph = graph
    self.book = book
    self.ranking = ranking
    self.communities = communities
    self.comparisons = comparisons
    self.trajectory = trajectory
    self.sides = sides
    self.maps = maps
    self.files = files
  }

  /// The page as HTML.
  public func html() throws -> String {
    let policy =
      "default-src 'none'; style-src '\(PageStyle.hash)'; img-src 'self' data:;"
      + " base-uri 'none'; form-action 'none'"
    let head = Markup.element(
      "head", [:],
      [
        .element("meta", ["charset": "utf-8"]),
        .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("meta", ["name": "referrer", "content": "no-referrer"]),
        .element("title", [:], title), .style(PageStyle.sheet),
      ])
    let sections = [
      mapSection, rankingSection, communitiesSection, changesSection, try evidenceSection(),
      coverageSection, methodSection,
    ]
    let body = Markup.element(
      "body", [:],
      [
        .element("a", ["class": "skip", "href": "#content"], "Skip to the content"), header,
        .element("main", ["id": "content"], sections), footer,
      ])
    return "<!DOCTYPE html>\n"
      + Markup.element("html", ["lang": "en"], [head, body]).html
  }

  private var header: Markup {
    let links: KeyValuePairs<String, String> = [
      "map": "Map", "rankings": "Rankings", "communities": "Communities", "changes": "Changes",
      "evidence": "Evidence", "coverage": "Coverage", "method": "Method and caveats",
    ]
    let items = links.map { id, name in
      Markup.element("li", [:], [.element("a", ["href": "#\(id)"], name)])
    }
    return .element(
      "header", [:],
      [
        .element("h1", [:], title), .element("p", [:], overview),
        .element("nav", ["aria-label": "Contents"], [.element("ul", [:], items)]),
      ])
  }

  /// What the report rests on, in a sentence.
  private var overview: String {
    let ties = network.ties.reduce(0) { $0 + ($1.weight > 0 ? 1 : 0) }
    let period = network.selection.period.map { ", \($0.inWords)" } ?? ""
    return "\(counted(network.entities.count, "entity")) and \(counted(ties, "tie"))\(period),"
      + " read from \(network.coverage.inWords)."
  }

  private var footer: Markup {
    .element("footer", [:], [.element("p", [:], "Made by partnernet from \(graph).")])
  }

  private var mapSection: Markup {
    section(
      "map", "Map",
      [
        figure(
          files.map, "Map of the network: who has to do with whom, how much, and how.",
          description: "The same in words: the rankings and the evidence below.")
      ] + (maps.isEmpty ? [] : seriesMarkup))
  }

  /// The maps of the periods.
  private var seriesMarkup: [Markup] {
    let links = maps.map { map in
      Markup.element("li", [:], [.element("a", ["href": map.file], map.period)])
    }
    return [
      .element("h3", [:], "Period by period"),
      figure(
        files.series, "A small map for each period: everyone in the same place in all of them.",
        hint: ""),
      .element("p", [:], "Each by itself:"), .element("ul", [:], links),
    ]
  }

  // MARK: Pieces

  func section(_ id: String, _ title: String, _ content: [Markup]) -> Markup {
    .element(
      "section", ["id": id, "aria-labelledby": "\(id)-title"],
      [.element("h2", ["id": "\(id)-title"], title)] + content)
  }

  func figure(
    _ file: String, _ caption: String, description: String = "",
    hint: String = "Opened by itself, the picture shows its evidence on hovering."
  ) -> Markup {
    .element(
      "figure", [:],
      [
        .element("a", ["href": file], [.element("img", ["src": file, "alt": caption])]),
        .element(
          "figcaption", [:],
          [caption, description, hint].filter { !$0.isEmpty }.joined(separator: " ")),
      ])
  }

  func download(_ file: String, _ what: String) -> Markup {
    .element(
      "p", [:], [Markup("\(what): "), .element("a", ["href": file], file), Markup(".")])
  }
}
