import Language

/// How much of a treebank's annotation a model finds, given the treebank's own tokens.
struct Evaluation {
  private var words = 0
  private var tags = 0
  private var fineTags = 0
  private var heads = 0
  private var labels = 0
  private var universalLabels = 0
  private var realWords = 0
  private var realHeads = 0
  private var realLabels = 0

  init(_ model: LanguageModel, on sentences: [TreebankSentence]) {
    for sentence in sentences {
      let (bytes, ranges) = sentence.spaced
      let parsed = bytes.withUnsafeBufferPointer { model.sentence(of: ranges, in: $0) }
      guard let parsed else { continue }
      for (gold, token) in zip(sentence.words, parsed.tokens) {
        let head = gold.head == sentence.words.count ? -1 : gold.head
        let isHeadRight = token.head == head
        let isLabelRight = isHeadRight && token.dependency == gold.label
        words += 1
        tags += token.tag == gold.tagClass.tag ? 1 : 0
        fineTags += token.fineTag == gold.tagClass.fineTag ? 1 : 0
        heads += isHeadRight ? 1 : 0
        labels += isLabelRight ? 1 : 0
        universalLabels +=
          isHeadRight && universal(token.dependency) == universal(gold.label) ? 1 : 0
        if gold.tagClass.tag != .punct {
          realWords += 1
          realHeads += isHeadRight ? 1 : 0
          realLabels += isLabelRight ? 1 : 0
        }
      }
    }
  }

  private func universal(_ label: Dependency) -> Substring { label.rawValue.prefix { $0 != ":" } }

  /// One line with all figures.
  var description: String {
    "UPOS \(percent(tags, of: words)) XPOS \(percent(fineTags, of: words))"
      + " UAS \(percent(heads, of: words)) LAS \(percent(universalLabels, of: words))"
      + " (with subtypes \(percent(labels, of: words));"
      + " without punctuation UAS \(percent(realHeads, of: realWords))"
      + " LAS with subtypes \(percent(realLabels, of: realWords))), \(words) words"
  }
}

/// "94.53"
func percent(_ part: Int, of whole: Int) -> String {
  let hundredths = whole == 0 ? 0 : (part * 100_00 + whole / 2) / whole
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
