/// A tag of a page: its name and attributes.
struct HypertextTag {
  /// In small letters, without the slash.
  var name: String
  var isEnd: Bool
  var isEmpty: Bool
  /// Names in small letters, values with their references decoded.
  var attributes: [String: String]
  /// Bytes that the tag takes.
  var length: Int

  /// The longest tag that is read as one.
  private static let longest = 32_768

  /// Reads the tag at a `<`; `nil` when there is none.
  ///
  /// Complexity: linear in the length of the tag.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
    var index = start + 1
    guard index < bytes.count else { return nil }
    isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, Self.isNameByte(bytes[index]), index - nameStart < 20 { index += 1 }
    guard index > nameStart, bytes[nameStart] | 0x20 >= 97, bytes[nameStart] | 0x20 <= 122 else {
      return nil
    }
    name = Self.lowercased(bytes, nameStart..<index)
    attributes = [:]
    isEmpty = false
    let limit = min(bytes.count, start + Self.longest)
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        length = index + 1 - start
        return
      }
      if byte == UInt8(ascii: "<") { return nil }
      if byte == UInt8(ascii: "/") { isEmpty = true }
      guard Self.isNameByte(byte) else {
        index += 1
        continue
      }
      isEmpty = false
      let keyStart = index
      while index < limit, Self.isNameByte(bytes[index]) { index += 1 }
      let key = Self.lowercased(bytes, keyStart..<index)
      while index < limit, bytes[index] <= 32 { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < limit, bytes[index] <= 32 { index += 1 }
      guard index < limit else { return nil }
      let value: Range<Int>
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let quote = bytes[index]
        let valueStart = index + 1
        index = valueStart
        while index < limit, bytes[index] != quote { index += 1 }
        guard index < limit else { return nil }
        value = valueStart..<index
        index += 1
      } else {
        let valueStart = index
        while index < limit, bytes[index] > 32, bytes[index] != UInt8(ascii: ">") { index += 1 }
        value = valueStart..<index
      }
      if !isEnd, attributes.count < 32, attributes[key] == nil {
        attributes[key] = Self.decoded(bytes, value)
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetterByte(byte) && byte < 0x80 || isDigitByte(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }

  private static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String
  {
    String(
      decoding: bytes[range].lazy.map { isUppercaseByte($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Some bytes of the page with their references decoded.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&"),
        let (scalar, length) = CharacterReference.decode(bytes, index),
        index + length <= range.upperBound
      {
        output.append(contentsOf: String(scalar).utf8)
        index += length
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: Tags in plain text

  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr",
    "table", "tr", "td",
  ]
  private static let inline: Set<String> = [
    "a", "b", "i", "em", "strong", "u", "span", "font", "sup", "sub", "small", "img", "q", "cite",
  ]

  /// The length of a tag that HTML knows, in a text that is no page.
  static func knownTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard let tag = HypertextTag(bytes, start),
      blocks.contains(tag.name) || inline.contains(tag.name)
    else { return nil }
    return tag.length
  }

  /// Whether the tag at a place parts lines.
  static func isBlock(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    HypertextTag(bytes, start).map { blocks.contains($0.name) } ?? false
  }
}
