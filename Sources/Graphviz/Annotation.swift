/// A word that is safe as an XML id or a CSS class: ASCII letters, digits, `-` and `_`.
public struct Identifier: Hashable, Sendable {
  /// The word.
  public let value: String

  /// The safe form of `text`: every run of other characters becomes one `-`.
  ///
  /// Two texts may give one identifier; a drawing keeps the ids of its marks apart itself.
  public init(_ text: String) {
    var result = ""
    for byte in text.utf8.prefix(200) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: if result.last != "-" { result += "-" }
      }
    }
    if result.isEmpty || !(result.first?.isLetter ?? false) { result = "x" + result }
    value = result
  }
}

/// What a mark of a drawing is called in the SVG: for style sheets, scripts and screen readers.
public struct Annotation: Sendable {
  /// The wished id; a drawing appends a number where it is taken.
  public var identifier: Identifier?
  /// The CSS classes.
  public var classes: [Identifier]
  /// The tooltip, which screen readers read out as well; a mark without one is decoration.
  public var title: PlainText?

  /// What a mark is called.
  public init(_ identifier: Identifier? = nil, classes: [Identifier] = [], title: PlainText? = nil)
  {
    self.identifier = identifier
    self.classes = classes
    self.title = title
  }
}
