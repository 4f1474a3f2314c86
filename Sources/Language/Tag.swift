/// A universal part-of-speech tag (UPOS of Universal Dependencies).
public enum Tag: UInt8, Sendable, Hashable, CaseIterable {
  case noun, propn, verb, aux, adj, adv, pron, det, adp, num, cconj, sconj, part, punct, sym
  case intj, x

  /// In the order of the cases.
  private static let names = [
    "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "ADP", "NUM", "CCONJ", "SCONJ",
    "PART", "PUNCT", "SYM", "INTJ", "X",
  ]

  /// The name the treebanks use: `PROPN`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The tag of a treebank's name, or `nil` if there is none.
  public init?(name: String) {
    guard let place = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(place))
  }
}
