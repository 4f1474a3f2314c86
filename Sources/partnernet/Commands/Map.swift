import ArgumentParser
import ExchangeFormats
import NetworkMaps
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
      """)

  @OptionGroup var graph: GraphArgument

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file(extensions: MapFormat.allCases.map(\.rawValue)))
  var output: String

  @OptionGroup var look: MapLookOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup var weights: WeightOptions
  @OptionGroup var direction: DirectionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup(title: "Output") var messages: MessageOptions

  func validate() throws { try MapLookOptions.check(output) }

  func run() throws {
    let timings = Timings()
    let file = try timings.measure("read") { try GraphFile(graph.graph, messages: messages) }
    let network = try timings.measure("select") {
      try file.network(selection.selection, messages: messages)
    }
    file.noteUndated(network, messages: messages)
    let style = look.style(
      ranking: RankingOptions(
        projection: ProjectionOptions(
          weights: weights.weights, direction: direction.direction,
          ties: selection.filters.countedTies),
        threads: threads.count),
      seed: seed.seed)
    let atlas = try timings.measure("layout") {
      try Atlas(file.evidence, selection: selection.selection, style: style)
    }
    let bytes = try timings.measure("draw") {
      try atlas.map(network, title: look.title).render(as: look.format(of: output))
    }
    try timings.measure("write") { try AtomicFile.write(bytes, to: output) }
    timings.report(messages)
  }
}
