import ArgumentParser
import PartnerModel
import PartnerNetwork

/// What of the graph to look at.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what happened in a period.", valueName: "period"),
    transform: Parsing.period)
  var period: Period?

  @OptionGroup var filters: FilterOptions

  var selection: Selection { filters.selection(period: period) }
}

/// What of the graph to look at, in whatever period.
struct FilterOptions: ParsableArguments {
  @Flag(help: "Count statements without a date in every period.")
  var undated = false

  @Option(
    help: ArgumentHelp(
      "Only these kinds of entities: country, organisation, person.", valueName: "kind,..."),
    transform: Parsing.kinds)
  var kinds: Set<EntityKind>?

  @Option(
    help: ArgumentHelp(
      "Only these relations, such as transfer,agree.", valueName: "relation,..."),
    transform: Parsing.names)
  var relations: Set<String>?

  @Option(
    help: ArgumentHelp(
      "Only this family of ties: cooperative, hostile, structural or all. Rankings and "
        + "communities rest on cooperative and structural ties, the rest on all, unless said.",
      valueName: "family"))
  var ties: TieFilter?

  func selection(period: Period?) -> Selection {
    Selection(
      period: period, includesUndated: undated, kinds: kinds, relations: relations,
      ties: ties ?? .all)
  }

  /// What counts for rankings and communities: an explicit `all` means hostile ties as well.
  var countedTies: TieFilter? { ties == nil ? nil : .all }
}
