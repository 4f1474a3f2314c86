import PartnerModel

/// Puts a paragraph together from parts of lines.
struct ParagraphBuilder {
  private(set) var bytes: [UInt8] = []
  private var map = OffsetMap()

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds some bytes of the source, after one space unless the paragraph is empty or the line
  /// before ended in a hyphen that joins two halves of a word.
  mutating func append(_ source: SourceText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if !bytes.isEmpty, !joinsWord(before: source.bytes[range.lowerBound]) {
      let gap = TextRange(
        map.original(map.length - 1..<map.length).end,
        source.map.original(range.lowerBound..<range.lowerBound + 1).start)
      bytes.append(UInt8(ascii: " "))
      map.append(replacement: 1, for: gap)
    }
    bytes.append(contentsOf: source.bytes[range])
    map.append(source.map, range)
  }

  private func joinsWord(before next: UInt8) -> Bool {
    guard bytes.count >= 2, bytes[bytes.count - 1] == UInt8(ascii: "-") else { return false }
    return isLetterByte(bytes[bytes.count - 2]) && isLowercaseByte(next)
  }

  /// The paragraph; the builder starts again.
  mutating func take() -> MappedText {
    let text = MappedText(bytes, map)
    self = ParagraphBuilder()
    return text
  }
}

/// A letter of ASCII or a part of any other scalar.
@inline(__always) func isLetterByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) >= 97 && (byte | 0x20) <= 122
}

@inline(__always) func isLowercaseByte(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
@inline(__always) func isUppercaseByte(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
@inline(__always) func isDigitByte(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
