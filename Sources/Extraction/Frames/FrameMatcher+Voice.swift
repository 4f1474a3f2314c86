import Language
import PartnerModel

/// Who acts and who is acted upon, whatever the voice and however far the subject stands.
extension FrameMatcher {
  /// Who does what a verb says: its subject, the agent of its passive, or, through control,
  /// coordination and modification, that of the verb it depends on.
  func subject(of verb: Int, depth: Int) -> [Int] {
    guard depth < 6 else { return [] }
    let isPassive = isPassive(verb)
    if isPassive {
      for child in view.dependents(of: verb, by: .oblAgent, .obl)
      where view.marker(of: child) == "by" {
        var found = participants.resolve(child)
        guard !found.isEmpty else { continue }
        // "signed by X, head of A, and Hanil president Y": the second may hang on the verb.
        for other in view.dependents(of: verb, by: .conj)
        where view.tokens[other].tag != .verb && analysis.mention(at: other, in: sentence) != nil {
          for entity in participants.resolve(other) where !found.contains(entity) {
            found.append(entity)
          }
        }
        // "supplied to X by Saab and radars by Terma": an agent each.
        for child in view.dependents(of: verb, by: .obl, .nmod) {
          for inner in view.dependents(of: child, by: .nmod) where view.marker(of: inner) == "by" {
            for entity in participants.resolve(inner) where !found.contains(entity) {
              found.append(entity)
            }
          }
        }
        return found
      }
      // "delivered to Kenya by Saab": the agent may hang on another phrase.
      for child in view.dependents(of: verb, by: .obl, .nsubjPass, .obj, .nmod) {
        for inner in view.dependents(of: child, by: .nmod, .obl, .oblAgent)
        where view.marker(of: inner) == "by" {
          let found = participants.resolve(inner)
          if !found.isEmpty { return found }
        }
      }
      return []
    }
    // "X and the company Y signed": both may hang on the verb as subjects.
    let subjects = view.dependents(of: verb, by: .nsubj, .nsubjOuter)
    if !subjects.isEmpty { return laterSubject(of: verb, than: subjects) ?? resolveAll(subjects) }
    let head = view.tokens[verb].head
    guard head >= 0 else { return [] }
    switch view.tokens[verb].dependency {
    case .xcomp:
      // "agreed to sell": the subject; "asked Russia to sell", "was sent to train": the object.
      if self.isPassive(head) { return subjectOrPatient(of: head, depth: depth + 1) }
      let object = view.dependents(of: head, by: .obj, .iobj)
      if !object.isEmpty, view.tokens[head].tag == .verb {
        let found = resolveAll(object)
        if !found.isEmpty { return found }
      }
      return view.tokens[head].tag == .verb || view.tokens[head].tag == .adj
        ? subject(of: head, depth: depth + 1) : []
    case .conj, .advcl, .parataxis:
      return subjectOrPatient(of: head, depth: depth + 1)
    case .acl:
      // "plans to sell": the owner of the plan; "the firm making": the noun itself.
      if [.vbg, .vbd, .vbn].contains(view.tokens[verb].fineTag) {
        return participants.resolve(head)
      }
      // "the intention of Turkish Aerospace to open"
      let owners = resolveAll(
        view.dependents(of: head, by: .nmodPoss, .amod, .compound)
          + view.dependents(of: head, by: .nmod).filter {
            ["of", "by"].contains(view.marker(of: $0) ?? "")
          })
      if !owners.isEmpty { return owners }
      // "is in talks to sell": the noun is the predicate.
      guard let governor = governingVerb(of: head) else { return fillers(of: "gov", at: head) }
      return subject(of: governor, depth: depth + 1)
    case .aclRelcl:
      return participants.resolve(head)
    default: return []
    }
  }

  /// "Brazil and Argentina hold exercises every year, and FAdeA makes parts": the name behind the
  /// last ", and", where the tree takes the subject of the clause before for that of the verb.
  private func laterSubject(of verb: Int, than subjects: [Int]) -> [Int]? {
    guard let first = subjects.max(), first < verb,
      let comma = (first..<verb).last(where: {
        view.forms[$0] == "," && ["and", "but", "while"].contains(view.keys[$0 + 1])
      }),
      view.tokens[first..<comma].contains(where: { $0.tag == .verb })
    else { return nil }
    let start = comma + 2 < verb && view.tokens[comma + 2].tag == .det ? comma + 3 : comma + 2
    guard let mention = analysis.mention(at: start, in: sentence),
      mention.form == .name || mention.form == .government, mention.tokens.upperBound <= verb,
      !view.tokens[mention.tokens.upperBound..<verb].contains(where: { $0.tag == .verb })
    else { return nil }
    return participants.resolve(mention.head)
  }

  /// "Mali operates aircraft bought from Baykar": who has the thing that a participle says was
  /// bought.
  func holder(of participle: Int) -> [Int]? {
    let thing = view.tokens[participle].head
    guard thing >= 0, view.tokens[participle].dependency == .acl, isPassive(participle),
      view.dependents(of: participle, by: .oblAgent).isEmpty,
      let verb = governingVerb(of: thing)
    else { return nil }
    return subject(of: verb, depth: 0)
  }

  /// The subject of a clause whatever its voice, which a coordinated clause shares.
  func subjectOrPatient(of verb: Int, depth: Int) -> [Int] {
    if isPassive(verb) {
      for child in view.dependents(of: verb, by: .nsubjPass) {
        let found = participants.resolve(child)
        if !found.isEmpty { return found }
      }
    }
    return subject(of: verb, depth: depth)
  }

  /// To whom a verb does it.
  func object(of verb: Int) -> [Int] {
    if isPassive(verb) {
      let found = resolveAll(view.dependents(of: verb, by: .nsubjPass))
      if !found.isEmpty { return found }
      // "the company rejected by the ministry"
      let head = view.tokens[verb].head
      if head >= 0, [.acl, .aclRelcl].contains(view.tokens[verb].dependency) {
        return participants.resolve(head)
      }
      if head >= 0, view.tokens[verb].dependency == .conj { return object(of: head) }
      return []
    }
    return resolveAll(view.dependents(of: verb, by: .obj))
  }

  func isPassive(_ verb: Int) -> Bool {
    guard view.tokens[verb].fineTag == .vbn || view.tokens[verb].fineTag == .vbd else {
      return false
    }
    if !view.dependents(of: verb, by: .auxPass, .nsubjPass, .oblAgent).isEmpty { return true }
    // "Argentina, a guarantor, sold rifles": a past tense with an object is no participle.
    if view.tokens[verb].dependency == .acl {
      return view.dependents(of: verb, by: .obj).isEmpty
    }
    if view.tokens[verb].dependency == .conj, view.tokens[verb].head >= 0,
      view.dependents(of: verb, by: .nsubj, .aux).isEmpty, view.tokens[verb].head != verb
    {
      return view.tokens[verb].fineTag == .vbn && view.tokens[view.tokens[verb].head].tag == .verb
        && isPassive(view.tokens[verb].head)
    }
    return false
  }
}
