import Language
import PartnerModel

/// What partners agree or talk about: "signed a contract for the supply of radars", "are in talks
/// on joint production".
///
/// The noun inside names no partners of its own; those of the deal are its partners. A contract for
/// arms is a transfer, and so, planned, is a purchase under negotiation.
struct DealReading {
  let matcher: FrameMatcher
  /// What the triggers of the sentence have said so far.
  let matched: [(trigger: Int, claim: Claim)]
  private var analysis: Analysis { matcher.analysis }
  private var view: SentenceView { matcher.view }

  init(_ matcher: FrameMatcher, matched: [(trigger: Int, claim: Claim)]) {
    self.matcher = matcher
    self.matched = matched
  }

  private static let openers: Set<String> = [
    "on", "for", "of", "to", "about", "over", "regarding", "concerning", "in", "covering",
  ]
  private static let intentions: Set<String> = [
    "memorandum", "mou", "letter", "intent", "protocol",
  ]
  private static let papers: Set<String> = ["contract", "order", "deal", "agreement", "tender"]
  private static let services: Set<String> = [
    "training", "maintenance", "support", "service", "modernisation", "modernization", "upgrade",
    "overhaul", "repair", "refit", "development", "production", "study", "cooperation", "sharing",
    "exchange", "protection", "assembly", "manufacture",
  ]

  func claims() -> [(trigger: Int, claim: Claim)] {
    let deals = matched.filter { $0.claim.relation == .agree || $0.claim.relation == .consult }
    guard !deals.isEmpty else { return [] }
    var found: [(trigger: Int, claim: Claim)] = []
    for token in 0..<view.count
    where view.tokens[token].tag != .verb && isContent(token)
      && !matched.contains(where: { $0.trigger == token })
    {
      for trigger in matcher.triggers(at: token)
      where trigger.relation == .transfer || trigger.relation == .cooperate {
        for deal in nearest(deals, to: token) {
          found += content(of: trigger, at: token, deal.claim).map { (token, $0) }
        }
      }
    }
    let known = (matched + found).map(\.claim)
    for deal in deals where deal.claim.relation == .agree {
      guard let claim = supply(deal),
        !known.contains(where: { $0.relation == .transfer || $0.relation == .aid })
      else { continue }
      found.append((deal.trigger, claim))
    }
    return found
  }

  /// "… for the supply": whether a word stands in what another is about.
  private func isContent(_ token: Int) -> Bool {
    var place = token - 1
    while place >= 0, token - place <= 6 {
      if Self.openers.contains(view.keys[place]) { return true }
      guard
        [.adj, .noun, .det, .num, .propn, .adv, .part, .pron].contains(view.tokens[place].tag)
      else {
        return false
      }
      place -= 1
    }
    return false
  }

  private func nearest(
    _ deals: [(trigger: Int, claim: Claim)], to token: Int
  ) -> [(trigger: Int, claim: Claim)] {
    let distance = deals.map { abs($0.trigger - token) }.min() ?? 0
    return distance > 20 ? [] : deals.filter { abs($0.trigger - token) == distance }
  }

  private func content(of trigger: Trigger, at token: Int, _ deal: Claim) -> [Claim] {
    let parties = matcher.sides(of: [deal.source, deal.target])
    guard parties.count == 2 else { return [] }
    let status = status(at: token, deal)
    if trigger.relation == .cooperate {
      return claim(parties[0], .cooperate, parties[1], status, trigger).map { [$0] } ?? []
    }
    let roles = matcher.roles(of: trigger, at: token)
    if roles.sources.isEmpty, !roles.targets.isEmpty {
      let suppliers = parties.filter { party in
        !roles.targets.contains { isOneSide($0, party) }
      }
      guard suppliers.count == 1 else { return [] }
      return roles.targets.compactMap { claim(suppliers[0], .transfer, $0, status, trigger) }
    }
    if roles.targets.isEmpty, roles.sources.count == 1 {
      let recipients = parties.filter { !isOneSide($0, roles.sources[0]) }
      guard recipients.count == 1 else { return [] }
      return claim(roles.sources[0], .transfer, recipients[0], status, trigger).map { [$0] } ?? []
    }
    guard roles.sources.isEmpty, roles.targets.isEmpty else { return [] }
    if let (seller, buyer) = sellerAndBuyer(parties) {
      return claim(seller, .transfer, buyer, status, trigger).map { [$0] } ?? []
    }
    // "negotiates the purchase of fighters with": who acts buys.
    guard trigger.target.contains("subj") || trigger.source.contains("with") else { return [] }
    return claim(parties[1], .transfer, parties[0], status, trigger).map { [$0] } ?? []
  }

  /// "signed a contract with Hanil for a second batch": a company sells, a state buys.
  private func supply(_ deal: (trigger: Int, claim: Claim)) -> Claim? {
    let parties = matcher.sides(of: [deal.claim.source, deal.claim.target])
    guard parties.count == 2, let (seller, buyer) = sellerAndBuyer(parties),
      let paper = paper(near: deal.trigger), let thing = thing(of: paper),
      !(thing..<min(thing + 8, view.count)).contains(where: {
        Self.services.contains(view.lemmas[$0])
      })
    else { return nil }
    var status = deal.claim.status
    if status == .asserted, isIntention(paper) { status = .planned }
    return Claim(
      source: seller, relation: .transfer, target: buyer, status: status,
      sentence: deal.claim.sentence, rule: "\(view.lemmas[paper])/n for", confidence: 0.6)
  }

  /// The contract that a verb signs.
  private func paper(near trigger: Int) -> Int? {
    let reach = max(0, trigger - 12)..<min(view.count, trigger + 10)
    return reach.first {
      Self.papers.contains(view.lemmas[$0]) || view.lemmas[$0] == "letter"
        || view.lemmas[$0] == "memorandum"
    }
  }

  /// Where the phrase begins that says what a contract is for.
  private func thing(of paper: Int) -> Int? {
    (paper + 1..<max(paper + 1, min(view.count, paper + 14))).first {
      ["worth", "valued"].contains(view.keys[$0])
        || view.keys[$0] == "for" && $0 + 1 < view.count
          && analysis.mention(at: $0 + 1, in: matcher.sentence)?.form != .name
    }.map { $0 + 1 }
  }

  private func isIntention(_ paper: Int) -> Bool {
    (max(0, paper - 2)..<min(view.count, paper + 3)).contains {
      Self.intentions.contains(view.lemmas[$0])
    }
  }

  /// Of a company and a state, army or ministry, the one sells and the other buys.
  private func sellerAndBuyer(_ parties: [Int]) -> (Int, Int)? {
    let companies = parties.filter(analysis.isCompany)
    let states = parties.filter { !analysis.isCompany($0) && analysis.kind(of: $0) != .person }
    return companies.count == 1 && states.count == 1 ? (companies[0], states[0]) : nil
  }

  private func isOneSide(_ one: Int, _ other: Int) -> Bool {
    if one == other { return true }
    return country(of: one) != nil && country(of: one) == country(of: other)
  }

  private func country(of entity: Int) -> Int? {
    analysis.kind(of: entity) == .country
      ? analysis.entities[entity].country
      : analysis.isCompany(entity) ? nil : analysis.entities[entity].country
  }

  private func status(at token: Int, _ deal: Claim) -> Status {
    if deal.status != .asserted { return deal.status }
    if deal.relation == .consult { return .planned }
    let own = matcher.status.status(of: token)
    return own == .negated ? .planned : own
  }

  private func claim(
    _ source: Int, _ relation: Relation, _ target: Int, _ status: Status, _ trigger: Trigger
  ) -> Claim? {
    guard source != target, matcher.isSensible(source, relation, target) else { return nil }
    return Claim(
      source: source, relation: relation, target: target, status: status,
      sentence: matcher.sentence, rule: "\(trigger.rule) of a deal",
      confidence: 0.5)
  }
}
