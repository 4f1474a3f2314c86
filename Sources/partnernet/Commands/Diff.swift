import ArgumentParser
import ExchangeFormats
import NetworkMaps
import NetworkReports
import PartnerModel
import PartnerNetwork

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two periods of a graph, or two graphs.",
    discussion: """
      Shows who and which ties came, went, grew (by half or more) or faded, pairs whose relations \
      changed, who rose and fell by a measure and because of which ties, and what became of the \
      communities. What is missing where nothing was reported is marked so. Turned round, a diff \
      is the same with its signs changed.

      Two periods, as tables and as a map in which nothing moves but what changed:
        partnernet diff partners.sqlite --before 2004..2007 --after 2012..2014 -o diff.svg

      Two graph files:
        partnernet diff last-year.csv this-year.csv

      What changed more than the luck of who reported when would have it:
        partnernet diff partners.sqlite --before ..2013 --after 2014.. --chance 1000

      With the documents and sentences behind every line:
        partnernet diff partners.sqlite --before ..2013 --after 2014.. --evidence

      All of it for a program; docs/diff.md says what the keys mean:
        partnernet diff partners.sqlite --before ..2013 --after 2014.. --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "A store or a graph file, or two (\(GraphFile.endings)).", valueName: "graph"),
    completion: .file())
  var graph: [String]

  @Option(
    help: ArgumentHelp("The period to start from.", valueName: "period"),
    transform: Parsing.period)
  var before: Period?

  @Option(
    help: ArgumentHelp("The period to compare it with.", valueName: "period"),
    transform: Parsing.period)
  var after: Period?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Also draw the diff as a map, to this file.", valueName: "file"),
    completion: .file(extensions: MapFormat.allCases.map(\.rawValue)))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The measures whose ranks are compared. (default: pagerank)", valueName: "measure,..."),
    completion: .list(Measure.allCases.map(\.rawValue)), transform: Parsing.measures)
  var by: [Measure] = [.pagerank]

  @Option(
    help: ArgumentHelp(
      "Deal the documents to the two sides anew so many times, to mark changes that exceed chance.",
      valueName: "n"))
  var chance = 0

  @Flag(
    help: ArgumentHelp(
      "Show the statements behind every tie: below the tables, as CSV instead of them, in JSON of "
        + "unchanged ties as well."))
  var evidence = false

  @OptionGroup var look: MapLookOptions
  @OptionGroup(title: "Selection") var filters: FilterOptions
  @OptionGroup var weights: WeightOptions
  @OptionGroup var direction: DirectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    guard (1...2).contains(graph.count) else {
      throw ValidationError("give one graph and two periods, or two graphs")
    }
    if graph.count == 1, before == nil || after == nil {
      throw ValidationError(
        "give the periods to compare as --before and --after; \(Parsing.periodHelp)")
    }
    guard (0...1_000_000).contains(chance) else {
      throw ValidationError("cannot deal \(chance) times; give a number up to 1000000")
    }
    if let output { try MapLookOptions.check(output) }
  }

  func run() throws {
    let timings = Timings()
    let files = try timings.measure("read") {
      try graph.map { try GraphFile($0, threads: threads.count, messages: messages) }
    }
    let (first, second) = (files[0], files[files.count - 1])
    let networks = try timings.measure("select") {
      try (
        first.network(filters.selection(period: before), messages: messages),
        second.network(filters.selection(period: after), messages: messages)
      )
    }
    first.noteUndated(networks.0, messages: messages)
    if files.count == 2 { second.noteUndated(networks.1, messages: messages) }
    let ranking = RankingOptions(
      projection: ProjectionOptions(
        weights: weights.weights, direction: direction.direction, ties: filters.countedTies),
      threads: threads.count, seed: seed.seed)
    let style = look.style(ranking: ranking, seed: seed.seed)
    let diff = try timings.measure("compare") {
      try NetworkDiff(
        before: networks.0, after: networks.1,
        options: DiffOptions(
          measures: by, ranking: ranking, communities: style.detection, permutations: chance))
    }
    let results = DiffResults(diff, names: names)
    try timings.measure("write") {
      switch format.format {
      case .table:
        try Output.write(results.text(limit: top.top))
        guard evidence else { break }
        try Output.write(
          "\n"
            + results.evidenceText(book: first.book, bookAfter: second.book, limit: top.top))
      case .csv:
        try Output.write(
          evidence
            ? results.evidenceTable(book: first.book, bookAfter: second.book).csv
            : results.table.csv)
      case .json:
        try Output.write(
          results.json(book: first.book, bookAfter: second.book, allEvidence: evidence).text)
      }
    }
    if let output {
      let atlas = try timings.measure("layout") {
        // Two graphs have no maps beside which the diff will be seen; it is laid out by itself.
        try files.count == 1
          ? Atlas(
            first.evidence, selection: filters.selection(period: nil), style: style,
            positions: look.positions)
          : Atlas(of: [networks.0, networks.1], style: style, positions: look.positions)
      }
      let bytes = try timings.measure("draw") {
        try atlas.map(diff, title: look.title).render(as: look.format(of: output))
      }
      try timings.measure("write") {
        try AtomicFile.write(bytes, to: output)
        try atlas.keepPlaces()
      }
    }
    timings.report(messages)
  }

  /// What the two sides are called: by file where there are two, by period where they differ.
  private var names: (before: String, after: String) {
    func name(_ place: Int, _ period: Period?) -> String {
      let file = graph.count == 2 ? graph[place] : ""
      return [file, period?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return (name(0, before), name(1, after))
  }
}
