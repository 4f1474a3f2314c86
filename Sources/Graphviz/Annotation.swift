/// A word that is safe as an XML id or a CSS class: ASCII letters, digits, `-` and `_`.
public struct Identifier: Hashable, Sendable {
  /// The word.
  public let value: String

  /// The safe form of `text`: runs of separators become one `-`.
  ///
  /// Text that is too long or holds other characters gets a number made of all of it, so that
  /// names in other scripts stay apart, and the same in every picture.
  public init(_ text: String) {
    var result = ""
    var isWhole = true
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      switch byte {
      case _ where result.utf8.count >= 80: isWhole = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if !" /.:".utf8.contains(byte) { isWhole = false }
        if result.utf8.last != UInt8(ascii: "-") { result += "-" }
      }
    }
    if !isWhole { result += (result.hasSuffix("-") ? "" : "-") + String(hash, radix: 16) }
    value = result.first?.isLetter == true ? result : "x" + result
  }

  /// The word with a number behind it.
  init(_ identifier: Identifier, number: Int) { value = "\(identifier.value)-\(number)" }
}

/// What a mark of a drawing is called in the SVG: for style sheets, scripts and screen readers.
public struct Annotation: Sendable {
  /// The wished id; a drawing appends a number where it is taken.
  public var identifier: Identifier?
  /// The CSS classes.
  public var classes: [Identifier]
  /// The tooltip, which screen readers read out as well; a mark without one is decoration.
  public var title: PlainText?
  /// The page that the mark leads to, in SVG.
  public var link: PageAddress?

  /// What a mark is called.
  public init(
    _ identifier: Identifier? = nil, classes: [Identifier] = [], title: PlainText? = nil,
    link: PageAddress? = nil
  ) {
    self.identifier = identifier
    self.classes = classes
    self.title = title
    self.link = link
  }
}
