import Language
import PartnerModel

/// Whose the things are that a trigger speaks of, and whom what it says of them concerns.
extension FrameMatcher {
  /// The maker named with what is bought: "Rafale fighters from Dassault", "the French Mirage".
  func maker(of verb: Int) -> [Int] {
    let isNoun = view.tokens[verb].tag == .noun || view.tokens[verb].tag == .propn
    var things =
      isNoun
      ? view.dependents(of: verb, by: .nmod).filter {
        ["of", "for"].contains(view.marker(of: $0) ?? "")
      }
      : view.dependents(of: verb, by: isPassive(verb) ? .nsubjPass : .obj)
    // "signed an order for Volhynia's engines"
    for thing in things {
      things += view.dependents(of: thing, by: .nmod).filter { view.marker(of: $0) == "for" }
    }
    for thing in things where analysis.mention(at: thing, in: sentence) == nil {
      let found = owners(of: thing).filter { !analysis.isAlliance($0) }
      if !found.isEmpty { return found }
    }
    for thing in things {
      let found = makerBehind(thing)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "Volhynia's engines", "French fighters": who is named before a thing.
  private func owners(of thing: Int) -> [Int] {
    resolveAll(
      view.dependents(of: thing, by: .nmodPoss, .amod, .compound).filter {
        analysis.mention(at: $0, in: sentence).map { $0.form != .pronoun } ?? false
      })
  }

  /// "bodies manufactured by Makine", "tanks bought from Thales": the partner of a participle.
  private func makerBehind(_ thing: Int) -> [Int] {
    for participle in view.dependents(of: thing, by: .acl)
    where [
      "make", "build", "produce", "manufacture", "supply", "donate", "buy", "order", "deliver",
    ].contains(view.lemmas[participle]) {
      for path in ["by", "from"] {
        let found = fillers(of: path, at: participle)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "threatened to attack Ukraine", "refused to sell jets to Kenya", "blocked the sale of engines to
  /// Turkey": whom what is threatened, refused or blocked is about.
  func affected(by verb: Int) -> [Int] {
    for inner in view.dependents(of: verb, by: .xcomp) where view.tokens[inner].tag == .verb {
      let isSupply = analysis.lexicon.triggers.triggers(view.lemmas[inner], .verb).contains {
        $0.relation == .transfer
      }
      for path in isSupply ? ["iobj", "to", "obj"] : ["obj"] {
        let found = fillers(of: path, at: inner)
        if !found.isEmpty { return found }
      }
    }
    for noun in view.dependents(of: verb, by: .obj)
    where ["sale", "export", "delivery", "supply", "transfer", "shipment"].contains(
      view.lemmas[noun])
    {
      let found = fillers(of: "to", at: noun)
      if !found.isEmpty { return found }
    }
    return []
  }

  static let wishes: Set<String> = [
    "want", "ask", "urge", "press", "beg", "request", "implore", "persuade", "convince", "expect",
  ]

  /// "Bulgarian shells went", "weapons from Bulgaria reached": whose the things are that move.
  func makerOfSubject(of verb: Int) -> [Int] {
    for thing in view.dependents(of: verb, by: .nsubj, .nsubjPass)
    where analysis.mention(at: thing, in: sentence) == nil {
      let owners = owners(of: thing)
      if !owners.isEmpty { return owners }
      for child in view.dependents(of: thing, by: .nmod) where view.marker(of: child) == "from" {
        let found = participants.resolve(child)
        if !found.isEmpty { return found }
      }
      let found = makerBehind(thing)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "Russia is under US sanctions", "subject to US sanctions": who has to bear something.
  func bearer(of noun: Int) -> [Int] {
    let marker = view.marker(of: noun)
    let head = view.tokens[noun].head
    if marker == "under" {
      let found = resolveAll(view.dependents(of: noun, by: .nsubj))
      if !found.isEmpty { return found }
      guard head >= 0 else { return [] }
      return view.tokens[head].tag == .verb || view.tokens[head].tag == .adj
        ? subjectOrPatient(of: head, depth: 0) : participants.resolve(head)
    }
    guard marker == "to", head >= 0, ["subject", "subjected"].contains(view.keys[head]) else {
      return []
    }
    return subjectOrPatient(of: head, depth: 0)
  }
}
