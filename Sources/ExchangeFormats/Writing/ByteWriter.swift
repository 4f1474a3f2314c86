/// Bytes of a text file under way.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The shortest decimal number that reads back the same.
  mutating func write(_ number: Double) {
    let text = number.description
    write(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// A cell of a delimited file, in quotation marks where it needs them.
  mutating func writeCell(_ text: String, delimiter: UInt8) {
    let utf8 = text.utf8
    let needsMarks =
      utf8.first == 32 || utf8.last == 32 || utf8.first == UInt8(ascii: "#")
      || utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
    guard needsMarks else { return write(text) }
    write("\"")
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    write("\"")
  }

  /// A string of JSON.
  mutating func writeString(_ text: String) {
    write("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 10: write("\\n")
      case 13: write("\\r")
      case 9: write("\\t")
      case 0..<32:
        write("\\u00")
        write(byte < 16 ? "0" : "")
        write(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    write("\"")
  }

  /// Text of XML, in an element or in an attribute. XML cannot say most control characters; they
  /// become U+FFFD.
  mutating func writeMarkup(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "\t", "\n", "\r": write("&#\(scalar.value);")
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": write("\u{FFFD}")
      default: write(String(scalar))
      }
    }
  }
}
