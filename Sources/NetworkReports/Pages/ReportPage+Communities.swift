import PartnerNetwork

extension ReportPage {
  /// Who belongs together, and who is on whose side.
  var communitiesSection: Markup {
    let support =
      communities.detection.bootstrap > 0
      ? " Support is how often it stays when documents are resampled: a member whose ties all come"
        + " from one document stays in about two of three." : ""
    return section(
      "communities", "Communities",
      [
        .element(
          "p", [:],
          "Groups whose members have more to do with one another than with others. Stability is"
            + " how often a member stays with its group when the search starts anew." + support),
        .element("p", ["class": "origin"], communities.summary + "."),
        cards(communities.sections, limit: 25), download(files.communities, "All members"),
      ] + (sides.map(balance) ?? []))
  }

  private func cards(_ tables: [Table], limit: Int) -> Markup {
    .element(
      "div", ["class": "cards"], tables.map { .element("div", [:], [$0.markup(limit: limit)]) })
  }

  private func balance(_ sides: CommunitiesResults) -> [Markup] {
    guard let balance = sides.communities.balance else { return [] }
    let results = BalanceResults(balance, of: network)
    let tables = [results.misfits, results.torn].filter { !$0.rows.isEmpty }
    return [
      .element("h3", [:], "Who is on whose side"),
      .element(
        "p", [:],
        "Groups that friendly ties hold together and hostile ties push apart. Where the friend of a"
          + " friend is a foe, someone will have to choose."),
      .element("p", [:], results.summary + "."),
      cards(tables, limit: 15),
      .element(
        "details", [:],
        [.element("summary", [:], "The sides"), cards(sides.sections, limit: 25)]),
      .element("p", ["class": "origin"], sides.summary + "."),
      download(files.sides, "All sides"),
    ]
  }
}
