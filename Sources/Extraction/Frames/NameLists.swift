import Language
import PartnerModel

/// Names that a sentence lists side by side: "Kenya, Burkina Faso and Cyprus".
///
/// The tree often hangs the members of a long list on one another's neighbours; commas and the
/// "and" before the last tell a list as well.
struct NameLists {
  private var listOf: [Int: Int] = [:]
  private var lists: [[Int]] = []

  init(_ analysis: Analysis, sentence: Int) {
    let view = analysis.sentences[sentence]
    // "Larsen & Toubro and Vietnam's Hong Ha Shipyard": an owner is no member.
    let mentions = analysis.orderedMentions(in: sentence).filter {
      ($0.form == .name || $0.form == .government || $0.form == .people)
        && !Self.isOwner($0, view)
    }
    guard mentions.count > 1 else { return }
    func isPerson(_ mention: Mention) -> Bool {
      mention.entities.first.map { analysis.kind(of: $0) == .person } ?? false
    }
    /// What joins two names that nothing but commas, "and" and words of the second's phrase part:
    /// "Naval Group and the Italian shipbuilder Fincantieri".
    func joint(_ first: Mention, _ second: Mention) -> Joint? {
      guard first.tokens.upperBound < second.tokens.lowerBound else { return nil }
      let gap = first.tokens.upperBound..<second.tokens.lowerBound
      guard gap.count <= 6 else { return nil }
      var joint: Joint?
      for token in gap {
        switch view.keys[token] {
        case ",": joint = joint ?? .comma
        case "and", "or", "&": joint = .conjunction
        default:
          guard joint != nil else { return nil }
          if ["the", "'s", "’s"].contains(view.keys[token]) { continue }
          if let owner = analysis.mention(at: token, in: sentence), owner.form != .pronoun {
            continue
          }
          guard CompanyNames.isNoun(view.lemmas[token]) else { return nil }
        }
      }
      return joint
    }
    var start = 0
    while start + 1 < mentions.count {
      var end = start
      var isClosed = false
      while end + 1 < mentions.count, !isClosed,
        isPerson(mentions[end]) == isPerson(mentions[start]),
        let joint = joint(mentions[end], mentions[end + 1]),
        isPerson(mentions[end + 1]) == isPerson(mentions[start])
      {
        end += 1
        isClosed = joint == .conjunction
      }
      if isClosed, !Self.opensClause(mentions[start], mentions[end], view) {
        let place = lists.count
        var members: [Int] = []
        for mention in mentions[start...end] {
          for entity in mention.entities where !members.contains(entity) { members.append(entity) }
          for token in mention.tokens { listOf[token] = place }
        }
        lists.append(members)
      }
      start = max(end, start + 1)
    }
  }

  /// All that are listed with the name that holds a token; empty if it stands alone.
  func members(at token: Int) -> [Int] { listOf[token].map { lists[$0] } ?? [] }

  private enum Joint { case comma, conjunction }

  private static func isOwner(_ mention: Mention, _ view: SentenceView) -> Bool {
    let next = mention.tokens.upperBound
    return next < view.count && view.isPossessive(next)
  }

  /// "met Kenya, and Cyprus said": a last name with a verb of its own is no member.
  private static func opensClause(_ first: Mention, _ last: Mention, _ view: SentenceView) -> Bool {
    let after = last.tokens.upperBound
    guard after < view.count, [.verb, .aux].contains(view.tokens[after].tag),
      view.tokens[after].fineTag != .vbn, view.tokens[after].fineTag != .vbg
    else { return false }
    let before = first.tokens.lowerBound - 1
    return before >= 0 && [.verb, .adp].contains(view.tokens[before].tag)
  }
}
