import Language

/// How well a model cuts running text into tokens and sentences: F1 of exact ranges.
struct RawTextEvaluation {
  private var tokens = Matches()
  private var sentences = Matches()
  /// Some tokens of the treebank that were cut otherwise, with what stood there.
  private(set) var mistakes: [String] = []
  private(set) var sentenceMistakes: [String] = []

  private struct Matches {
    var gold = 0
    var found = 0
    var both = 0

    mutating func count(_ gold: Set<Range<Int>>, _ found: Set<Range<Int>>) {
      self.gold += gold.count
      self.found += found.count
      both += gold.intersection(found).count
    }

    var description: String { percent(2 * both, of: gold + found) }
  }

  /// Joins so many sentences of a treebank to a text, again and again.
  init(_ model: LanguageModel, on treebank: [TreebankSentence], sentencesPerText: Int = 10) {
    var start = 0
    while start < treebank.count {
      let end = min(start + sentencesPerText, treebank.count)
      compare(model, Array(treebank[start..<end]))
      start = end
    }
  }

  private mutating func compare(_ model: LanguageModel, _ gold: [TreebankSentence]) {
    var text: [UInt8] = []
    var goldTokens = Set<Range<Int>>()
    var goldSentences = Set<Range<Int>>()
    for sentence in gold {
      if !text.isEmpty { text.append(32) }
      let begin = text.count
      for word in sentence.words {
        let start = text.count
        text += word.form.utf8
        goldTokens.insert(start..<text.count)
        if word.isFollowedBySpace { text.append(32) }
      }
      if text.last == 32 { text.removeLast() }
      goldSentences.insert(begin..<text.count)
    }
    let found = text.withUnsafeBufferPointer { model.sentences(in: $0) }
    let foundTokens = Set(found.flatMap(\.tokens).map(\.range))
    tokens.count(goldTokens, foundTokens)
    let foundSentences = Set(found.map(\.range))
    sentences.count(goldSentences, foundSentences)
    for range in goldTokens.subtracting(foundTokens).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let near = foundTokens.filter { $0.overlaps(range) }
        .sorted { $0.lowerBound < $1.lowerBound }
      mistakes.append(
        String(decoding: text[range], as: UTF8.self) + " ≠ "
          + near.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: " "))
    }
    for range in foundSentences.subtracting(goldSentences) {
      sentenceMistakes.append(String(decoding: text[range], as: UTF8.self))
    }
  }

  /// One line with both figures.
  var description: String {
    "tokens F1 \(tokens.description), sentences F1 \(sentences.description)"
  }
}
