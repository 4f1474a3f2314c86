/// Hashes of words and of what surrounds them. The same on every machine, for the model's weights
/// are found by them.
enum WordHash {
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The hash of bytes with ASCII capitals read as small letters.
  static func lowercased(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for index in range {
      let byte = text[index]
      hash = (hash ^ UInt64(byte &- 65 < 26 ? byte | 32 : byte)) &* prime
    }
    return mixed(hash)
  }

  /// Spreads what is known over all bits.
  @inline(__always)
  static func mixed(_ hash: UInt64) -> UInt64 {
    let product = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The hash of two things in this order.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0xD6E8_FEB8_6659_FD93) ^ (second &+ 0xA5A5_A5A5 &+ second << 21)
  }

  /// The hash of bytes as they are.
  @inline(__always)
  static func bytes(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return mixed(hash)
  }
}
