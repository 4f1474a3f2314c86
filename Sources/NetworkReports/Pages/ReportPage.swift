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
    /// The rankings.
    public var rankings = "rankings.csv"
    /// The communities.
    public var communities = "communities.csv"

    /// The usual names.
    public init() {}
  }

  let title: String
  let graph: String
  let book: EvidenceBook
  let ranking: RankingResults
  let communities: CommunitiesResults
  let comparisons: [Comparison]
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
  ///   - files: The names of the other files of the folder.
  public init(
    title: String, graph: String, book: EvidenceBook, ranking: RankingResults,
    communities: CommunitiesResults, comparisons: [Comparison], files: Files = Files()
  ) {
    self.title = title
    self.graph = graph
    self.book = book
    self.ranking = ranking
    self.communities = communities
    self.comparisons = comparisons
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
      ])
  }

  private var rankingSection: Markup {
    let measures = ranking.ranking.measures
    let intervals =
      ranking.ranking.options.bootstrap > 0
      ? " The interval holds the rank in 95 % of \(ranking.ranking.options.bootstrap) networks made"
        + " of resampled documents: where it is wide, the rank hangs on few of them." : ""
    return section(
      "rankings", "Rankings",
      [
        .element(
          "p", [:],
          "Who is central, by \(listed(measures.map(\.title)))."
            + " Equal scores share a rank." + intervals),
        ranking.table.markup(limit: 50),
        download(files.rankings, "All ranks and scores"),
      ])
  }

  private var communitiesSection: Markup {
    let tables = communities.communities.communities.map { community in
      Table(
        title: "\(community.name): \(counted(community.members.count, "member"))",
        columns: [
          Table.Column("name"), Table.Column("kind"), Table.Column("strength"),
          Table.Column("stability", isRight: true),
        ],
        rows: communities.byStrength(community).map { member in
          [
            .text(member.entity.name), .init(member.entity.kind?.rawValue),
            .number(member.strength), .text(Decimals.percent(member.stability)),
          ]
        }
      ).markup(limit: 25)
    }
    return section(
      "communities", "Communities",
      [
        .element(
          "p", [:],
          "Groups whose members have more to do with one another than with others. Stability is"
            + " how often a member stays with its group when the search starts anew."),
        .element("p", ["class": "origin"], communities.summary + "."),
      ] + [.element("div", ["class": "cards"], tables), download(files.communities, "All members")])
  }

  // MARK: Pieces

  func section(_ id: String, _ title: String, _ content: [Markup]) -> Markup {
    .element(
      "section", ["id": id, "aria-labelledby": "\(id)-title"],
      [.element("h2", ["id": "\(id)-title"], title)] + content)
  }

  func figure(_ file: String, _ caption: String, description: String = "") -> Markup {
    .element(
      "figure", [:],
      [
        .element("a", ["href": file], [.element("img", ["src": file, "alt": caption])]),
        .element(
          "figcaption", [:],
          "\(caption) \(description) Opened by itself, the picture shows its evidence on hovering."),
      ])
  }

  func download(_ file: String, _ what: String) -> Markup {
    .element(
      "p", [:], [Markup("\(what): "), .element("a", ["href": file], file), Markup(".")])
  }
}
