/// What the tagger looks at to tag a word (Collins 2002, with the neighbourhood of Ratnaparkhi).
///
/// Features that are made of one thing are a group with a key, so that the sum of their weights can
/// be remembered (``RowMemo``); the others are single.
package struct TaggerFeatures {
  /// How many places outside the sentence are looked at on each side.
  package static let margin = 2

  private let word: UnsafePointer<Word>
  private let last: UInt64
  private let lastTwo: UInt64

  /// The features of the word at `index`. Words and tags carry `margin` places outside the sentence
  /// on each side; the tags from `index` on are not known yet.
  @inline(__always)
  init(_ index: Int, words: UnsafePointer<Word>, tags: UnsafePointer<UInt8>) {
    word = words + index
    last = UInt64(tags[index - 1])
    lastTwo = WordHash.pair(last, UInt64(tags[index - 2]))
  }

  /// All features, single or not.
  @inline(__always)
  package static func extract(
    _ index: Int, words: UnsafePointer<Word>, tags: UnsafePointer<UInt8>,
    into features: inout FeatureList
  ) {
    let all = TaggerFeatures(index, words: words, tags: tags)
    features.removeAll()
    all.forEachGroup { _, add in add(&features) }
    all.addSingle(to: &features)
  }

  @inline(__always)
  func forEachGroup(_ body: (_ key: UInt64, _ add: (inout FeatureList) -> Void) -> Void) {
    let previous = word - 1
    let next = word + 1
    body(WordHash.pair(word.pointee.form, 1)) { features in
      features.start(at: 0)
      features.add(0)
      features.add(word.pointee.form)
      features.add(word.pointee.lower)
      features.add(word.pointee.shape)
      features.add(word.pointee.prefixes.0)
      features.add(word.pointee.prefixes.1)
      features.add(word.pointee.prefixes.2)
      features.add(word.pointee.suffixes.0)
      features.add(word.pointee.suffixes.1)
      features.add(word.pointee.suffixes.2)
      features.add(word.pointee.suffixes.3)
      features.add(word.pointee.suffixes.2, word.pointee.shape)
    }
    body(WordHash.pair(lastTwo, 2)) { features in
      features.start(at: 12)
      features.add(last)
      features.add(lastTwo)
    }
    body(WordHash.pair(previous.pointee.lower, 3)) { features in
      features.start(at: 18)
      features.add(previous.pointee.lower)
      features.start(at: 26)
      features.add(previous.pointee.suffixes.2)
    }
    body(WordHash.pair(next.pointee.lower, 4)) { features in
      features.start(at: 19)
      features.add(next.pointee.lower)
      features.start(at: 27)
      features.add(next.pointee.suffixes.2)
    }
    body(WordHash.pair((word + 2).pointee.lower, 5)) { features in
      features.start(at: 21)
      features.add((word + 2).pointee.lower)
      features.start(at: 32)
      features.add((word + 2).pointee.suffixes.2)
    }
    let shapes = WordHash.pair(previous.pointee.shape, next.pointee.shape)
    body(WordHash.pair(WordHash.pair(shapes, word.pointee.shape), 7)) { features in
      features.start(at: 30)
      features.add(next.pointee.shape, word.pointee.shape)
      features.add(previous.pointee.shape, word.pointee.shape)
    }
  }

  @inline(__always)
  func addSingle(to features: inout FeatureList) {
    let previous = word - 1
    let next = word + 1
    features.start(at: 28)
    features.add(next.pointee.suffixes.2, last)
    features.add(next.pointee.lower, last)
    features.start(at: 14)
    features.add(last, word.pointee.lower)
    features.add(lastTwo, word.pointee.lower)
    features.add(last, word.pointee.suffixes.2)
    features.add(last, word.pointee.shape)
    features.start(at: 20)
    features.add((word - 2).pointee.lower)
    features.start(at: 22)
    features.add(previous.pointee.lower, word.pointee.lower)
    features.add(word.pointee.lower, next.pointee.lower)
    features.add(previous.pointee.lower, next.pointee.lower)
    features.add(next.pointee.lower, (word + 2).pointee.lower)
    features.start(at: 33)
    features.add(word.pointee.suffixes.1, next.pointee.suffixes.1)
  }
}
