import PartnerModel
import PartnerNetwork

/// Whether sides hold, as part of the outputs of signed communities.
struct BalanceResults {
  let balance: SignedBalance
  let network: Network

  init(_ balance: SignedBalance, of network: Network) {
    self.balance = balance
    self.network = network
  }

  private func name(_ place: Int) -> String { network.entities[place].name }

  /// The triangles, in a sentence.
  var summary: String {
    let count = balance.balancedCount + balance.unbalancedCount
    guard count > 0 else { return "No three are all friends or foes of one another." }
    let share = balance.balancedShare.map { " (\(Decimals.percent($0)))" } ?? ""
    return "\(balance.balancedCount) of \(counted(count, "triangle")) balanced\(share):"
      + " \(balance.triangles[0]) of three friends, \(balance.triangles[2]) of two against one;"
      + " unbalanced: \(balance.triangles[1]) in which two friends of one are foes,"
      + " \(balance.triangles[3]) of three foes"
  }

  /// The pairs that the sides do not fit.
  var misfits: Table {
    Table(
      title: "Pairs that the sides do not fit (\(balance.misfits.count))",
      columns: [
        Table.Column("pair"), Table.Column("what", title: "are"), Table.Column("friendly"),
        Table.Column("hostile"),
      ],
      rows: balance.misfits.map { pair in
        [
          .text(name(pair.first) + " – " + name(pair.second)),
          .text(pair.isWithin ? "foes on one side" : "friends on two sides"),
          .number(pair.friendly), .number(pair.hostile),
        ]
      })
  }

  /// Who would have to choose.
  var torn: Table {
    Table(
      title: "In unbalanced triangles (\(balance.torn.count))",
      columns: [Table.Column("name"), Table.Column("kind"), Table.Column("triangles")],
      rows: balance.torn.map { torn in
        [
          .text(name(torn.entity)), .init(network.entities[torn.entity].kind?.rawValue),
          .integer(torn.count),
        ]
      })
  }

  /// - Parameter limit: How many rows of each table to show; 15 unless said.
  func text(limit: Int?) -> String {
    let tables = [misfits, torn].filter { !$0.rows.isEmpty }.map { $0.text(limit: limit ?? 15) }
    return ([summary + "\n"] + tables).joined(separator: "\n")
  }

  var json: JSON {
    [
      "triangles": .array(balance.triangles.map { .integer($0) }),
      "balanced": .integer(balance.balancedCount),
      "unbalanced": .integer(balance.unbalancedCount),
      "balancedShare": JSON(balance.balancedShare),
      "torn": .array(
        balance.torn.map {
          [
            "id": .string(network.entities[$0.entity].id.rawValue), "triangles": .integer($0.count),
          ]
        }),
      "misfits": .array(
        balance.misfits.map { pair in
          [
            "first": .string(network.entities[pair.first].id.rawValue),
            "second": .string(network.entities[pair.second].id.rawValue),
            "friendly": .number(pair.friendly), "hostile": .number(pair.hostile),
            "isWithin": .bool(pair.isWithin),
          ]
        }),
    ]
  }
}

extension PartitionAgreement {
  /// `mutual information 0.93, Rand index 0.88`
  var inWords: String {
    "normalised mutual information \(Decimals.text(normalisedMutualInformation, decimals: 2)),"
      + " adjusted Rand index \(Decimals.text(adjustedRandIndex, decimals: 2))"
  }

  /// The agreement as JSON.
  var json: JSON {
    [
      "entities": .integer(entityCount),
      "normalisedMutualInformation": .number(normalisedMutualInformation),
      "adjustedRandIndex": .number(adjustedRandIndex),
      "variationOfInformation": .number(variationOfInformation),
    ]
  }
}
