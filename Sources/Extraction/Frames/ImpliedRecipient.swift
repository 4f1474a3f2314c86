import PartnerModel

/// Who receives what a sentence says is supplied without saying to whom: "KAI delivered 24
/// trainers" in a report about Iraq's air force.
///
/// It is whom the other sentences of the document name as recipient, if they agree.
struct ImpliedRecipient {
  /// A transfer without a recipient.
  struct OpenTransfer {
    var source: Int
    var sentence: Int
    var status: Status
    var date: PartialDate?
    var rule: String
  }

  /// The claims for supplies without a recipient; none where the document has no one recipient.
  static func claims(of transfers: [OpenTransfer], in analysis: Analysis) -> [Claim] {
    guard !transfers.isEmpty, let recipient = recipient(of: analysis) else { return [] }
    let country = analysis.entities[recipient].country
    return transfers.compactMap { transfer in
      guard transfer.source != recipient,
        country == nil || analysis.entities[transfer.source].country != country
      else { return nil }
      return Claim(
        source: transfer.source, relation: .transfer, target: recipient, status: transfer.status,
        date: transfer.date, sentence: transfer.sentence,
        rule: "\(transfer.rule) with one end",
        confidence: 0.4)
    }
  }

  /// Who receives from at least two suppliers, and more often than all others together.
  private static func recipient(of analysis: Analysis) -> Int? {
    var suppliers: [Int: Set<Int>] = [:]
    var order: [Int] = []
    for claim in analysis.claims where claim.relation == .transfer {
      if suppliers[claim.target] == nil { order.append(claim.target) }
      suppliers[claim.target, default: []].insert(claim.source)
    }
    let total = suppliers.values.reduce(0) { $0 + $1.count }
    return order.first { target in
      let count = suppliers[target]?.count ?? 0
      return count > 1 && count * 2 > total
    }
  }
}
