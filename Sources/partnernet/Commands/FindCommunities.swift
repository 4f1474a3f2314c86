import ArgumentParser
import NetworkReports
import PartnerNetwork

struct FindCommunities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Find groups whose members have more to do with one another than with others.",
    discussion: """
      Methods: \(CommunityMethod.allCases.map(\.rawValue).joined(separator: ", ")). Stability is \
      the share of runs with other seeds in which a member stays with its community.

      The blocs of a period:
        partnernet communities partners.sqlite --period 2012..2014

      How far they hang on few documents:
        partnernet communities partners.sqlite --bootstrap 200

      Large blocs, and the groups within them:
        partnernet communities partners.sqlite --resolutions 0.5,1,2

      Who is on whose side, and where the sides do not hold: hostile ties push apart:
        partnernet communities partners.sqlite --method signed

      Smaller groups, countries only, for a program:
        partnernet communities partners.sqlite --resolution 2 --kinds country --format json
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    help: ArgumentHelp("How to look for them. (default: leiden)", valueName: "method"),
    completion: .list(CommunityMethod.allCases.map(\.rawValue)), transform: Parsing.method)
  var method: CommunityMethod = .leiden

  @Option(help: ArgumentHelp("Above 1 for smaller communities, below 1 for larger ones."))
  var resolution = 1.0

  @Option(
    help: ArgumentHelp(
      "Look for communities within communities: at the lowest resolution first, then in each "
        + "community at the next (leiden, leiden-cpm).", valueName: "number,..."),
    transform: Parsing.resolutions)
  var resolutions: [Double]?

  @Option(
    help: ArgumentHelp(
      "Resample the documents so many times, to see in what share of them each member stays.",
      valueName: "n"))
  var bootstrap = 0

  @Option(
    help: ArgumentHelp(
      "How many further seeds to try, to see how stable each membership is. (default: 20; 5 for "
        + "more than a million ties)", valueName: "n"))
  var runs: Int?

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var weights: WeightOptions

  @Option(
    help: ArgumentHelp(
      "Whether the walker of infomap follows ties as they point, against them, or both ways.",
      valueName: "in|out|both"))
  var direction: ProjectionDirection = .both

  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("cannot use resolution \(resolution); give a number above 0")
    }
    if direction != .both, method != .infomap {
      throw ValidationError("--direction is for infomap; \(method.rawValue) does not take it")
    }
    if resolutions != nil, resolution != 1 {
      throw ValidationError("give either --resolution or --resolutions")
    }
    if resolutions.map({ $0.count > 1 }) ?? false, method != .leiden, method != .leidenPotts {
      throw ValidationError(
        "--resolutions is for leiden and leiden-cpm; \(method.rawValue) does not take it")
    }
    guard (0...1_000_000).contains(bootstrap) else {
      throw ValidationError("cannot resample \(bootstrap) times; give a number up to 1000000")
    }
    if let runs, !(0...100_000).contains(runs) {
      throw ValidationError("cannot try \(runs) seeds; give a number up to 100000")
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
    let detection = CommunityDetection(
      method: method, weights: weights.weights, ties: selection.filters.countedTies,
      direction: direction, resolution: resolution, seed: seed.seed,
      stabilityRuns: runs ?? CommunityDetection.usualStabilityRuns(for: network),
      bootstrap: bootstrap, threads: threads.count)
    if let resolutions {
      try divide(network, detection, at: resolutions, timings)
    } else {
      try find(network, detection, timings)
    }
    timings.report(messages)
  }
  private func find(
    _ network: Network, _ detection: CommunityDetection, _ timings: Timings
  ) throws {
    let found = try timings.measure(method.rawValue) { try detection.communities(of: network) }
    let results = CommunitiesResults(found, of: network, by: detection)
    if !messages.quiet { Messages.line("Note: " + results.summary) }
    try timings.measure("write") {
      try format.write(
        text: results.text(limit: top.top), table: results.table, json: results.json)
    }
  }

  private func divide(
    _ network: Network, _ detection: CommunityDetection, at resolutions: [Double],
    _ timings: Timings
  ) throws {
    let found = try timings.measure(method.rawValue) {
      try detection.hierarchy(of: network, resolutions: resolutions)
    }
    let results = HierarchyResults(found, of: network, by: detection)
    if !messages.quiet {
      for line in results.summary.split(separator: "\n") { Messages.line("Note: " + line) }
    }
    try timings.measure("write") {
      try format.write(
        text: results.text(limit: top.top), table: results.table, json: results.json)
    }
  }
}
