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

      Who is on whose side: hostile ties push apart:
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
      "How many further seeds to try, to see how stable each membership is.", valueName: "n"))
  var runs = 20

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var weights: WeightOptions

  @Option(
    help: ArgumentHelp(
      "Whether the walker of infomap follows ties as they point, against them, or both ways.",
      valueName: "in|out|both"))
  var direction: ProjectionDirection = .both

  @OptionGroup var seed: SeedOptions
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
    guard (0...100_000).contains(runs) else {
      throw ValidationError("cannot try \(runs) seeds; give a number up to 100000")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    let network = try timings.measure("select") {
      try file.network(selection.selection, messages: messages)
    }
    file.noteUndated(network, messages: messages)
    let detection = CommunityDetection(
      method: method, weights: weights.weights, ties: selection.filters.countedTies,
      direction: direction, resolution: resolution, seed: seed.seed, stabilityRuns: runs)
    let found = try timings.measure(method.rawValue) { try detection.communities(of: network) }
    let results = CommunitiesResults(found, of: network, by: detection)
    if !messages.quiet { Messages.line("Note: " + results.summary) }
    try timings.measure("write") {
      switch format.format {
      case .table: try Output.write(results.text(limit: top.top))
      case .csv: try Output.write(results.table.csv)
      case .json: try Output.write(results.json.text)
      }
    }
    timings.report(messages)
  }
}
