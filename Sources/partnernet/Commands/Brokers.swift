import ArgumentParser
import NetworkReports
import PartnerNetwork

struct Brokers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find who stands between groups, and in which role.",
    discussion: """
      Counts how often an entity connects two others who have no tie of their own, from the one \
      to the other along ties as they point (Gould and Fernandez 1989). Weights are ignored.

        coordinator     between two of its own group
        gatekeeper      lets an outsider reach one of its own group
        representative  carries from one of its own group to an outsider
        consultant      between two of one other group
        liaison         between two of two other groups

      Who mediates between countries, organisations and people:
        partnernet brokers partners.sqlite --top 20

      Who holds the blocs together:
        partnernet brokers partners.sqlite --groups communities --period 2012..2014
      """)

  /// Between which groups.
  enum Groups: String, CaseIterable, ExpressibleByArgument {
    case kinds, communities
  }

  @OptionGroup var graph: GraphArgument

  @Option(
    help: ArgumentHelp(
      "Between which groups: kinds of entities, or communities.", valueName: "kinds|communities"))
  var groups: Groups = .kinds

  @Option(
    help: ArgumentHelp("How to look for communities. (default: leiden)", valueName: "method"),
    completion: .list(CommunityMethod.allCases.map(\.rawValue)), transform: Parsing.method)
  var method: CommunityMethod = .leiden

  @Flag(help: "Let every tie lead both ways.")
  var undirected = false

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    let network = try timings.measure("select") {
      try file.network(selection.selection, messages: messages)
    }
    file.noteUndated(network, messages: messages)
    let ties = selection.filters.countedTies
    let detection = CommunityDetection(
      method: method, ties: ties, seed: seed.seed, stabilityRuns: 0)
    let options = ProjectionOptions(direction: undirected ? .both : .incoming, ties: ties)
    let brokerage = try timings.measure("brokers") {
      try network.brokerage(
        between: groups == .kinds ? .kinds : .communities(detection), options: options)
    }
    if brokerage.groups.isEmpty, !network.entities.isEmpty {
      Messages.line(
        "Warning: \(file.name): says nothing of kinds, so that everyone is a group alone;"
          + " try --groups communities")
    }
    let results = BrokerageResults(
      brokerage, of: network, options: options,
      basis: groups == .kinds ? groups.rawValue : "\(method.rawValue) \(groups.rawValue)")
    if !messages.quiet { Messages.line("Note: " + results.summary) }
    try timings.measure("write") {
      try format.write(
        text: results.table.text(limit: top.top), table: results.table.limited(to: top.top),
        json: results.json(limit: top.top))
    }
    timings.report(messages)
  }
}
