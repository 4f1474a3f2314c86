extension FileText {
  /// The eight bytes at a place.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
  }

  /// The first eight bytes as a number, the first of them lowest, or as many as there are and
  /// zeros.
  ///
  /// - Parameter room: How many bytes may be read from where the text begins, ``count`` at least.
  ///   With eight of them there is nothing to decide.
  @inline(__always)
  func head(room: Int) -> UInt64 {
    guard let start = baseAddress, count > 0 else { return 0 }
    if room >= 8 {
      let word = start.loadUnaligned(as: UInt64.self).littleEndian
      return word & ~0 >> UInt64(8 * (8 - Swift.min(count, 8)))
    }
    var word: UInt64 = 0
    for byte in reversed() { word = word << 8 | UInt64(byte) }
    return word
  }
}
