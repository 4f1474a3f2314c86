/// Text that cannot harm what it is written into: one line, without controls, of bounded length.
///
/// Everything that a picture shows or says passes through this type. It drops what XML 1.0 cannot
/// hold, what turns the reading direction of the surrounding text around, what is invisible, and
/// piles of combining marks; white space of any kind becomes single spaces.
public struct PlainText: Hashable, Sendable {
  /// The clean text.
  public let value: String

  /// The clean form of `text`; anything past `limit` characters becomes an ellipsis.
  public init(_ text: String, limit: Int = 200) {
    var result = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      let isASCII = scalar.value > 0x20 && scalar.value < 0x7F
      if !isASCII && (scalar.value <= 0x20 || scalar.properties.isWhitespace) {
        // A control separates words where it stands between them: "a\u{0}b" must not read "ab".
        pendingSpace = !result.isEmpty
        continue
      }
      guard isASCII || Self.isVisible(scalar) else { continue }
      if !isASCII && Self.isMark(scalar) {
        marks += 1
        if marks > 2 || result.isEmpty || pendingSpace { continue }
      } else {
        marks = 0
        count += pendingSpace ? 2 : 1
        if count > max(limit, 1) {
          result.append("…")
          break
        }
        if pendingSpace { result.append(" ") }
        pendingSpace = false
      }
      result.append(scalar)
    }
    value = String(result)
  }

  /// Whether nothing is left to show.
  public var isEmpty: Bool { value.isEmpty }

  /// For XML text and for attribute values in double quotes.
  var xml: String {
    var result = ""
    for character in value.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// For a Graphviz label, where `\N` and the like are escapes and `&eacute;` is decoded.
  var label: String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether XML 1.0 can hold the scalar (production 2, less the C1 controls) and it has a glyph.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xD7FF, 0xE000...0xFFFD, 0x10000...0x1FFFD: break
    case 0x20000...0x10FFFF where scalar.value & 0xFFFE != 0xFFFE: break
    default: return false
    }
    switch scalar.properties.generalCategory {
    // Format characters hold the bidirectional overrides, zero-width spaces and tags.
    case .format, .control, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }
}

extension PlainText: ExpressibleByStringLiteral {
  /// The clean form of a literal.
  public init(stringLiteral value: String) { self.init(value) }
}
