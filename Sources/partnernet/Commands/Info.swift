import ArgumentParser
import NetworkReports

struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what a graph holds: documents, entities, statements, periods.",
    discussion: """
      What is in the store, and what is undated?
        partnernet info partners.sqlite

      The same for a program:
        partnernet info partners.sqlite --format json
      """)

  @OptionGroup var graph: GraphArgument
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") {
      try GraphFile(graph.graph, threads: threads.count, messages: messages)
    }
    try timings.measure("write") {
      let results = SummaryResults(file.evidence, name: file.name)
      for problem in results.problems { Messages.line("Warning: \(file.name): \(problem)") }
      switch format.format {
      case .table: try Output.write(results.text(limit: top.top ?? 15))
      case .csv: try Output.write(results.table.csv)
      case .json: try Output.write(results.json.text)
      }
    }
    timings.report(messages)
  }
}
