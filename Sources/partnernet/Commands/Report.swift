import ArgumentParser
import PartnerModel
import PartnerNetwork

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write everything at once into a folder, with an index page.",
    discussion: """
      Writes map.svg, rankings.csv, communities.csv, sides.csv (who is on whose side), ranks.svg \
      and ranks.csv (ranks over time), a map for each period with a sheet of all, maps.svg, for \
      each pair of successive periods a diff as table and as map, and index.html, which shows all \
      of it with the evidence for every tie. The page needs neither network nor scripts; the folder \
      can be sent as it is.

      Periods chosen by what the documents cover:
        partnernet report partners.sqlite -o output

      Year by year, or in periods of your own:
        partnernet report partners.sqlite -o output --every year
        partnernet report partners.sqlite -o output --periods 2004..2007,2012..2014,2017..2022
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write to; made if it does not exist.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("The periods to compare, in order.", valueName: "period,..."),
    transform: Parsing.periods)
  var periods: [Period]?

  @Option(help: ArgumentHelp("Compare period by period.", valueName: "year|month"))
  var every: Step?

  @Option(
    help: ArgumentHelp(
      "The measures to rank by. (default: pagerank,betweenness,strength)",
      valueName: "measure,..."),
    completion: .list(Measure.allCases.map(\.rawValue)), transform: Parsing.measures)
  var by: [Measure] = [.pagerank, .betweenness, .strength]

  @Option(
    help: ArgumentHelp(
      "Resample the documents so many times for a 95 % interval of each rank.", valueName: "n"))
  var bootstrap = 200

  @Option(
    help: ArgumentHelp(
      "Deal the documents to each two periods anew so many times, to mark changes that exceed "
        + "chance; 0 not to.", valueName: "n"))
  var chance = 200

  @OptionGroup var look: MapLookOptions
  @OptionGroup(title: "Selection") var filters: FilterOptions
  @OptionGroup var weights: WeightOptions
  @OptionGroup var direction: DirectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  /// How long the periods are.
  enum Step: String, CaseIterable, ExpressibleByArgument {
    case year, month

    var step: PeriodSeries.Step { self == .year ? .year : .month }
  }

  func validate() throws {
    if periods != nil, every != nil {
      throw ValidationError("give either --periods or --every")
    }
    guard (0...1_000_000).contains(bootstrap) else {
      throw ValidationError("cannot resample \(bootstrap) times; give a number up to 1000000")
    }
    guard (0...1_000_000).contains(chance) else {
      throw ValidationError("cannot deal \(chance) times; give a number up to 1000000")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") {
      try GraphFile(graph.graph, threads: threads.count, messages: messages)
    }
    let ranking = RankingOptions(
      projection: ProjectionOptions(
        weights: weights.weights, direction: direction.direction, ties: filters.countedTies),
      threads: threads.count, bootstrap: bootstrap, seed: seed.seed)
    let folder = ReportFolder(
      file: file, selection: filters.selection(period: nil),
      periods: periods ?? every.map { PeriodSeries.periods(of: file.evidence, every: $0.step) }
        ?? PeriodSeries.proposal(for: file.evidence),
      measures: by, ranking: ranking, permutations: chance,
      style: look.style(ranking: ranking, seed: seed.seed),
      positions: look.positions, title: look.title, messages: messages)
    let count = try folder.write(to: output, timings: timings)
    if !messages.quiet { Messages.line("Note: \(count) files in \(output); open index.html") }
    timings.report(messages)
  }
}
