/// What the tagger looks at to tag a word (Collins 2002, with the neighbourhood of Ratnaparkhi).
package enum TaggerFeatures {
  /// How many places outside the sentence are looked at on each side.
  package static let margin = 2

  /// The features of the word at `index`. Words and tags carry `margin` places outside the sentence
  /// on each side; the tags from `index` on are not known yet.
  @inline(__always)
  package static func extract(
    _ index: Int, words: UnsafePointer<Word>, tags: UnsafePointer<UInt8>,
    into features: inout FeatureList
  ) {
    let word = words + index
    let previous = word - 1
    let next = word + 1
    let last = UInt64(tags[index - 1])
    let lastTwo = WordHash.pair(last, UInt64(tags[index - 2]))
    features.removeAll()
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
    features.add(last)
    features.add(lastTwo)
    features.add(last, word.pointee.lower)
    features.add(lastTwo, word.pointee.lower)
    features.add(last, word.pointee.suffixes.2)
    features.add(last, word.pointee.shape)
    features.add(previous.pointee.lower)
    features.add(next.pointee.lower)
    features.add((word - 2).pointee.lower)
    features.add((word + 2).pointee.lower)
    features.add(previous.pointee.lower, word.pointee.lower)
    features.add(word.pointee.lower, next.pointee.lower)
    features.add(previous.pointee.lower, next.pointee.lower)
    features.add(next.pointee.lower, (word + 2).pointee.lower)
    features.add(previous.pointee.suffixes.2)
    features.add(next.pointee.suffixes.2)
    features.add(next.pointee.suffixes.2, last)
    features.add(next.pointee.lower, last)
    features.add(next.pointee.shape, word.pointee.shape)
    features.add(previous.pointee.shape, word.pointee.shape)
    features.add((word + 2).pointee.suffixes.2)
    features.add(word.pointee.suffixes.1, next.pointee.suffixes.1)
  }
}
