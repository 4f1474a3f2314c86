import PartnerModel

/// Whose contract it is that a sentence says was signed, or not, without saying by whom: "No contract
/// has been signed."
///
/// It is that of the two whom the words right before bring together.
struct ImpliedParties {
  /// A deal without parties.
  struct OpenDeal {
    var sentence: Int
    var status: Status
    var date: PartialDate?
    var rule: String
  }

  /// How many sentences back the parties may be named.
  private static let reach = 2
  private static let bringTogether: Set<Relation> = [.transfer, .consult, .agree, .cooperate]

  /// The claims for deals without parties.
  static func claims(of deals: [OpenDeal], in analysis: Analysis) -> [Claim] {
    guard !deals.isEmpty else { return [] }
    let claims = analysis.claimsBySentence()
    return deals.compactMap { deal in
      let nearby = (deal.sentence - reach...deal.sentence).reversed().lazy.compactMap { sentence in
        claims[sentence]?.first { claim in
          bringTogether.contains(claim.relation)
            && analysis.kind(of: claim.source) != .person
            && analysis.kind(of: claim.target) != .person
        }
      }
      guard let last = nearby.first else { return nil }
      return Claim(
        source: last.source, relation: .agree, target: last.target, status: deal.status,
        date: deal.date, sentence: deal.sentence, rule: "\(deal.rule) of those before",
        confidence: 0.4)
    }
  }
}
