import Language

/// The label of a brief: "VENEZUELA: …", "CHILE/NETHERLANDS: …".
enum ItemLabel {
  /// Where the label of a passage ends, behind its colon or dash; `nil` if it has none.
  ///
  /// A label is a few words in capitals.
  static func end(in bytes: [UInt8]) -> Int? {
    var capitals = 0
    for (index, byte) in bytes.prefix(60).enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: ":"): return capitals > 2 && index + 1 < bytes.count ? index + 1 : nil
      case 0xE2
      where bytes[index...].starts(with: [0xE2, 0x80, 0x94])
        || bytes[index...].starts(with: [0xE2, 0x80, 0x93]):
        return capitals > 2 && index + 3 < bytes.count ? index + 3 : nil
      case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ","),
        UInt8(ascii: "&"), UInt8(ascii: "."):
        continue
      default: return nil
      }
    }
    return nil
  }
}

extension Sentence {
  /// The same sentence in a text that has more bytes before it.
  func shifted(by offset: Int) -> Sentence {
    Sentence(
      range: range.lowerBound + offset..<range.upperBound + offset,
      tokens: tokens.map { token in
        Token(
          range: token.range.lowerBound + offset..<token.range.upperBound + offset, tag: token.tag,
          fineTag: token.fineTag, head: token.head, dependency: token.dependency)
      })
  }
}
