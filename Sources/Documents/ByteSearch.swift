extension [UInt8] {
  /// Where a text stands first within a range.
  func firstRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    var text = text
    return text.withUTF8 { word in
      guard let first = word.first, range.count >= word.count else { return nil }
      return withUnsafeBufferPointer { bytes in
        for start in range.lowerBound...range.upperBound - word.count where bytes[start] == first {
          if (1..<word.count).allSatisfy({ bytes[start + $0] == word[$0] }) {
            return start..<start + word.count
          }
        }
        return nil
      }
    }
  }
}
