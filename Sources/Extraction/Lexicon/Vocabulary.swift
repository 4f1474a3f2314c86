/// Words with a number each, found by their bytes.
///
/// The tables hold tens of thousands of words, and the program reads them whenever it starts: all
/// of them lie in three arrays.
struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word begins, then where the last one ends.
  private var bounds: [UInt32] = [0]
  /// The upper half of a word's hash, then its number plus one; 0 is free.
  private var slots: [UInt64]

  init(capacity: Int = 16) {
    slots = Array(repeating: 0, count: Self.slotCount(for: capacity))
    bounds.reserveCapacity(capacity + 1)
    bytes.reserveCapacity(capacity * 8)
  }

  private static func slotCount(for words: Int) -> Int {
    var count = 32
    while count < words * 2 { count *= 2 }
    return count
  }

  var count: Int { bounds.count - 1 }

  /// The number of a word, if there is one.
  func number(of word: String) -> UInt32? {
    var word = word
    return word.withUTF8 { number(of: $0) }
  }

  func number(of word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let slot = slots[place(of: word, Self.hash(word))]
    return slot == 0 ? nil : UInt32(truncatingIfNeeded: slot) - 1
  }

  /// The number of a word, which is added if it is new.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Self.hash(word)
    let place = place(of: word, hash)
    if slots[place] != 0 { return UInt32(truncatingIfNeeded: slots[place]) - 1 }
    let number = UInt32(count)
    slots[place] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    bytes.append(contentsOf: word)
    bounds.append(UInt32(bytes.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  mutating func add(_ word: String) -> UInt32 {
    var word = word
    return word.withUTF8 { add($0) }
  }

  /// Where a word is, or the free slot where it would be.
  private func place(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[place] != 0 {
      if slots[place] >> 32 == hash >> 32, isWord(Int(slots[place] & 0xFFFF_FFFF) - 1, word) {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(bounds[number])
    guard Int(bounds[number + 1]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<word.count where bytes[start + index] != word[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var place = Int(slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(word.count) &+ 0x9E37_79B9_7F4A_7C15
    var chunk: UInt64 = 0
    for index in 0..<word.count {
      chunk = chunk << 8 | UInt64(word[index])
      if index & 7 == 7 {
        hash = mixed(hash ^ chunk)
        chunk = 0
      }
    }
    return mixed(hash ^ chunk)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 29
  }
}
