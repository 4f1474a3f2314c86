import PartnerModel
import PartnerNetwork

/// Which partners carry a score, as the outputs of `rank --explain`.
public struct ExplanationResults: Sendable {
  /// The explanation.
  public let explanation: RankExplanation
  /// The network that was ranked.
  public let network: Network

  /// Made of its parts.
  public init(_ explanation: RankExplanation, of network: Network) {
    self.explanation = explanation
    self.network = network
  }

  /// For each measure the rank and score, and what each partner has to do with them.
  ///
  /// - Parameter limit: How many partners to show.
  public func text(limit: Int? = nil) -> String {
    explanation.measures.indices.map { measure in
      heading(measure) + partners(measure).text(limit: limit)
    }.joined(separator: "\n")
  }

  private func heading(_ measure: Int) -> String {
    let score = Decimals.text(explanation.scores[measure], decimals: decimals(measure))
    return DisplayWidth.harmless(explanation.entity.name)
      + ": rank \(explanation.ranks[measure]) of \(explanation.rankedCount) by"
      + " \(explanation.measures[measure].rawValue), score \(score)"
      + (explanation.measures[measure].isSumOverPartners
        ? ", the sum of:\n" : "; without the ties to a partner:\n")
  }

  private func decimals(_ measure: Int) -> Int {
    Decimals.fitting(
      [explanation.scores[measure]] + explanation.partners.map { $0.contributions[measure] })
  }

  private func partners(_ measure: Int) -> Table {
    let isSum = explanation.measures[measure].isSumOverPartners
    var rows = ordered(by: measure).map { partner -> [Table.Cell] in
      let without = partner.ranksWithout[measure]
      return [
        .text(network.entities[partner.place].name), .text(ties(partner)),
        isSum ? .number(partner.contributions[measure]) : .init(partner.scoresWithout[measure]),
        isSum ? .init(share(partner.contributions[measure], measure)) : .empty,
        isSum ? .empty : .text(signed(-partner.contributions[measure], decimals(measure))),
        .init(without),
      ]
    }
    if let rest = explanation.remainders[measure], rest != 0 {
      rows.append([
        .text("(from no partner)"), .empty, .number(rest), .init(share(rest, measure)), .empty,
        .empty,
      ])
    }
    return Table(
      columns: [
        Table.Column("partner"), Table.Column("ties"),
        Table.Column(isSum ? "contribution" : "score"), Table.Column("share", isRight: true),
        Table.Column("change", isRight: true),
        Table.Column("rank_without", title: isSum ? "rank without" : "rank"),
      ],
      rows: rows)
  }

  private func ordered(by measure: Int) -> [RankExplanation.Partner] {
    explanation.partners.enumerated().sorted { a, b in
      let (x, y) = (a.element.contributions[measure], b.element.contributions[measure])
      return abs(x) != abs(y) ? abs(x) > abs(y) : a.offset < b.offset
    }.map(\.element)
  }

  private func share(_ part: Double, _ measure: Int) -> String? {
    let score = explanation.scores[measure]
    return score > 0 ? Decimals.percent(part / score) : nil
  }

  private func signed(_ change: Double, _ decimals: Int) -> String {
    (change > 0 ? "+" : "") + Decimals.text(change, decimals: decimals)
  }

  /// `transfer → 5.5, ← accuse 1`, as they point from the entity.
  private func ties(_ partner: RankExplanation.Partner) -> String {
    partner.ties.map { place in
      let tie = network.ties[place]
      let type = network.types[tie.type]
      let isOutgoing = network.entities[tie.source].id == explanation.entity.id
      let arrow = type.isUndirected ? "–" : isOutgoing ? "→" : "←"
      return "\(type.name) \(arrow) \(Decimals.short(tie.weight))"
    }.joined(separator: ", ")
  }

  /// A row for each measure and partner.
  ///
  /// - Parameter limit: How many partners of each measure.
  public func table(limit: Int? = nil) -> Table {
    Table(
      columns: [
        "measure", "id", "name", "rank", "score", "partner", "partner_name", "strength",
        "contribution", "score_without", "rank_without", "ties",
      ].map { Table.Column($0) },
      rows: explanation.measures.enumerated().flatMap { number, measure in
        ordered(by: number).prefix(limit ?? .max).map { partner in
          [
            .text(measure.rawValue), .text(explanation.entity.id.rawValue),
            .text(explanation.entity.name), .integer(explanation.ranks[number]),
            .number(explanation.scores[number]),
            .text(network.entities[partner.place].id.rawValue),
            .text(network.entities[partner.place].name), .number(partner.strength),
            .number(partner.contributions[number]), .init(partner.scoresWithout[number]),
            .init(partner.ranksWithout[number]), .text(ties(partner)),
          ]
        }
      })
  }

  /// The explanation as JSON.
  ///
  /// - Parameter limit: How many partners, the first by the first measure.
  public func json(limit: Int? = nil) -> JSON {
    let basis = RankingBasis(
      measures: explanation.measures, options: explanation.options, selection: network.selection)
    let perMeasure = basis.perMeasure
    var members = [
      JSON.Member(key: "schema", value: "partnernet-rank-explanation/1"),
      JSON.Member(key: "period", value: JSON(network.selection.period?.description)),
    ]
    members += basis.members
    members += [
      .init(
        key: "isSum",
        value: perMeasure { .bool(explanation.measures[$0].isSumOverPartners) }),
      .init(key: "id", value: .string(explanation.entity.id.rawValue)),
      .init(key: "name", value: .string(explanation.entity.name)),
      .init(key: "rank", value: perMeasure { .integer(explanation.ranks[$0]) }),
      .init(key: "score", value: perMeasure { .number(explanation.scores[$0]) }),
      .init(key: "remainder", value: perMeasure { JSON(explanation.remainders[$0]) }),
    ]
    let partners = explanation.partners.prefix(limit ?? .max).map { partner -> JSON in
      [
        "id": .string(network.entities[partner.place].id.rawValue),
        "name": .string(network.entities[partner.place].name),
        "strength": .number(partner.strength),
        "contribution": perMeasure { .number(partner.contributions[$0]) },
        "scoreWithout": perMeasure { JSON(partner.scoresWithout[$0]) },
        "rankWithout": perMeasure { JSON(partner.ranksWithout[$0]) },
        "ties": .array(partner.ties.map(tie)),
      ]
    }
    members.append(.init(key: "partners", value: .array(partners)))
    return .object(members)
  }

  private func tie(_ place: Int) -> JSON {
    let tie = network.ties[place]
    return [
      "source": .string(network.entities[tie.source].id.rawValue),
      "relation": .string(network.types[tie.type].name),
      "target": .string(network.entities[tie.target].id.rawValue), "weight": .number(tie.weight),
      "statements": .integer(tie.statementCount), "documents": .integer(tie.documentCount),
      "rows": .array(tie.rows.map { .integer(Int($0)) }),
    ]
  }
}
