import PartnerNetwork

extension ReportPage {
  /// Who is central, now and over time.
  var rankingSection: Markup {
    let measures = ranking.ranking.measures
    let intervals =
      ranking.ranking.options.bootstrap > 0
      ? " The interval holds the rank in 95 % of \(ranking.ranking.options.bootstrap) networks made"
        + " of resampled documents: where it is wide, the rank hangs on few of them." : ""
    return section(
      "rankings", "Rankings",
      [
        .element(
          "p", [:],
          "Who is central, by \(listed(measures.map(\.title)))."
            + " Equal scores share a rank." + intervals),
        ranking.table.markup(limit: 50),
        download(files.rankings, "All ranks and scores"),
      ] + (trajectory.map(overTime) ?? []))
  }

  private func overTime(_ trajectory: TrajectoryResults) -> [Markup] {
    let measure = trajectory.trajectory.measures.first?.title ?? ""
    return [
      .element("h3", [:], "Ranks over time"),
      figure(
        files.chart, "Ranks by \(measure), period by period.",
        description: "The same in figures: the table below.", hint: ""),
      trajectory.ranksTable.markup(limit: 15),
      download(files.ranks, "All ranks over time"),
    ]
  }
}
