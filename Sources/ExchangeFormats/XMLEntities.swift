/// The entities of XML that need no document type.
enum XMLEntities {
  /// A text with another after it whose entities are replaced.
  @inline(never)
  static func append(
    _ part: FileText, to text: FileText, _ arena: inout TextArena, _ window: inout TextWindow
  ) throws(ExchangeError) -> FileText {
    // No entity is shorter than the character it stands for.
    try arena.append(to: text, upTo: part.count) { place throws(ExchangeError) in
      var (read, written) = (0, 0)
      while read < part.count {
        guard part[read] == UInt8(ascii: "&") else {
          place[written] = part[read]
          written += 1
          read += 1
          continue
        }
        let rest = part[read...].prefix(20)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
          let character = character(String(decoding: part[(read + 1)..<end], as: UTF8.self))
        else {
          let shown = String(decoding: rest.prefix(13), as: UTF8.self)
          throw window.failure("'\(shown)' is no entity that is known here")
        }
        for byte in String(character).utf8 {
          place[written] = byte
          written += 1
        }
        read = end + 1
      }
      return written
    }
  }

  private static func character(_ entity: String) -> Unicode.Scalar? {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return nil }
      let digits = entity.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}
