import PartnerModel

/// Reads plain text and Markdown into lines.
struct PlainText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isMarkdown: Bool
  private var text: SourceText
  private var index = 0
  private var scalars = 0
  private var hint = SourceText.Hint.plain

  /// Complexity: linear.
  static func read(_ utf8: [UInt8], isMarkdown: Bool = false) -> SourceText {
    utf8.withUnsafeBufferPointer { bytes in
      var reader = PlainText(bytes, isMarkdown)
      reader.read()
      return reader.text
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ isMarkdown: Bool) {
    self.bytes = bytes
    self.isMarkdown = isMarkdown
    text = SourceText(capacity: bytes.count)
  }

  private mutating func read() {
    while index < bytes.count {
      let (scalar, width) = decodeScalar(bytes, index)
      switch ScalarTreatment(scalar) {
      case .keep:
        if scalar < 0x80, isMarkup(UInt8(scalar)), skipMarkup() { continue }
        keep(width)
        continue
      case .space: text.space(TextRange(scalars, scalars + 1))
      case .lineBreak:
        endLine()
        if scalar == 13, index + 1 < bytes.count, bytes[index + 1] == 10 {
          index += 1
          scalars += 1
        }
      case .drop: break
      }
      index += width
      scalars += 1
    }
    endLine()
  }

  private mutating func endLine() {
    text.endLine(hint)
    hint = .plain
  }

  /// Takes a stretch of scalars of one width at once.
  private mutating func keep(_ width: Int) {
    let first = index
    index += width
    while index < bytes.count {
      let (next, nextWidth) = decodeScalar(bytes, index)
      guard nextWidth == width, case .keep = ScalarTreatment(next) else { break }
      if next < 0x80, isMarkup(UInt8(next)) { break }
      index += width
    }
    text.append(bytes[first..<index], width: width, at: scalars)
    scalars += (index - first) / width
  }

  private mutating func skip(_ count: Int) {
    scalars += bytes[index..<(index + count)].count { $0 & 0xC0 != 0x80 }
    index += count
  }

  // MARK: Markup

  @inline(__always) private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"): true
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"):
      isMarkdown
    default: false
    }
  }

  /// Passes over markup at the current place; whether there was any.
  private mutating func skipMarkup() -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "&") {
      guard let (scalar, length) = CharacterReference.decode(bytes, index) else { return false }
      let range = TextRange(scalars, scalars + length)
      switch ScalarTreatment(scalar.value) {
      case .keep: text.append(replacement: Array(String(scalar).utf8), for: range)
      case .space, .lineBreak: text.space(range)
      case .drop: break
      }
      skip(length)
      return true
    }
    if byte == UInt8(ascii: "<") {
      guard let length = HypertextTag.knownTag(bytes, index) else { return false }
      // A tag parts words as a space would, unless it only changes the type.
      if HypertextTag.isBlock(bytes, index) { endLine() }
      skip(length)
      return true
    }
    return isMarkdown && skipMarkdown(byte)
  }

  private mutating func skipMarkdown(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"):
      guard !text.isLineOpen else { return false }
      hint = byte == UInt8(ascii: "#") ? .heading : .quotation
      skip(1)
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      // A bullet stays, and so does an underscore inside a word.
      let next = index + 1 < bytes.count ? bytes[index + 1] : 32
      if !text.isLineOpen, next == 32 { return false }
      if byte == UInt8(ascii: "_"), index > 0, isWord(bytes[index - 1]), isWord(next) {
        return false
      }
      if next == 32, index > 0, bytes[index - 1] == 32 { return false }
      skip(1)
    case UInt8(ascii: "`"): skip(1)
    case UInt8(ascii: "\\"):
      guard index + 1 < bytes.count, bytes[index + 1] < 0x80, !isWord(bytes[index + 1]),
        bytes[index + 1] > 32
      else { return false }
      skip(1)
      keep(1)
    case UInt8(ascii: "!"):
      // A picture goes with its description.
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "["),
        let (_, end) = link(from: index + 1)
      else { return false }
      skip(end - index)
    case UInt8(ascii: "["):
      guard link(from: index) != nil else { return false }
      skip(1)
    case UInt8(ascii: "]"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "("),
        let end = find(UInt8(ascii: ")"), from: index + 2, within: 2000)
      else { return false }
      skip(end + 1 - index)
    default: return false
    }
    return true
  }

  private func isWord(_ byte: UInt8) -> Bool { isLetterByte(byte) || isDigitByte(byte) }

  /// The end of the description and of the whole of a link "[text](address)".
  private func link(from start: Int) -> (text: Int, end: Int)? {
    guard let close = find(UInt8(ascii: "]"), from: start + 1, within: 400),
      close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "("),
      let end = find(UInt8(ascii: ")"), from: close + 2, within: 2000)
    else { return nil }
    return (close, end + 1)
  }

  /// The next place of a byte on the line, not too far away.
  private func find(_ byte: UInt8, from start: Int, within limit: Int) -> Int? {
    let end = min(bytes.count, start + limit)
    var place = start
    while place < end, bytes[place] != 10 {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }
}
