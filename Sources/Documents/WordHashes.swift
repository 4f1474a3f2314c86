/// The words of a stretch of text as numbers, the same for upper and lower case: letters and
/// digits count, everything else parts words.
struct WordHashes {
  private(set) var hashes: [UInt64] = []

  var first: UInt64? { hashes.first }
  var last: UInt64? { hashes.last }

  /// Complexity: linear.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    Self.forEach(bytes, range) { hash, _ in hashes.append(hash) }
  }

  /// The words of a stretch, `nil` for those that do not begin with a capital.
  static func capitalised(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt64?] {
    var words: [UInt64?] = []
    forEach(bytes, range) { hash, word in
      words.append(isUppercaseByte(bytes[word.lowerBound]) ? hash : nil)
    }
    return words
  }

  /// Calls `body` with the hash and the bytes of each word.
  static func forEach(
    _ bytes: [UInt8], _ range: Range<Int>, _ body: (UInt64, Range<Int>) -> Void
  ) {
    var hash = offset
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // General punctuation, U+2000 to U+20FF, starts with E2 80 to E2 83.
      let isPunctuation =
        byte == 0xE2 && index + 1 < range.upperBound && bytes[index + 1] <= 0x83
      if !isPunctuation, isLetterByte(byte) || isDigitByte(byte) {
        if hash == offset { start = index }
        hash = (hash ^ UInt64(isUppercaseByte(byte) ? byte | 0x20 : byte)) &* prime
        index += 1
      } else {
        if hash != offset { body(mix(hash), start..<index) }
        hash = offset
        index += isPunctuation ? 3 : 1
      }
    }
    if hash != offset { body(mix(hash), start..<min(index, range.upperBound)) }
  }

  /// One number for two in their order.
  @inline(__always) static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
    mix(a &* prime &+ b)
  }

  /// Spreads a number over all its bits (the finaliser of SplitMix64).
  @inline(__always) static func mix(_ x: UInt64) -> UInt64 {
    var x = x
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }

  // FNV-1a, 64 bits.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
