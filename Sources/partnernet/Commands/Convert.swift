import ArgumentParser
import ExchangeFormats
import PartnerNetwork

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the network as a graph file for other programs.",
    discussion: """
      The format is that of the ending: \(ExchangeFormat.endings).

      One edge for each tie, with its weight and dates, for NetworkX, igraph or D3:
        partnernet convert partners.sqlite -o partners.json

      The ties of a period as an edge list:
        partnernet convert partners.sqlite --period 2012..2014 -o partners.csv

      One edge for each statement, so that periods can still be told apart:
        partnernet convert partners.sqlite --statements -o statements.csv
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String

  @Flag(help: "Write all statements one by one rather than the ties they add up to.")
  var statements = false

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    do { _ = try ExchangeFormat(path: output) } catch { throw ValidationError("\(error)") }
    if statements, selection.selection != Selection() {
      throw ValidationError("--statements writes everything; leave out the selection")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    if statements {
      try timings.measure("write") { try ExchangeFile.write(file.evidence, to: output) }
    } else {
      let network = try timings.measure("select") {
        try file.network(selection.selection, messages: messages)
      }
      file.noteUndated(network, messages: messages)
      try timings.measure("write") { try ExchangeFile.write(network, to: output) }
    }
    timings.report(messages)
  }
}
