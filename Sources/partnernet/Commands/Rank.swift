import ArgumentParser
import NetworkReports
import PartnerNetwork

struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank entities by centrality.",
    discussion: """
      Measures: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")). Parallel ties of a \
      pair are summed to one strength; measures of paths use the distance 1/strength. Ranks are \
      shared by equal scores: 1, 2, 2, 4.

      Who is central overall, and between whom others pass:
        partnernet rank partners.sqlite --by pagerank,betweenness --top 20

      Which countries supplied most in a period, and how sure the ranks are:
        partnernet rank partners.sqlite --by strength --direction out --relations transfer \
      --kinds country --period 2012..2014 --bootstrap 1000

      The whole ranking for a spreadsheet:
        partnernet rank partners.sqlite --format csv > rankings.csv
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    help: ArgumentHelp(
      "The measures, the first of which decides the order. (default: pagerank)",
      valueName: "measure,..."),
    completion: .list(Measure.allCases.map(\.rawValue)), transform: Parsing.measures)
  var by: [Measure] = [.pagerank]

  @Option(
    help: ArgumentHelp(
      "Resample the documents so many times for a 95 % interval of each rank.", valueName: "n"))
  var bootstrap = 0

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var weights: WeightOptions
  @OptionGroup var direction: DirectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    guard (0...1_000_000).contains(bootstrap) else {
      throw ValidationError("cannot resample \(bootstrap) times; give a number up to 1000000")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    let network = try timings.measure("select") {
      try file.network(selection.selection, messages: messages)
    }
    file.noteUndated(network, messages: messages)
    let options = RankingOptions(
      projection: ProjectionOptions(
        weights: weights.weights, direction: direction.direction,
        ties: selection.filters.countedTies),
      threads: threads.count, bootstrap: bootstrap, seed: seed.seed)
    let ranking = try Ranking(of: network, by: by, options: options) { timings.add($0, $1) }
    if !messages.quiet {
      for measure in ranking.measures {
        Messages.line("Note: \(measure.rawValue): \(options.definition(of: measure))")
      }
    }
    try timings.measure("write") {
      let results = RankingResults(ranking, of: network)
      switch format.format {
      case .table: try Output.write(results.table.text(limit: top.top))
      case .csv: try Output.write(results.table.limited(to: top.top).csv)
      case .json: try Output.write(results.json(limit: top.top).text)
      }
    }
    timings.report(messages)
  }
}
