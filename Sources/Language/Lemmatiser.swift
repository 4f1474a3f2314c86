/// Finds the dictionary form of English words: "sold" is "sell", "agencies" is "agency".
public enum Lemmatiser {
  /// The dictionary form of a word with its part of speech; in small letters unless it is a name.
  public static func lemma(of word: some StringProtocol, _ fineTag: FineTag) -> String {
    if fineTag == .nnp || fineTag == .nnps || fineTag == .add { return String(word) }
    let lower = word.lowercased()
    switch fineTag {
    case .vbd, .vbn, .vbz, .vbp, .vbg, .vb, .md: return verb(lower, fineTag)
    case .nns: return IrregularForms.nouns[lower] ?? singular(lower)
    case .jjr, .jjs, .rbr, .rbs: return IrregularForms.comparisons[lower] ?? positive(lower)
    case .rb where lower == "n't" || lower == "n’t": return "not"
    default: return lower
    }
  }

  private static func verb(_ word: String, _ fineTag: FineTag) -> String {
    if fineTag == .vb || fineTag == .vbp, VerbStem.isWhole(word) { return word }
    if let lemma = IrregularForms.verbs[word] { return lemma }
    if let lemma = prefixed(word) { return lemma }
    // "co-developed" is "co-develop".
    if let hyphen = word.lastIndex(of: "-"), word.index(after: hyphen) < word.endIndex {
      return word[...hyphen] + verb(String(word[word.index(after: hyphen)...]), fineTag)
    }
    switch fineTag {
    case .vbz: return singular(word)
    case .vbd, .vbn:
      if word.hasSuffix("ied"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
      return word.hasSuffix("ed") && word.utf8.count > 3 ? VerbStem.of(word.dropLast(2)) : word
    case .vbg:
      return word.hasSuffix("ing") && word.utf8.count > 4 ? VerbStem.of(word.dropLast(3)) : word
    default: return word
    }
  }

  /// "resold" is "resell", "outsold" is "outsell".
  private static func prefixed(_ word: String) -> String? {
    for prefix in ["re", "out", "over", "under", "mis", "co", "re-", "co-", "pre-", "un"]
    where word.hasPrefix(prefix) && !word.hasSuffix("ing") && !word.hasSuffix("ied") {
      let rest = String(word.dropFirst(prefix.count))
      if rest.utf8.count > 2, let lemma = IrregularForms.verbs[rest] { return prefix + lemma }
    }
    return nil
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("men"), word.utf8.count > 4 { return word.dropLast(2) + "an" }
    guard word.utf8.count > 2, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast(word.hasSuffix("'s") ? 2 : 1))
  }

  private static func positive(_ word: String) -> String {
    if word.hasSuffix("ier"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("iest"), word.utf8.count > 5 { return word.dropLast(4) + "y" }
    if word.hasSuffix("er"), word.utf8.count > 4 { return VerbStem.of(word.dropLast(2)) }
    if word.hasSuffix("est"), word.utf8.count > 5 { return VerbStem.of(word.dropLast(3)) }
    return word
  }
}
