/// A small set of words that is asked in bytes, without making strings.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: some Sequence<String>) {
    hashes = Set(
      words.map { word in
        var word = word
        return word.withUTF8 { WordHash.lowercased($0, 0..<$0.count) }
      })
  }

  /// Whether the word of the range is in the set, letter case aside.
  func contains(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.lowercased(text, range))
  }
}
