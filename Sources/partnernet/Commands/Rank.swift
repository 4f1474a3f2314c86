import ArgumentParser
import NetworkMaps
import PartnerModel
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

      Which partners carry a rank:
        partnernet rank partners.sqlite --by pagerank,betweenness --explain Turkey

      How ranks went over time, as a table and as a chart:
        partnernet rank partners.sqlite --every year --top 12 -o ranks.svg
        partnernet rank partners.sqlite --periods 2004..2007,2012..2014,2017..2022

      Who is close to whom: PageRank seen from one or several
        partnernet rank partners.sqlite --from Russia,Rosoboronexport --top 20

      Which ranks hang on one outlet:
        partnernet rank partners.sqlite --leave-one-out --top 20

      Which ties hold the network together:
        partnernet rank partners.sqlite --bridges --top 20
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

  @Option(
    help: ArgumentHelp(
      "Rank period by period: every one in which something was reported, within --period.",
      valueName: "year|month|day"))
  var every: PeriodSeries.Step?

  @Option(
    help: ArgumentHelp("Rank period by period: these.", valueName: "period,..."),
    transform: Parsing.periods)
  var periods: [Period]?

  @Flag(
    help: "Rank without each outlet in turn, to see which ranks hang on one.")
  var leaveOneOut = false

  @Option(
    help: ArgumentHelp(
      "See PageRank from these entities: who is close to them ranks high. May be repeated.",
      valueName: "entity,..."),
    transform: Parsing.entities)
  var from: [[String]] = []

  @Option(
    help: ArgumentHelp(
      "Say which partners carry the score of this entity, and where it would rank without each.",
      valueName: "entity"))
  var explain: String?

  @Flag(
    help: "Rank ties in place of entities: on how many shortest paths they lie (edge betweenness).")
  var bridges = false

  @Option(
    help: ArgumentHelp(
      "Estimate betweenness from the paths that start at so many entities, for large networks.",
      valueName: "n"))
  var samples: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Also draw ranks over time as a chart, of up to \(RankChart.greatestCount) entities (--top).",
      valueName: "file"),
    completion: .file(extensions: MapFormat.allCases.map(\.rawValue)))
  var output: String?

  @Option(help: ArgumentHelp("The headline of the chart.", valueName: "text"))
  var title: String?

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
    if every != nil, periods != nil { throw ValidationError("give either --periods or --every") }
    if periods != nil, selection.period != nil {
      throw ValidationError("give either --period or --periods")
    }
    if !from.isEmpty, !by.contains(.pagerank) {
      throw ValidationError("--from is for pagerank; give it to --by, or leave --from out")
    }
    let forms = [
      ("--explain", explain != nil), ("--bridges", bridges), ("--leave-one-out", leaveOneOut),
      ("--every", every != nil), ("--periods", periods != nil),
    ].filter(\.1).map(\.0)
    if forms.count > 1 {
      throw ValidationError("give one of \(forms.joined(separator: " and "))")
    }
    if let form = forms.first, bootstrap > 0, !form.hasPrefix("--every"), form != "--periods" {
      throw ValidationError("\(form) does not go with --bootstrap; give one of them")
    }
    if let samples, samples < 1 {
      throw ValidationError("cannot sample \(samples) entities; give a number from 1")
    }
    if samples != nil, bridges || !by.contains(.betweenness) {
      throw ValidationError("--samples is for betweenness; give it to --by, or leave --samples out")
    }
    if let output {
      guard every != nil || periods != nil else {
        throw ValidationError("-o draws ranks over time; give --every or --periods as well")
      }
      try MapLookOptions.check(output)
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
    let preferred = try from.joined().map {
      file.evidence.entities[try file.place(ofEntity: $0)].id
    }
    let options = RankingOptions(
      projection: ProjectionOptions(
        weights: weights.weights, direction: direction.direction,
        ties: selection.filters.countedTies),
      threads: threads.count, bootstrap: bootstrap, seed: seed.seed,
      preferred: Set(preferred), samples: samples)
    if let explain {
      try self.explain(explain, file, network, options, timings)
    } else if bridges {
      try rankTies(file, network, options, timings)
    } else if every != nil || periods != nil {
      try rankOverTime(file, options, timings)
    } else if leaveOneOut {
      try rankWithoutOutlets(file, network, options, timings)
    } else {
      try rank(file, network, options, timings)
    }
    timings.report(messages)
  }
}
