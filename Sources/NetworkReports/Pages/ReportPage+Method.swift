import PartnerModel
import PartnerNetwork

extension ReportPage {
  /// What was read: by period, by outlet, document by document.
  var coverageSection: Markup {
    let documents = book.evidence.documents
    guard !documents.isEmpty else {
      return section(
        "coverage", "Coverage",
        [.element("p", [:], "The graph names no documents; its rows are the evidence.")])
    }
    let outlets = Table(
      title: "Documents by outlet",
      columns: [Table.Column("outlet"), Table.Column("documents")],
      rows: network.coverage.sources.map { [.text($0.name), .integer($0.documentCount)] }
        + (network.coverage.unattributedDocumentCount > 0
          ? [[.text("(not named)"), .integer(network.coverage.unattributedDocumentCount)]] : []))
    let list = Table(
      title: "Documents",
      columns: [
        Table.Column("document"), Table.Column("title"), Table.Column("outlet"),
        Table.Column("date"), Table.Column("known", title: "date is"), Table.Column("words"),
        Table.Column("story"),
      ],
      rows: documents.map { document in
        [
          .text(document.name), .init(document.title), .init(document.source),
          .text(document.date?.description ?? "undated"), .init(document.dateBasis?.rawValue),
          .integer(document.wordCount), .integer(document.story),
        ]
      })
    let undated = documents.filter { $0.date == nil }.count
    let stories = Set(documents.map(\.story)).count
    return section(
      "coverage", "Coverage",
      [
        .element(
          "p", [:],
          "\(counted(documents.count, "document")) that tell"
            + " \(stories == 1 ? "one story" : "\(stories) stories");"
            + " \(undated == 0 ? "none is" : "\(undated) \(undated == 1 ? "is" : "are")") undated"
            + " and so in no period. Documents of one story have the same number below; what they"
            + " say alike counts once."),
        periods, outlets.markup(), list.markup(),
      ])
  }

  private var periods: Markup {
    var networks = comparisons.map { ($0.results.names.before, $0.results.diff.before) }
    if let last = comparisons.last {
      networks.append((last.results.names.after, last.results.diff.after))
    }
    guard !networks.isEmpty else { return Markup() }
    return Table(
      title: "What was reported in each period",
      columns: [
        Table.Column("period"), Table.Column("documents"),
        Table.Column("outlets", title: "outlets named"),
        Table.Column("statements"), Table.Column("entities"), Table.Column("ties"),
      ],
      rows: networks.map { name, network in
        [
          .text(name), .integer(network.coverage.documentCount),
          .integer(network.coverage.sources.count), .integer(network.coverage.observationCount),
          .integer(network.entities.count),
          .integer(network.ties.reduce(0) { $0 + ($1.weight > 0 ? 1 : 0) }),
        ]
      }
    ).markup()
  }

  /// How it was made, and what to beware of.
  var methodSection: Markup {
    let options = ranking.ranking.options.projection
    let measures = ranking.ranking.measures.map { measure in
      Markup([
        .element("dt", [:], measure.title),
        .element("dd", [:], ranking.ranking.options.definition(of: measure) + "."),
      ])
    }
    let rules = [
      "A tie is one source, one relation and one target. Its weight is the sum over the statements"
        + " of the period: asserted and historical 1, planned 0.5, denied 0. Reports of one story"
        + " count once for weight and each as corroboration.",
      "A statement is dated by the event's own date where the sentence gives one, else by its"
        + " document. What is dated less precisely than a period is long lies in none.",
      "Rankings and communities rest on ties of these families: \(countedTies(network, options))."
        + " Parallel ties of a pair are summed to one strength; measures of paths use the distance"
        + " 1/strength.",
      "A tie grew or faded if its weight changed by half or more. Periods with fewer documents show"
        + " fewer ties; what is missing where nothing was reported is marked so.",
      "Two periods are compared tie by tie and pair by pair (1 - weighted Jaccard similarity), in"
        + " influence (1 - DeltaCon similarity: how everyone is connected to everyone) and in shape"
        + " (portrait divergence: how the network looks from its members, whoever they are).",
      "A change exceeds chance if, were the documents dealt to the two periods anew, so great a"
        + " change would come about in one of twenty deals at most. What hangs on one document"
        + " never does; and of a hundred ties that did not change five may seem to.",
      "A community keeps its name from period to period as long as most of those who stay do so"
        + " together, or around the same strongest member.",
    ]
    let caveats = [
      "Statements are read by rules and a statistical parser. Some are wrong and some are missed:"
        + " read the sentences under Evidence before publishing a tie.",
      "The network shows what these documents say, not what is the case. Who is written about more"
        + " is more central.",
      "A relation says that something was stated between two partners, not how large it was: a"
        + " weight counts statements, not goods or money.",
    ]
    func list(_ texts: [String]) -> Markup {
      .element("ul", [:], texts.map { .element("li", [:], $0) })
    }
    return section(
      "method", "Method and caveats",
      [
        .element("h3", [:], "How it was made"), list(rules), .element("h3", [:], "Measures"),
        .element("dl", [:], measures), .element("h3", [:], "What to beware of"), list(caveats),
      ])
  }
}
