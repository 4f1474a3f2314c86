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
    let tables = results.sections.map { $0.markup(limit: 25) }
    return [
      .element("h3", [:], heading.prefix(1).uppercased() + heading.dropFirst()),
      .element("p", [:], sentence(results.diff)),
      figure(comparison.map, "Map of what changed: \(heading)."),
    ] + (tables.isEmpty ? [.element("p", [:], "Nothing changed.")] : tables) + [
      download(comparison.table, "All changes")
    ]
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
