/// The relation of a word to its head, in the inventory of Universal Dependencies.
public enum Dependency: String, Sendable, Hashable, CaseIterable {
  case root
  case nsubj
  case nsubjPass = "nsubj:pass"
  case nsubjOuter = "nsubj:outer"
  case csubj
  case csubjPass = "csubj:pass"
  case csubjOuter = "csubj:outer"
  case obj
  case iobj
  case obl
  case oblAgent = "obl:agent"
  /// A noun phrase without preposition that modifies a verb: "rose **two percent**".
  case oblUnmarked = "obl:unmarked"
  case nmod
  case nmodPoss = "nmod:poss"
  /// A title or description before a name: "**President** Putin".
  case nmodDesc = "nmod:desc"
  /// A noun phrase without preposition, often of time: "said **Monday**".
  case nmodUnmarked = "nmod:unmarked"
  case amod
  case appos
  case nummod
  case compound
  /// The particle of a phrasal verb: "carry **out**".
  case compoundPrt = "compound:prt"
  case flat
  case fixed
  case goeswith
  case conj
  case cc
  case ccPreconj = "cc:preconj"
  case `case`
  case mark
  case aux
  case auxPass = "aux:pass"
  case cop
  case acl
  case aclRelcl = "acl:relcl"
  case advcl
  case advclRelcl = "advcl:relcl"
  case xcomp
  case ccomp
  case advmod
  case det
  case detPredet = "det:predet"
  case parataxis
  case expl
  case discourse
  case vocative
  case list
  case orphan
  case dislocated
  case reparandum
  case punct
  case dep
}
