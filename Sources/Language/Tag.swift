/// A universal part-of-speech tag (UPOS of Universal Dependencies).
public enum Tag: UInt8, Sendable, Hashable, CaseIterable {
  case noun, propn, verb, aux, adj, adv, pron, det, adp, num, cconj, sconj, part, punct, sym
  case intj, x

  /// The name the treebanks use: `PROPN`.
  public var name: String { "\(self)".uppercased() }

  /// The tag of a treebank's name, or `nil` if there is none.
  public init?(name: String) {
    guard let tag = Tag.allCases.first(where: { $0.name == name }) else { return nil }
    self = tag
  }
}
