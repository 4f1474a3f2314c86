/// Reads English: sentences, tokens, parts of speech, dependency trees.
public struct LanguageModel: Sendable {
  /// A model of trained weights.
  public init(bytes: [UInt8]) throws(LanguageError) {
  }

  /// A model of trained weights that stay where they are: the memory must live as long as the
  /// model, as that of weights built into the program does.
  public init(bytes: UnsafeRawBufferPointer) throws(LanguageError) {
  }

  /// The sentences of a text, with ranges in UTF-8 bytes.
  public func sentences(in text: String) -> [Sentence] {
    var text = text
    return text.withUTF8 { sentences(in: $0) }
  }

  /// The sentences of a text in UTF-8, with ranges in bytes.
  public func sentences(in text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    let raw = Tokeniser.tokens(in: text)
    return SentenceSplitter.sentences(of: raw, in: text).map { places in
      let tokens = raw[places].map { token in
        let (tag, fineTag) = SimpleTagger.tags(of: token.range, in: text)
        return (token.range, tag, fineTag)
      }
      let root = tokens.firstIndex { $0.1 == .verb } ?? 0
      return Sentence(
        range: tokens[0].0.lowerBound..<tokens[tokens.count - 1].0.upperBound,
        tokens: tokens.enumerated().map { index, token in
          Token(
            range: token.0, tag: token.1, fineTag: token.2, head: index == root ? -1 : root,
            dependency: index == root ? .root : token.1 == .punct ? .punct : .dep)
        })
    }
  }
}

private enum SimpleTagger {
  static let closed: [(Tag, FineTag, WordSet)] = [
    (
      .det, .dt,
      WordSet(["the", "a", "an", "this", "that", "these", "those", "each", "every", "all", "both"])
    ),
    (
      .adp, .in,
      WordSet([
        "in", "on", "at", "for", "from", "with", "by", "of", "as", "after", "between", "against",
        "into", "under", "over",
      ])
    ),
    (.pron, .prp, WordSet(["he", "she", "it", "they", "we", "i", "you", "him", "them", "us"])),
    (.pron, .prpPossessive, WordSet(["his", "her", "its", "their", "our", "my"])),
    (.aux, .vbz, WordSet(["is", "has"])),
    (.aux, .vbd, WordSet(["was", "were", "had"])),
    (.aux, .md, WordSet(["will", "would", "may", "can", "could", "should", "must", "might"])),
    (.aux, .vb, WordSet(["be", "been", "have"])),
    (.part, .to, WordSet(["to"])),
    (.part, .rb, WordSet(["not", "n't"])),
    (.part, .pos, WordSet(["'s", "’s"])),
    (.cconj, .cc, WordSet(["and", "or", "but"])),
    (.verb, .vbd, WordSet(["said", "sold", "bought", "met", "held", "told", "began"])),
  ]

  static func tags(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> (Tag, FineTag) {
    for (tag, fineTag, words) in closed where words.contains(range, of: text) {
      return (tag, fineTag)
    }
    let kind = CharacterClasses.character(at: range.lowerBound, in: text).kind
    if kind == .digit { return (.num, .cd) }
    guard kind == .letter else { return (.punct, .nfp) }
    if text[range.lowerBound] &- 65 < 26 { return (.propn, .nnp) }
    let ending = text[max(range.lowerBound, range.upperBound - 3)..<range.upperBound]
    if ending.elementsEqual("ing".utf8) { return (.verb, .vbg) }
    if ending.suffix(2).elementsEqual("ed".utf8) { return (.verb, .vbd) }
    if ending.suffix(2).elementsEqual("ly".utf8) { return (.adv, .rb) }
    if ending.suffix(1).elementsEqual("s".utf8) { return (.noun, .nns) }
    return (.noun, .nn)
  }
}
