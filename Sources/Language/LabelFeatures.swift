/// What the parser looks at to name the relation of a word to the head it is about to get.
package enum LabelFeatures {
  /// The features of the arc that a move would make.
  @inline(__always)
  package static func extract(
    _ state: borrowing ParserState, _ move: Move, into features: inout FeatureList
  ) {
    let nodes = state.nodes
    let (dependent, headIndex) = state.arc(move)
    let none = state.none
    let d = nodes + dependent
    let h = nodes + headIndex
    let side: UInt64 = move == .left ? 0 : 1
    let before = nodes + (dependent > 0 ? dependent - 1 : none)
    let after = nodes + (dependent + 1)
    let headBefore = nodes + (headIndex > 0 ? headIndex - 1 : none)
    let headAfter = nodes + min(headIndex + 1, none)
    let dl = nodes + Int(d.pointee.left.0)
    let dl2 = nodes + Int(d.pointee.left.1)
    let dr = nodes + Int(d.pointee.right.0)
    // The nearest word that already hangs on the head on this side, and the outermost of the other.
    let sibling = nodes + Int(move == .left ? h.pointee.left.0 : h.pointee.right.0)
    let across = nodes + Int(move == .left ? h.pointee.right.0 : h.pointee.left.0)
    let distance = MoveFeatures.distance(dependent, headIndex)
    features.removeAll()

    features.add(side)
    features.add(d.pointee.word, side)
    features.add(d.pointee.tag, side)
    features.add(d.pointee.wordAndTag, side)
    features.add(h.pointee.word, side)
    features.add(h.pointee.tag, side)
    features.add(h.pointee.wordAndTag, side)
    features.add(d.pointee.tag, h.pointee.tag, side)
    features.add(d.pointee.wordAndTag, h.pointee.tag, side)
    features.add(d.pointee.tag, h.pointee.wordAndTag, side)
    features.add(d.pointee.word, h.pointee.word, side)
    features.add(d.pointee.tag, h.pointee.tag, side, distance)
    features.add(d.pointee.tag, distance, side)

    // What surrounds them.
    features.add(d.pointee.tag, before.pointee.tag, after.pointee.tag, side)
    features.add(d.pointee.tag, before.pointee.tag, h.pointee.tag, side)
    features.add(d.pointee.tag, after.pointee.tag, h.pointee.tag, side)
    features.add(d.pointee.tag, before.pointee.word, side)
    features.add(d.pointee.tag, after.pointee.word, side)
    features.add(h.pointee.tag, headBefore.pointee.tag, d.pointee.tag, side)
    features.add(h.pointee.tag, headAfter.pointee.tag, d.pointee.tag, side)
    features.add(h.pointee.tag, headBefore.pointee.word, d.pointee.tag, side)

    // What hangs on the word: prepositions, conjunctions, determiners.
    features.add(d.pointee.tag, dl.pointee.word, UInt64(dl.pointee.label), side)
    features.add(d.pointee.tag, dl.pointee.word, h.pointee.tag, side)
    features.add(dl.pointee.word, h.pointee.word, side)
    features.add(d.pointee.word, dl.pointee.word, side)
    features.add(d.pointee.tag, dl.pointee.tag, dl2.pointee.tag, side)
    features.add(d.pointee.tag, dl2.pointee.word, UInt64(dl2.pointee.label), side)
    features.add(d.pointee.tag, UInt64(dr.pointee.label), h.pointee.tag, side)
    features.add(d.pointee.tag, dr.pointee.wordAndTag, side)
    features.add(d.pointee.leftLabels, d.pointee.tag, side)
    features.add(d.pointee.leftLabels, d.pointee.tag, h.pointee.tag, side)
    features.add(d.pointee.rightLabels, d.pointee.tag, h.pointee.tag, side)

    // What else hangs on the head.
    features.add(h.pointee.tag, h.pointee.leftLabels, d.pointee.tag, side)
    features.add(h.pointee.tag, h.pointee.rightLabels, d.pointee.tag, side)
    features.add(h.pointee.tag, UInt64(sibling.pointee.label), d.pointee.tag, side)
    features.add(h.pointee.tag, sibling.pointee.word, d.pointee.tag, side)
    features.add(h.pointee.word, h.pointee.leftLabels, d.pointee.tag, side)
    features.add(h.pointee.word, UInt64(sibling.pointee.label), d.pointee.tag, side)
    features.add(h.pointee.tag, UInt64(across.pointee.label), d.pointee.tag, side)
  }
}
