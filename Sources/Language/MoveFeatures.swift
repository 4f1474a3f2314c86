/// What the parser looks at to choose a move, after Zhang & Nivre (2011).
///
/// Features that are made of the same few things are a group with a key, so that the sum of their
/// weights can be remembered (``MoveMemo``); the others are single.
package struct MoveFeatures {
  private let s0: UnsafePointer<Node>
  private let s1: UnsafePointer<Node>
  private let s2: UnsafePointer<Node>
  private let b0: UnsafePointer<Node>
  private let b1: UnsafePointer<Node>
  private let b2: UnsafePointer<Node>
  private let s0l: UnsafePointer<Node>
  private let s0l2: UnsafePointer<Node>
  private let s0r: UnsafePointer<Node>
  private let s0r2: UnsafePointer<Node>
  private let s1l: UnsafePointer<Node>
  private let s1r: UnsafePointer<Node>
  private let s1r2: UnsafePointer<Node>
  private let b0l: UnsafePointer<Node>
  private let b0l2: UnsafePointer<Node>
  private let gap: UInt64
  private let gapBelow: UInt64

  /// The features of the state's next move.
  @inline(__always)
  init(_ state: borrowing ParserState) {
    let nodes = UnsafePointer(state.nodes)
    let top = state.stacked(0)
    let under = state.stacked(1)
    let next = state.coming(0)
    s0 = nodes + top
    s1 = nodes + under
    s2 = nodes + state.stacked(2)
    b0 = nodes + next
    b1 = nodes + state.coming(1)
    b2 = nodes + state.coming(2)
    s0l = nodes + Int(s0.pointee.left.0)
    s0l2 = nodes + Int(s0.pointee.left.1)
    s0r = nodes + Int(s0.pointee.right.0)
    s0r2 = nodes + Int(s0.pointee.right.1)
    s1l = nodes + Int(s1.pointee.left.0)
    s1r = nodes + Int(s1.pointee.right.0)
    s1r2 = nodes + Int(s1.pointee.right.1)
    b0l = nodes + Int(b0.pointee.left.0)
    b0l2 = nodes + Int(b0.pointee.left.1)
    gap = Self.distance(top, next)
    gapBelow = Self.distance(under, top)
  }

  /// All features of the state's next move, single or not.
  @inline(__always)
  package static func extract(_ state: borrowing ParserState, into features: inout FeatureList) {
    let all = MoveFeatures(state)
    features.removeAll()
    all.forEachGroup { _, add in add(&features) }
    all.addSingle(to: &features)
  }

  @inline(__always)
  func forEachGroup(_ body: (_ key: UInt64, _ add: (inout FeatureList) -> Void) -> Void) {
    let s0Labels = UInt64(s0l.pointee.label) << 8 | UInt64(s0r.pointee.label) << 16
    let s1Labels = UInt64(s1l.pointee.label) << 8 | UInt64(s1r.pointee.label) << 16
    // The top of the stack, and how far the next word is.
    body(WordHash.pair(s0.pointee.wordAndTag, gap &+ 0x100)) { features in
      features.start(at: 0)
      features.add(s0.pointee.word)
      features.add(s0.pointee.tag)
      features.add(s0.pointee.wordAndTag)
      features.start(at: 64)
      features.add(s0.pointee.word, gap)
      features.add(s0.pointee.tag, gap)
    }
    // How much hangs on the top of the stack.
    body(
      WordHash.pair(
        s0.pointee.wordAndTag,
        s0.pointee.leftCount << 32 | s0.pointee.rightCount << 48 | s0Labels | 2)
    ) { features in
      features.start(at: 57)
      features.add(s0.pointee.wordAndTag, UInt64(s0l.pointee.label), UInt64(s0r.pointee.label))
      features.start(at: 71)
      features.add(s0.pointee.wordAndTag, s0.pointee.rightCount)
      features.add(s0.pointee.tag, s0.pointee.rightCount)
      features.add(s0.pointee.wordAndTag, s0.pointee.leftCount)
      features.add(s0.pointee.tag, s0.pointee.leftCount)
    }
    // The word beneath it.
    body(WordHash.pair(s1.pointee.wordAndTag, s1.pointee.rightCount << 32 | 3)) { features in
      features.start(at: 3)
      features.add(s1.pointee.word)
      features.add(s1.pointee.tag)
      features.add(s1.pointee.wordAndTag)
      features.start(at: 75)
      features.add(s1.pointee.wordAndTag, s1.pointee.rightCount)
    }
    body(WordHash.pair(s2.pointee.wordAndTag, 4)) { features in
      features.start(at: 6)
      features.add(s2.pointee.tag)
      features.add(s2.pointee.wordAndTag)
    }
    // The words to come.
    body(WordHash.pair(b0.pointee.wordAndTag, gap &+ 0x200)) { features in
      features.start(at: 8)
      features.add(b0.pointee.word)
      features.add(b0.pointee.tag)
      features.add(b0.pointee.wordAndTag)
      features.start(at: 66)
      features.add(b0.pointee.word, gap)
      features.add(b0.pointee.tag, gap)
    }
    body(
      WordHash.pair(
        WordHash.pair(
          b0.pointee.wordAndTag, b0.pointee.leftCount << 32 | UInt64(b0l.pointee.label) << 16 | 5),
        b0l.pointee.word)
    ) { features in
      features.start(at: 62)
      features.add(b0.pointee.tag, UInt64(b0l.pointee.label), b0l.pointee.word)
      features.add(b0.pointee.wordAndTag, UInt64(b0l.pointee.label))
      features.start(at: 77)
      features.add(b0.pointee.wordAndTag, b0.pointee.leftCount)
      features.add(b0.pointee.tag, b0.pointee.leftCount)
    }
    body(WordHash.pair(b1.pointee.wordAndTag, 6)) { features in
      features.start(at: 11)
      features.add(b1.pointee.word)
      features.add(b1.pointee.tag)
      features.add(b1.pointee.wordAndTag)
    }
    body(WordHash.pair(b2.pointee.wordAndTag, 7)) { features in
      features.start(at: 14)
      features.add(b2.pointee.tag)
      features.add(b2.pointee.wordAndTag)
    }
    // What hangs on the top of the stack and on the next word.
    body(
      WordHash.pair(
        WordHash.pair(
          WordHash.mixed(s0.pointee.leftLabels), WordHash.mixed(s0.pointee.rightLabels)),
        WordHash.pair(
          WordHash.mixed(b0.pointee.leftLabels),
          WordHash.pair(
            s0.pointee.tag | b0.pointee.tag << 8 | s0l.pointee.tag << 16 | s0r.pointee.tag << 24
              | s0l2.pointee.tag << 32 | s0r2.pointee.tag << 40 | b0l.pointee.tag << 48 | b0l2
              .pointee.tag << 56, gap &+ 0x900)))
    ) { features in
      features.start(at: 43)
      features.add(s0.pointee.tag, s0l.pointee.tag, b0.pointee.tag)
      features.add(s0.pointee.tag, s0r.pointee.tag, b0.pointee.tag)
      features.add(s0.pointee.tag, b0.pointee.tag, b0l.pointee.tag)
      features.start(at: 53)
      features.add(s0.pointee.tag, s0l.pointee.tag, s0l2.pointee.tag)
      features.add(s0.pointee.tag, s0r.pointee.tag, s0r2.pointee.tag)
      features.start(at: 56)
      features.add(b0.pointee.tag, b0l.pointee.tag, b0l2.pointee.tag)
      features.start(at: 68)
      features.add(s0.pointee.tag, b0.pointee.tag, gap)
      features.start(at: 79)
      features.add(s0.pointee.tag, s0.pointee.rightLabels, b0.pointee.tag)
      features.add(s0.pointee.tag, s0.pointee.leftLabels, b0.pointee.tag)
      features.start(at: 83)
      features.add(b0.pointee.tag, b0.pointee.leftLabels, s0.pointee.tag)
    }
    // What hangs on the top of the stack and on the word beneath it.
    body(
      WordHash.pair(
        WordHash.pair(
          WordHash.mixed(s1.pointee.leftLabels), WordHash.mixed(s1.pointee.rightLabels)),
        WordHash.pair(
          s0.pointee.tag | s1.pointee.tag << 8 | s0l.pointee.tag << 16 | s0r.pointee.tag << 24 | s1l
            .pointee.tag << 32 | s1r.pointee.tag << 40 | s1r2.pointee.tag << 48,
          gapBelow | s1.pointee.rightCount << 16 | 0xA00))
    ) { features in
      features.start(at: 47)
      features.add(s1.pointee.tag, s0.pointee.tag, s0l.pointee.tag)
      features.start(at: 50)
      features.add(s1.pointee.tag, s0.pointee.tag, s0r.pointee.tag)
      features.add(s1.pointee.tag, s1l.pointee.tag, s0.pointee.tag)
      features.add(s1.pointee.tag, s1r.pointee.tag, s0.pointee.tag)
      features.start(at: 55)
      features.add(s1.pointee.tag, s1r.pointee.tag, s1r2.pointee.tag)
      features.start(at: 69)
      features.add(s1.pointee.tag, s0.pointee.tag, gapBelow)
      features.start(at: 76)
      features.add(s1.pointee.tag, s1.pointee.rightCount, s0.pointee.tag)
      features.start(at: 81)
      features.add(s1.pointee.tag, s1.pointee.rightLabels, s0.pointee.tag)
      features.add(s1.pointee.tag, s1.pointee.leftLabels, s0.pointee.tag)
    }
    body(
      WordHash.pair(
        WordHash.pair(s0l.pointee.word, s0r.pointee.word), s0.pointee.tag << 32 | s0Labels | 0xB)
    ) { features in
      features.start(at: 58)
      features.add(s0.pointee.tag, UInt64(s0l.pointee.label), s0l.pointee.word)
      features.add(s0.pointee.tag, UInt64(s0r.pointee.label), s0r.pointee.word)
    }
    body(
      WordHash.pair(
        WordHash.pair(s1l.pointee.word, s1r.pointee.word), s1.pointee.tag << 32 | s1Labels | 0xC)
    ) { features in
      features.start(at: 60)
      features.add(s1.pointee.tag, UInt64(s1l.pointee.label), s1l.pointee.word)
      features.add(s1.pointee.tag, UInt64(s1r.pointee.label), s1r.pointee.word)
    }
  }

  @inline(__always)
  func addSingle(to features: inout FeatureList) {
    features.start(at: 22)
    features.add(s0.pointee.tag, b0.pointee.tag)
    features.add(b0.pointee.tag, b1.pointee.tag)
    features.start(at: 28)
    features.add(s1.pointee.tag, s0.pointee.tag)
    features.add(s1.pointee.tag, b0.pointee.tag)
    features.start(at: 32)
    features.add(b0.pointee.tag, b1.pointee.tag, b2.pointee.tag)
    features.add(s0.pointee.tag, b0.pointee.tag, b1.pointee.tag)
    features.start(at: 36)
    features.add(s1.pointee.tag, s0.pointee.tag, b0.pointee.tag)
    features.start(at: 40)
    features.add(s2.pointee.tag, s1.pointee.tag, s0.pointee.tag)
    features.add(s2.pointee.tag, s1.pointee.tag, s0.pointee.tag, b0.pointee.tag)
    features.add(s1.pointee.tag, s0.pointee.tag, b0.pointee.tag, b1.pointee.tag)
    features.start(at: 16)
    features.add(s0.pointee.wordAndTag, b0.pointee.wordAndTag)
    features.add(s0.pointee.wordAndTag, b0.pointee.word)
    features.add(s0.pointee.word, b0.pointee.wordAndTag)
    features.add(s0.pointee.wordAndTag, b0.pointee.tag)
    features.add(s0.pointee.tag, b0.pointee.wordAndTag)
    features.add(s0.pointee.word, b0.pointee.word)
    features.start(at: 24)
    features.add(b0.pointee.word, b1.pointee.word)
    features.add(s1.pointee.word, s0.pointee.word)
    features.add(s1.pointee.wordAndTag, s0.pointee.tag)
    features.add(s1.pointee.tag, s0.pointee.wordAndTag)
    features.start(at: 30)
    features.add(s1.pointee.wordAndTag, b0.pointee.tag)
    features.add(s1.pointee.word, b0.pointee.word)
    features.start(at: 34)
    features.add(s0.pointee.word, b0.pointee.tag, b1.pointee.tag)
    features.add(s0.pointee.tag, b0.pointee.word, b1.pointee.tag)
    features.start(at: 37)
    features.add(s1.pointee.word, s0.pointee.tag, b0.pointee.tag)
    features.add(s1.pointee.tag, s0.pointee.word, b0.pointee.tag)
    features.add(s1.pointee.tag, s0.pointee.tag, b0.pointee.word)
    features.start(at: 46)
    features.add(s0.pointee.tag, b0.pointee.tag, b0l.pointee.word)
    features.start(at: 48)
    features.add(s1.pointee.tag, s0.pointee.tag, s0l.pointee.word)
    features.add(s1.pointee.word, s0.pointee.tag, s0l.pointee.word)
    features.start(at: 70)
    features.add(s1.pointee.word, s0.pointee.tag, gapBelow)
  }

  @inline(__always)
  static func distance(_ from: Int, _ to: Int) -> UInt64 {
    let distance = abs(to - from)
    return UInt64(distance < 5 ? distance : distance < 10 ? 5 : 6)
  }
}
