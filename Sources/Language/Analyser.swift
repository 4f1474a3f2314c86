/// Tags and parses sentences one after another, in memory that it uses again.
package struct Analyser: ~Copyable {
  private let weights: Weights
  private let names: NamesLikeVerbs
  private var tagger: Classifier
  private var labeller: Classifier
  private var features = FeatureList()
  private var moves = MoveMemo()
  private var missing = MissingGroups()
  private let scratch = LookupScratch()
  private var capacity: Int
  private var words: UnsafeMutablePointer<Word>
  private var tags: UnsafeMutablePointer<UInt8>

  /// What stands outside the sentence, for the tagger.
  package static let outsideTag: UInt8 = 253

  init(_ weights: Weights) {
    self.weights = weights
    names = NamesLikeVerbs(weights.tagClasses)
    tagger = Classifier(weights.tags, classCount: weights.tagClasses.count, remembered: 12)
    labeller = Classifier(weights.labelling, classCount: weights.labels.count, remembered: 13)
    capacity = SentenceSplitter.longest + 2 * TaggerFeatures.margin
    words = .allocate(capacity: capacity)
    tags = .allocate(capacity: capacity)
  }

  deinit {
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
      tags[index] = names.tag(of: words[index]) ?? tag(of: index)
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

  private mutating func tag(of index: Int) -> UInt8 {
    let features = TaggerFeatures(index, words: words, tags: tags)
    tagger.start()
    features.forEachGroup { key, add in tagger.addGroup(key, add) }
    return tagger.best { features.addSingle(to: &$0) }
  }

  private mutating func parse(_ state: inout ParserState) {
    while !state.isFinished {
      let best = bestMove(state)
      if best == .shift {
        state.shift()
      } else {
        state.attach(best, label: label(of: best, state))
      }
    }
  }

  private mutating func label(of move: Move, _ state: borrowing ParserState) -> UInt8 {
    let features = LabelFeatures(state, move)
    labeller.start()
    features.forEachGroup { key, add in labeller.addGroup(key, add) }
    return labeller.best { features.addSingle(to: &$0) }
  }

  /// The move of the highest score, the first of equals; features are looked at where there is a
  /// choice.
  private mutating func bestMove(_ state: borrowing ParserState) -> Move {
    let (shift, left, right) = (state.allows(.shift), state.allows(.left), state.allows(.right))
    if !left, !right { return .shift }
    if !shift { return left ? .left : .right }
    let scores = moveScores(state)
    var best = (Move.shift, score: Int32(0))
    if left, scores.left > best.score { best = (.left, scores.left) }
    if right, scores.right > best.score { best = (.right, scores.right) }
    return best.0
  }

  private mutating func moveScores(
    _ state: borrowing ParserState
  ) -> (left: Int32, right: Int32) {
    let all = MoveFeatures(state)
    var left: Int32 = 0
    var right: Int32 = 0
    features.removeAll()
    missing.removeAll()
    all.forEachGroup { group, add in
      let key = WordHash.mixed(group) | 1
      if let known = moves.entry(key) {
        left &+= known.left
        right &+= known.right
      } else {
        add(&features)
        missing.append(key, end: features.count)
      }
    }
    all.addSingle(to: &features)
    weights.moves.fetch(features, using: scratch)
    var start = 0
    for place in 0..<missing.count {
      let (key, end) = missing[place]
      let found = weights.moves.scores(features, start..<end)
      start = end
      moves.set(MoveMemo.Entry(key: key, left: found.left, right: found.right))
      left &+= found.left
      right &+= found.right
    }
    let single = weights.moves.scores(features, start..<features.count)
    return (left &+ single.left, right &+ single.right)
  }
}
