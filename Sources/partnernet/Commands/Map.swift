import ArgumentParser
import ExchangeFormats
import NetworkMaps
import PartnerModel
import PartnerNetwork

struct Map: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the network as a map.",
    discussion: """
      The format is that of the ending: .svg, .png, .pdf or .dot. Area shows centrality, fill the \
      community; colour, dash and arrowhead the relation; width the weight. An entity has the same \
      place in the maps of all periods of a graph and in its diffs.

      The whole network:
        partnernet map partners.sqlite -o map.svg

      Arms supplies of a period, the ten most central named:
        partnernet map partners.sqlite --relations transfer --period 2012..2014 \
      --size-by strength --labels 10 -o supplies.pdf

      A map for each year, series-2012.svg and so on, and a sheet of all of them, series.svg:
        partnernet map partners.sqlite --every year -o series.svg

      Everybody stays where they are as documents arrive:
        partnernet map partners.sqlite --positions places.csv -o map.svg
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file(extensions: MapFormat.allCases.map(\.rawValue)))
  var output: String

  @Option(
    help: ArgumentHelp(
      "A map for each period in which something was reported, within --period, and a sheet.",
      valueName: "year|month|day"))
  var every: PeriodSeries.Step?

  @Option(
    help: ArgumentHelp("A map for each of these periods, and a sheet.", valueName: "period,..."),
    transform: Parsing.periods)
  var periods: [Period]?

  @OptionGroup var look: MapLookOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var weights: WeightOptions
  @OptionGroup var direction: DirectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    try MapLookOptions.check(output)
    if every != nil, periods != nil { throw ValidationError("give either --periods or --every") }
    if periods != nil, selection.period != nil {
      throw ValidationError("give either --period or --periods")
    }
    if let periods, Set(periods).count < periods.count {
      throw ValidationError("a period stands twice in --periods; give each once")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") {
      try GraphFile(graph.graph, threads: threads.count, messages: messages)
    }
    let network = try timings.measure("select") {
      try file.network(selection.selection, messages: messages)
    }
    file.noteUndated(network, messages: messages)
    let series = try every.map { try file.periods(every: $0, within: selection.period) } ?? periods
    if let count = series?.count, count > MapSeries.limit {
      throw TooManyPeriods(file: file.name, count: count)
    }
    let style = look.style(
      ranking: RankingOptions(
        projection: ProjectionOptions(
          weights: weights.weights, direction: direction.direction,
          ties: selection.filters.countedTies),
        threads: threads.count),
      seed: seed.seed)
    let atlas = try timings.measure("layout") {
      try Atlas(
        file.evidence, selection: selection.selection, style: style, positions: look.positions)
    }
    if let series {
      try draw(series, of: file, on: atlas, timings)
    } else {
      let bytes = try timings.measure("draw") {
        try atlas.map(network, title: look.title).render(as: look.format(of: output))
      }
      try timings.measure("write") { try AtomicFile.write(bytes, to: output) }
    }
    try atlas.keepPlaces()
    timings.report(messages)
  }

  private func draw(
    _ periods: [Period], of file: GraphFile, on atlas: Atlas, _ timings: Timings
  ) throws {
    let files = MapSeriesFiles(path: output)
    try timings.measure("draw") {
      let networks = periods.map {
        Network(file.evidence, selection: selection.filters.selection(period: $0))
      }
      try files.write(
        atlas.series(networks, title: look.title), of: periods, as: look.format(of: output))
    }
    if !messages.quiet, let first = periods.first {
      Messages.line(
        "Note: \(periods.count) maps, the first of which is \(files.path(of: first)), and "
          + "\(output) with all of them")
    }
  }
}
