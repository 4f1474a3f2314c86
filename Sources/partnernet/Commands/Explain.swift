import ArgumentParser
import NetworkReports
import PartnerModel
import PartnerNetwork

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the evidence: every statement about an entity or a pair.",
    discussion: """
      An entity is given by name, alias or id, a person by surname as well where only one has it; \
      case and accents do not matter.

      Why are Russia and Turkey tied?
        partnernet explain partners.sqlite Russia Turkey

      All that is said of one organisation in a period:
        partnernet explain partners.sqlite organisation/nato --period 2012

      The same for a spreadsheet:
        partnernet explain partners.sqlite NATO --format csv > nato.csv
      """)

  @OptionGroup var graph: GraphArgument

  @Argument(help: "The entity, or the two whose ties are to be explained.")
  var entity: [String]

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var format: FormatOptions
  @OptionGroup(title: "Output") var top: TopOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws {
    guard (1...2).contains(entity.count) else {
      throw ValidationError("give one entity or two, not \(entity.count)")
    }
  }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    let places = try entity.map { try file.place(ofEntity: $0) }
    let lines = try timings.measure("look up") {
      try file.book.lines(
        about: places[0], and: places.dropFirst().first, selection: selection.selection)
    }
    let results = EvidenceResults(
      subjects: places.map { file.evidence.entities[$0] }, lines: lines)
    try timings.measure("write") {
      switch format.format {
      case .table: try Output.write(results.text(limit: top.top))
      case .csv: try Output.write(results.table.limited(to: top.top).csv)
      case .json: try Output.write(results.json(limit: top.top).text)
      }
    }
    timings.report(messages)
  }
}
