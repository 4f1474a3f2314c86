/// A set of words by their keys.
struct KeySet: Sendable {
  private var words: Vocabulary

  init(capacity: Int = 16) { words = Vocabulary(capacity: capacity) }

  func contains(_ key: String) -> Bool { words.number(of: key) != nil }

  mutating func insert(_ key: String) { _ = words.add(key) }

  /// Adds a word that has no key yet.
  mutating func insertKey(of word: UnsafeBufferPointer<UInt8>) {
    guard word.count <= 64 else {
      return insert(Folding.key(String(decoding: word, as: UTF8.self)))
    }
    let isAdded = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { target in
      guard let count = Folding.fold(word, into: target) else { return false }
      _ = words.add(UnsafeBufferPointer(rebasing: target[..<count]))
      return true
    }
    if !isAdded { insert(Folding.key(String(decoding: word, as: UTF8.self))) }
  }
}
