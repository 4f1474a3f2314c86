import Language

/// The tail of a reported sentence: "…, officials from both countries said at the airshow."
///
/// A greedy parser loses its way where such a tail follows a long clause; clause and tail are
/// parsed on their own and joined.
enum Attribution {
  private static let verbs: Set<String> = [
    "said", "says", "reported", "reports", "announced", "added", "noted", "confirmed", "stated",
    "explained", "told", "wrote", "disclosed", "recalled", "stressed",
  ]

  /// Where the attribution that ends a sentence starts: the offset of its comma.
  ///
  /// It is a noun phrase of a few words between the last but one comma and a verb of speech.
  static func start(in sentence: Sentence, _ bytes: [UInt8]) -> Int? {
    let tokens = sentence.tokens
    guard tokens.count > 16 else { return nil }
    for index in stride(from: tokens.count - 2, through: max(8, tokens.count - 24), by: -1) {
      let word = String(decoding: bytes[tokens[index].range], as: UTF8.self)
      guard verbs.contains(word) else { continue }
      // The subject before the verb, back to the comma.
      var start = index - 1
      while start > 8, index - start <= 14, !isComma(tokens[start], bytes) { start -= 1 }
      guard start > 8, index - start > 1, isComma(tokens[start], bytes) else { return nil }
      let between = tokens[start + 1..<index]
      guard
        between.allSatisfy({
          [.noun, .propn, .adj, .det, .adp, .cconj, .part, .pron, .num, .punct].contains($0.tag)
        })
      else { return nil }
      return tokens[start].range.lowerBound
    }
    return nil
  }

  private static func isComma(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.range.count == 1 && bytes[token.range.lowerBound] == UInt8(ascii: ",")
  }

  /// One sentence of both parts: the attribution hangs on the clause.
  static func joined(_ clause: Sentence, _ attribution: Sentence) -> Sentence {
    let root = clause.tokens.firstIndex { $0.head < 0 } ?? 0
    let offset = clause.tokens.count
    let tail = attribution.tokens.map { token in
      Token(
        range: token.range, tag: token.tag, fineTag: token.fineTag,
        head: token.head < 0 ? root : token.head + offset,
        dependency: token.head < 0 ? .parataxis : token.dependency)
    }
    return Sentence(
      range: clause.range.lowerBound..<attribution.range.upperBound, tokens: clause.tokens + tail)
  }
}
