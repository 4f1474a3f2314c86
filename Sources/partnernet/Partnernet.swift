import ArgumentParser

/// The command line: one file a subcommand, which parses, calls and prints.
@main
struct Partnernet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partnernet",
    abstract: "Turn documents on arms cooperation into networks that show their evidence.",
    discussion: """
      News stories, transcripts and briefs go in; who sells, builds, negotiates, agrees and \
      quarrels with whom comes out, each tie with the sentences that support it.

      Draw a network map:
        partnernet ingest documents/ --store partners.sqlite
        partnernet map partners.sqlite -o map.svg

      Rank partners by centrality:
        partnernet rank partners.sqlite --by pagerank,betweenness --top 20

      Compare two periods, as a table and as a map:
        partnernet diff partners.sqlite --before 2004..2007 --after 2012..2014 -o diff.svg

      Everything at once, with an index page: partnernet report partners.sqlite -o output

      GRAPH is a store that `ingest` made, or a graph file (\(GraphFile.endings)).
      PERIOD is 2012, 2012-10, 2012-10-17, 2012..2014, ..2013 or 2014.., ends included.
      Results go to standard output, everything else to standard error. The exit status is 0, \
      1 if something failed, or 64 if the command was not understood.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Read documents", subcommands: [Ingest.self, Extract.self]),
      CommandGroup(
        name: "Look at the network",
        subcommands: [
          Map.self, Rank.self, FindCommunities.self, Brokers.self, Diff.self, Explain.self,
          Info.self,
        ]),
      CommandGroup(name: "Hand it on", subcommands: [Report.self, Convert.self]),
    ])

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try checkCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// Says what commands there are where ArgumentParser would only call the name unexpected.
  private static func checkCommand(_ name: String?) throws {
    let names = configuration.groupedSubcommands.flatMap(\.subcommands).map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    guard let name, !name.hasPrefix("-"), name != "help", !names.contains(name) else { return }
    throw ValidationError(
      "there is no command '\(name)'; there are: \(names.joined(separator: ", "))")
  }
}
