/// A JSON value whose objects keep the order of their members, so that output is the same bytes
/// every time.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written so that it reads back as the same number; `null` if it is none.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSON

    /// Made of its parts.
    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// A text, or `null`.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A whole number, or `null`.
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  /// A number, or `null`.
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// An array.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// An object, its members in the order given.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension JSON {
  /// An object with a member more at its end, if there is a value for it.
  func adding(_ key: String, _ value: JSON?) -> JSON {
    guard let value, case .object(let members) = self else { return self }
    return .object(members + [Member(key: key, value: value)])
  }

  /// The value on one line.
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value over as many lines as are good to read: what fits on one line stands on one.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0, used: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value, on one line.
  public func write(to bytes: inout [UInt8]) { _ = write(to: &bytes, upTo: .max) }

  /// Appends the value on one line; of an array or an object only the beginning if that is enough
  /// to see that there would be more than `most` bytes.
  ///
  /// - Returns: Whether there are no more than that.
  private func write(to bytes: inout [UInt8], upTo most: Int) -> Bool {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): JSON.write(value, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes += ", ".utf8 }
        guard element.write(to: &bytes, upTo: most) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes += ", ".utf8 }
        JSON.write(member.key, to: &bytes)
        bytes += ": ".utf8
        guard member.value.write(to: &bytes, upTo: most) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes.count <= most
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // Most texts need no escapes.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      bytes += text.utf8
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      // The delete character as well: it would be swallowed by a terminal.
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let lineLength = 100

  /// Appends the value, which goes on on a line that has `used` bytes already.
  private func write(to bytes: inout [UInt8], indent: Int, used: Int) {
    let start = bytes.count
    if write(to: &bytes, upTo: start + JSON.lineLength - used) { return }
    func breakLine(_ indent: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: indent)
    }
    switch self {
    case .array(let elements) where !elements.isEmpty:
      bytes.removeLast(bytes.count - start)
      for (place, element) in elements.enumerated() {
        bytes.append(place > 0 ? UInt8(ascii: ",") : UInt8(ascii: "["))
        breakLine(indent + 2)
        element.write(to: &bytes, indent: indent + 2, used: indent + 3)
      }
      breakLine(indent)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members) where !members.isEmpty:
      bytes.removeLast(bytes.count - start)
      for (place, member) in members.enumerated() {
        bytes.append(place > 0 ? UInt8(ascii: ",") : UInt8(ascii: "{"))
        breakLine(indent + 2)
        let key = bytes.count
        JSON.write(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(
          to: &bytes, indent: indent + 2, used: indent + 3 + bytes.count - key)
      }
      breakLine(indent)
      bytes.append(UInt8(ascii: "}"))
    default: break
    }
  }
}
