/// What the parser looks at to name the relation of a word to the head it is about to get.
///
/// Features that are made of the same few things are a group with a key, so that the sum of their
/// weights can be remembered (``RowMemo``); the others are single.
package struct LabelFeatures {
  private let side: UInt64
  private let distance: UInt64
  private let d: UnsafePointer<Node>
  private let h: UnsafePointer<Node>
  private let before: UnsafePointer<Node>
  private let after: UnsafePointer<Node>
  private let headBefore: UnsafePointer<Node>
  private let headAfter: UnsafePointer<Node>
  private let dl: UnsafePointer<Node>
  private let dl2: UnsafePointer<Node>
  private let dr: UnsafePointer<Node>
  /// The nearest word that already hangs on the head on this side, and the outermost of the other.
  private let sibling: UnsafePointer<Node>
  private let across: UnsafePointer<Node>

  /// The features of the arc that a move would make.
  @inline(__always)
  init(_ state: borrowing ParserState, _ move: Move) {
    let nodes = UnsafePointer(state.nodes)
    let (dependent, headIndex) = state.arc(move)
    let none = state.none
    side = move == .left ? 0 : 1
    distance = MoveFeatures.distance(dependent, headIndex)
    d = nodes + dependent
    h = nodes + headIndex
    before = nodes + (dependent > 0 ? dependent - 1 : none)
    after = nodes + (dependent + 1)
    headBefore = nodes + (headIndex > 0 ? headIndex - 1 : none)
    headAfter = nodes + min(headIndex + 1, none)
    dl = nodes + Int(d.pointee.left.0)
    dl2 = nodes + Int(d.pointee.left.1)
    dr = nodes + Int(d.pointee.right.0)
    sibling = nodes + Int(move == .left ? h.pointee.left.0 : h.pointee.right.0)
    across = nodes + Int(move == .left ? h.pointee.right.0 : h.pointee.left.0)
  }

  /// All features of the arc that a move would make, single or not.
  @inline(__always)
  package static func extract(
    _ state: borrowing ParserState, _ move: Move, into features: inout FeatureList
  ) {
    let all = LabelFeatures(state, move)
    features.removeAll()
    all.forEachGroup { _, add in add(&features) }
    all.addSingle(to: &features)
  }

  @inline(__always)
  func forEachGroup(_ body: (_ key: UInt64, _ add: (inout FeatureList) -> Void) -> Void) {
    let tags = d.pointee.tag << 8 | h.pointee.tag << 16 | side << 24
    body(WordHash.pair(d.pointee.wordAndTag, side &+ 0x10)) { features in
      features.start(at: 0)
      features.add(side)
      features.add(d.pointee.word, side)
      features.add(d.pointee.tag, side)
      features.add(d.pointee.wordAndTag, side)
    }
    body(WordHash.pair(h.pointee.wordAndTag, side &+ 0x20)) { features in
      features.start(at: 4)
      features.add(h.pointee.word, side)
      features.add(h.pointee.tag, side)
      features.add(h.pointee.wordAndTag, side)
    }
    body(WordHash.pair(tags | distance << 32, 0x30)) { features in
      features.start(at: 7)
      features.add(d.pointee.tag, h.pointee.tag, side)
      features.start(at: 11)
      features.add(d.pointee.tag, h.pointee.tag, side, distance)
      features.add(d.pointee.tag, distance, side)
    }
    // What hangs on the word: prepositions, conjunctions, determiners.
    let children = UInt64(dl.pointee.label) << 32 | UInt64(dl2.pointee.label) << 40
    body(
      WordHash.pair(
        WordHash.pair(dl.pointee.wordAndTag, tags | children | 0x60), dl2.pointee.wordAndTag)
    ) { features in
      features.start(at: 21)
      features.add(d.pointee.tag, dl.pointee.word, UInt64(dl.pointee.label), side)
      features.add(d.pointee.tag, dl.pointee.word, h.pointee.tag, side)
      features.start(at: 25)
      features.add(d.pointee.tag, dl.pointee.tag, dl2.pointee.tag, side)
      features.add(d.pointee.tag, dl2.pointee.word, UInt64(dl2.pointee.label), side)
    }
    body(
      WordHash.pair(
        WordHash.pair(
          WordHash.mixed(d.pointee.leftLabels), tags | UInt64(dr.pointee.label) << 32 | 0x70),
        WordHash.mixed(d.pointee.rightLabels))
    ) { features in
      features.start(at: 27)
      features.add(d.pointee.tag, UInt64(dr.pointee.label), h.pointee.tag, side)
      features.start(at: 29)
      features.add(d.pointee.leftLabels, d.pointee.tag, side)
      features.add(d.pointee.leftLabels, d.pointee.tag, h.pointee.tag, side)
      features.add(d.pointee.rightLabels, d.pointee.tag, h.pointee.tag, side)
    }
    // What else hangs on the head.
    let labels = UInt64(sibling.pointee.label) << 32 | UInt64(across.pointee.label) << 40
    body(
      WordHash.pair(
        WordHash.pair(WordHash.mixed(h.pointee.leftLabels), tags | labels | 0x80),
        WordHash.mixed(h.pointee.rightLabels))
    ) { features in
      features.start(at: 32)
      features.add(h.pointee.tag, h.pointee.leftLabels, d.pointee.tag, side)
      features.add(h.pointee.tag, h.pointee.rightLabels, d.pointee.tag, side)
      features.add(h.pointee.tag, UInt64(sibling.pointee.label), d.pointee.tag, side)
      features.start(at: 38)
      features.add(h.pointee.tag, UInt64(across.pointee.label), d.pointee.tag, side)
    }
  }

  @inline(__always)
  func addSingle(to features: inout FeatureList) {
    features.start(at: 13)
    features.add(d.pointee.tag, before.pointee.tag, after.pointee.tag, side)
    features.add(d.pointee.tag, before.pointee.tag, h.pointee.tag, side)
    features.add(d.pointee.tag, after.pointee.tag, h.pointee.tag, side)
    features.start(at: 18)
    features.add(h.pointee.tag, headBefore.pointee.tag, d.pointee.tag, side)
    features.add(h.pointee.tag, headAfter.pointee.tag, d.pointee.tag, side)
    features.start(at: 8)
    features.add(d.pointee.wordAndTag, h.pointee.tag, side)
    features.add(d.pointee.tag, h.pointee.wordAndTag, side)
    features.add(d.pointee.word, h.pointee.word, side)
    features.start(at: 16)
    features.add(d.pointee.tag, before.pointee.word, side)
    features.add(d.pointee.tag, after.pointee.word, side)
    features.start(at: 20)
    features.add(h.pointee.tag, headBefore.pointee.word, d.pointee.tag, side)
    features.start(at: 23)
    features.add(dl.pointee.word, h.pointee.word, side)
    features.add(d.pointee.word, dl.pointee.word, side)
    features.start(at: 28)
    features.add(d.pointee.tag, dr.pointee.wordAndTag, side)
    features.start(at: 35)
    features.add(h.pointee.tag, sibling.pointee.word, d.pointee.tag, side)
    features.add(h.pointee.word, h.pointee.leftLabels, d.pointee.tag, side)
    features.add(h.pointee.word, UInt64(sibling.pointee.label), d.pointee.tag, side)
  }
}
