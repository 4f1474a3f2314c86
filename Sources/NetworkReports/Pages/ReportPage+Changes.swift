import PartnerModel
import PartnerNetwork

extension ReportPage {
  /// The diff of each pair of successive periods.
  var changesSection: Markup {
    guard !comparisons.isEmpty else {
      return section(
        "changes", "Changes",
        [
          .element(
            "p", [:],
            "The evidence covers one period only, so there is nothing to compare it with.")
        ])
    }
    return section("changes", "Changes", comparisons.flatMap(markup))
  }

  private func markup(_ comparison: Comparison) -> [Markup] {
    let results = comparison.results
    let heading = "\(results.names.before) compared with \(results.names.after)"
    let diff = results.diff
    let tables = results.linkedSections.map { section in
      section.table.markup(limit: 25) { row in
        section.ties.indices.contains(row) ? evidenceLink(diff, section.ties[row]) : nil
      }
    }
    return [
      .element("h3", [:], heading.prefix(1).uppercased() + heading.dropFirst()),
      .element("p", [:], sentence(diff) + chance(results)),
      .element("p", [:], distances(diff)),
      figure(comparison.map, "Map of what changed: \(heading)."),
    ] + (tables.isEmpty ? [.element("p", [:], "Nothing changed.")] : tables) + [
      download(comparison.table, "All changes")
    ]
  }

  /// The address of the evidence for a tie of a diff.
  private func evidenceLink(_ diff: NetworkDiff, _ tie: Int) -> String {
    let change = diff.ties[tie]
    return "#"
      + EvidenceAnchor.tie(
        diff.entity(change.source).id, diff.types[change.type], diff.entity(change.target).id)
  }

  /// How many changes are more than luck, in words.
  private func chance(_ results: DiffResults) -> String {
    guard let chance = results.diff.chance else { return "" }
    let changed = results.diff.ties.filter { $0.kind != .unchanged }
    let beyond = changed.count { $0.exceedsChance == true }
    let deals =
      "\(counted(chance.permutations, "deal")) of the same \(results.dealt) to the two periods"
    switch beyond {
    case 0: return " None of these changes exceeds chance (\(deals))."
    case 1: return " One of these changes exceeds chance (\(deals)) and is marked *."
    default: return " \(beyond) of these changes exceed chance (\(deals)) and are marked *."
    }
  }

  /// How far apart the periods are, in words.
  private func distances(_ diff: NetworkDiff) -> String {
    func text(_ value: Double) -> String { Decimals.text(value, decimals: 2) }
    let distances = diff.distances
    var parts = [
      "\(text(distances.ties)) tie by tie", "\(text(distances.pairs)) pair by pair",
    ]
    if let influence = distances.influence { parts.append("\(text(influence)) in influence") }
    if let shape = distances.shape { parts.append("\(text(shape)) in shape") }
    let agreement =
      diff.agreement.map {
        " The communities of the \(counted($0.entityCount, "entity")) in both:"
          + " \($0.inWords), of 1 for the same."
      } ?? ""
    return "Distance, from 0 for the same network to 1: \(listed(parts)).\(agreement)"
  }

  /// How much changed and on what evidence, in words.
  private func sentence(_ diff: NetworkDiff) -> String {
    let kinds: [TieChange.Kind] = [.came, .went, .grew, .faded]
    let changes = kinds.map { "\(diff.count(of: $0)) \($0.rawValue)" }
    let unreported = diff.ties.reduce(0) { $0 + ($1.isUnreported ? 1 : 0) }
    let silence =
      unreported > 0
      ? " Of the ties that came or went, \(unreported) may only look so: where they are missing,"
        + " nothing was reported that could have mentioned them." : ""
    let documents =
      diff.before.coverage.documentCount + diff.after.coverage.documentCount > 0
      ? " They rest on \(counted(diff.before.coverage.documentCount, "document")) before and"
        + " \(diff.after.coverage.documentCount) after." : ""
    return "Ties: \(listed(changes)).\(documents)\(silence)"
  }
}
