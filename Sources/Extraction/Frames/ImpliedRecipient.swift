import PartnerModel

/// Who receives what a sentence says is supplied without saying to whom: "KAI delivered 24
/// trainers" in a report about Iraq's air force.
///
/// It is whom the other sentences of the document name as recipient, if they agree. Else engines,
/// radars and other parts go to the company that builds what they are for: the one last said to
/// supply something to a state.
struct ImpliedRecipient {
  /// A transfer without a recipient.
  struct OpenTransfer {
    var source: Int
    /// Whether it is of parts, which somebody builds into something.
    var isOfParts: Bool
    var sentence: Int
    var status: Status
    var date: PartialDate?
    var rule: String
  }

  static let parts: Set<String> = [
    "engine", "turbine", "diesel", "motor", "gearbox", "transmission", "propeller", "generator",
    "radar", "sonar", "sensor", "sight", "optic", "camera", "optronics", "antenna", "mast",
    "avionics", "cockpit", "software", "electronics", "console", "turret", "gun", "seat", "gear",
    "harness", "wing", "fuselage", "airframe", "tail", "component", "part", "subsystem", "station",
    "suite", "launcher", "steel",
  ]

  /// The claims for supplies without a recipient; none where the document has none.
  static func claims(of transfers: [OpenTransfer], in analysis: Analysis) -> [Claim] {
    guard !transfers.isEmpty else { return [] }
    let common = recipient(of: analysis)
    let bySentence = analysis.claimsBySentence()
    return transfers.compactMap { transfer in
      let builder =
        common == nil && transfer.isOfParts ? builder(before: transfer, bySentence, analysis) : nil
      guard let recipient = common ?? builder, transfer.source != recipient,
        builder != nil || areApart(transfer.source, recipient, analysis)
      else { return nil }
      return Claim(
        source: transfer.source, relation: .transfer, target: recipient, status: transfer.status,
        date: transfer.date, sentence: transfer.sentence,
        rule: "\(transfer.rule) with one end",
        confidence: 0.4)
    }
  }

  private static func areApart(_ one: Int, _ other: Int, _ analysis: Analysis) -> Bool {
    let country = analysis.entities[other].country
    return country == nil || analysis.entities[one].country != country
  }

  /// The company that the sentences right before say supplies something to a state.
  private static func builder(
    before transfer: OpenTransfer, _ claims: [Int: [Claim]], _ analysis: Analysis
  ) -> Int? {
    (transfer.sentence - 4..<transfer.sentence).reversed().lazy.compactMap { sentence in
      claims[sentence]?.last { claim in
        claim.relation == .transfer && claim.status != .negated
          && claim.source != transfer.source && analysis.isCompany(claim.source)
          && !analysis.isCompany(claim.target)
      }
    }.first?.source
  }

  /// Who receives from at least two suppliers, and more often than all others together. A country
  /// and its forces are one recipient.
  private static func recipient(of analysis: Analysis) -> Int? {
    var suppliers: [Int: Set<Int>] = [:]
    var order: [Int] = []
    for claim in analysis.claims where claim.relation == .transfer {
      let target = state(of: claim.target, analysis)
      if suppliers[target] == nil { order.append(target) }
      suppliers[target, default: []].insert(claim.source)
    }
    let total = suppliers.values.reduce(0) { $0 + $1.count }
    return order.first { target in
      let count = suppliers[target]?.count ?? 0
      return count > 1 && count * 2 > total
    }
  }

  /// The country of an army or ministry that the document names too; else the entity itself.
  private static func state(of entity: Int, _ analysis: Analysis) -> Int {
    guard analysis.kind(of: entity) == .organisation, !analysis.isCompany(entity),
      let row = analysis.entities[entity].country
    else { return entity }
    return analysis.entities.knownCountry(row) ?? entity
  }
}
