import Language
import PartnerModel

/// Whether a clause asserts, plans, denies or looks back, by what governs it.
struct ClauseStatus {
  let view: SentenceView

  private static let modals: Set<String> = [
    "will", "would", "may", "might", "could", "can", "should", "must", "shall", "'ll", "ll",
    "ought",
  ]
  private static let prospective: Set<String> = [
    "plan", "intend", "hope", "want", "seek", "propose", "expect", "consider", "prepare", "aim",
    "wish", "offer", "negotiate", "explore", "study", "weigh", "mull", "promise", "vow", "pledge",
    "set", "due", "ready", "willing", "likely", "invite", "ask", "urge", "request", "try",
    "attempt", "discuss", "interested", "eager", "keen", "able", "possible", "call", "suggest",
    "draft", "examine", "anticipate", "schedule", "envisage", "foresee", "commit", "persuade",
    "demand", "court", "tempt", "threaten", "favour", "favor", "talk", "negotiation", "proposal",
    "bid", "intention", "running", "possibility", "option", "prospect", "intent", "approve",
  ]
  private static let negative: Set<String> = [
    "deny", "refuse", "reject", "decline", "cancel", "fail", "abandon", "stop", "cease", "suspend",
    "halt", "block", "scrap", "drop", "prevent", "rule", "collapse", "end", "freeze", "veto",
    "avoid", "terminate", "shelve", "break", "sever", "fall", "derail", "ban", "bar",
    "prohibit", "forbid", "outlaw",
  ]
  private static let prospectiveModifiers: Set<String> = [
    "possible", "potential", "proposed", "planned", "prospective", "future", "upcoming",
    "forthcoming", "next", "eventual", "draft",
  ]
  private static let pastModifiers: Set<String> = ["former", "previous", "earlier", "past", "old"]
  private static let pastAdverbs: Set<String> = [
    "ago", "previously", "formerly", "once", "earlier", "originally", "historically",
  ]

  /// The status of the clause that a trigger belongs to.
  func status(of trigger: Int) -> Status {
    var negations = 0
    var isPlanned = false
    var isPast = false
    var token = trigger
    var steps = 0
    while token >= 0, steps < 8 {
      inspect(token, isTrigger: token == trigger, &negations, &isPlanned, &isPast)
      let head = view.tokens[token].head
      guard head >= 0 else { break }
      switch view.tokens[token].dependency {
      case .obj, .nsubjPass, .obl, .nmod, .xcomp, .ccomp, .acl, .conj, .compound, .nsubj, .advcl:
        let governor = view.lemmas[head]
        let complement = [.xcomp, .ccomp, .obj, .obl, .acl, .nmod, .nsubjPass, .nsubj].contains(
          view.tokens[token].dependency)
        if view.tokens[token].dependency == .advcl, !hasMark(token, ["to"]) { return result() }
        // "may follow: Baku is holding talks": what stands behind a colon stands alone.
        if view.tokens[token].dependency == .ccomp, head < token,
          view.forms[head..<token].contains(":")
        {
          return result()
        }
        if view.tokens[token].dependency == .nsubj, view.tokens[head].tag == .noun {
          return result()
        }
        if view.tokens[token].dependency == .conj, view.tokens[token].tag == .verb,
          view.tokens[head].tag == .verb
        {
          // Coordinated verbs share a modal, not what each governs.
          if view.dependents(of: token, by: .nsubj, .nsubjPass).isEmpty {
            inspect(head, isTrigger: false, &negations, &isPlanned, &isPast, onlyModals: true)
          }
          return result()
        }
        if complement, Self.prospective.contains(governor), head != trigger,
          !(view.tokens[token].dependency == .nsubj)
        {
          isPlanned = true
        }
        if complement, Self.negative.contains(governor) { negations += 1 }
        token = head
        steps += 1
      default: return result()
      }
    }
    return result()

    func result() -> Status {
      if negations % 2 == 1 { return .negated }
      if isPlanned || negations > 1 { return .planned }
      return isPast ? .historical : .asserted
    }
  }

  private func inspect(
    _ token: Int, isTrigger: Bool, _ negations: inout Int, _ isPlanned: inout Bool,
    _ isPast: inout Bool, onlyModals: Bool = false
  ) {
    for child in view.dependents(of: token).map(Int.init) {
      let key = view.keys[child]
      switch view.tokens[child].dependency {
      case .aux:
        if Self.modals.contains(key) { isPlanned = true }
        // "Beijing had warned Tokyo": before what the text reports.
        if key == "had", isTrigger { isPast = true }
      case .advmod, .det, .cc, .ccPreconj, .advclRelcl:
        if onlyModals { break }
        if ["not", "nt", "never", "no", "neither", "nor", "without"].contains(key)
          || view.forms[child] == "n't" || view.forms[child] == "n’t"
        {
          if !isMere(token) { negations += 1 }
        }
        if Self.pastAdverbs.contains(key) { isPast = true }
      case .amod:
        if isTrigger, Self.prospectiveModifiers.contains(view.lemmas[child]) { isPlanned = true }
        if isTrigger, Self.pastModifiers.contains(view.lemmas[child]) { isPast = true }
      case .nsubj, .nsubjPass:
        if onlyModals { break }
        if view.dependents(of: child, by: .det).contains(where: {
          ["no", "neither"].contains(view.keys[$0])
        }) || ["nobody", "nothing", "none", "neither"].contains(key) {
          negations += 1
        }
      case .obj where isTrigger && !onlyModals:
        // "signed no contract"
        if view.dependents(of: child, by: .det).contains(where: { view.keys[$0] == "no" }) {
          negations += 1
        }
      case .mark:
        if ["if", "unless", "whether"].contains(key) { isPlanned = true }
      case .obl where isTrigger && view.marker(of: child) == "until":
        // "led Saab until 2019"
        if view.tokens[token].fineTag == .vbd { isPast = true }
      case .oblUnmarked, .obl:
        if view.dependents(of: child, by: .advmod).contains(where: { view.keys[$0] == "ago" }) {
          isPast = true
        }
      default: break
      }
    }
    // "has yet to sign"
    if view.keys[token] == "yet" { negations += 1 }
  }

  /// "is not limited to", "not only": no denial.
  private func isMere(_ token: Int) -> Bool {
    ["limit", "only", "just", "merely", "confine"].contains(view.lemmas[token])
  }

  private func hasMark(_ token: Int, _ words: Set<String>) -> Bool {
    view.dependents(of: token, by: .mark).contains { words.contains(view.keys[$0]) }
  }
}
