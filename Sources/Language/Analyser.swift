/// Tags and parses sentences one after another, in memory that it uses again.
package struct Analyser: ~Copyable {
  private let weights: Weights
  private var features = FeatureList()
  private let scratch = LookupScratch()
  private let scores: UnsafeMutablePointer<Int32>
  private var capacity: Int
  private var words: UnsafeMutablePointer<Word>
  private var tags: UnsafeMutablePointer<UInt8>

  /// What stands outside the sentence, for the tagger.
  package static let outsideTag: UInt8 = 253

  init(_ weights: Weights) {
    self.weights = weights
    scores = .allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    capacity = SentenceSplitter.longest + 2 * TaggerFeatures.margin
    words = .allocate(capacity: capacity)
    tags = .allocate(capacity: capacity)
  }

  deinit {
    scores.deallocate()
    words.deallocate()
    tags.deallocate()
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = needed
    words.deallocate()
    tags.deallocate()
    words = .allocate(capacity: capacity)
    tags = .allocate(capacity: capacity)
  }

  /// The sentence of these tokens of a text; there is at least one.
  mutating func sentence(
    _ tokens: ArraySlice<RawToken>, in text: UnsafeBufferPointer<UInt8>
  ) -> Sentence {
    let margin = TaggerFeatures.margin
    let count = tokens.count
    let first = tokens.startIndex
    reserve(count + 2 * margin)
    words.initialize(repeating: .outside, count: count + 2 * margin)
    tags.initialize(repeating: Self.outsideTag, count: count + 2 * margin)
    for index in 0..<count { words[margin + index] = Word(tokens[first + index].range, of: text) }
    for index in margin..<margin + count {
      TaggerFeatures.extract(index, words: words, tags: tags, into: &features)
      tags[index] = best(of: weights.tags, count: weights.tagClasses.count)
    }
    var state = ParserState(words: words + margin, tags: tags + margin, count: count)
    parse(&state)
    let result = (0..<count).map { index in
      let tagClass = weights.tagClasses[Int(tags[margin + index])]
      let head = state.head(of: index)
      return Token(
        range: tokens[first + index].range, tag: tagClass.tag, fineTag: tagClass.fineTag,
        head: head == count ? -1 : head,
        dependency: weights.labels[Int(state.label(of: index))])
    }
    return Sentence(
      range: tokens[first].start..<tokens[tokens.endIndex - 1].end, tokens: result)
  }

  /// The class of the highest score for the features; of equals the first.
  private func best(of table: SparseWeights, count: Int) -> UInt8 {
    scores.update(repeating: 0, count: count)
    table.add(features, to: scores, using: scratch)
    var best = 0
    for index in 1..<count where scores[index] > scores[best] { best = index }
    return UInt8(best)
  }

  private mutating func parse(_ state: inout ParserState) {
    while !state.isFinished {
      let best = bestMove(state)
      if best == .shift {
        state.shift()
      } else {
        LabelFeatures.extract(state, best, into: &features)
        state.attach(best, label: self.best(of: weights.labelling, count: weights.labels.count))
      }
    }
  }

  /// The move of the highest score, the first of equals; features are looked at where there is a
  /// choice.
  @inline(__always)
  private mutating func bestMove(_ state: borrowing ParserState) -> Move {
    let (shift, left, right) = (state.allows(.shift), state.allows(.left), state.allows(.right))
    if !left, !right { return .shift }
    if !shift { return left ? .left : .right }
    MoveFeatures.extract(state, into: &features)
    let scores = weights.moves.scores(features, using: scratch)
    var best = (Move.shift, score: Int32(0))
    if left, scores.left > best.score { best = (.left, scores.left) }
    if right, scores.right > best.score { best = (.right, scores.right) }
    return best.0
  }
}
