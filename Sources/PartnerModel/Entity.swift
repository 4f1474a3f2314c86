/// What kind of partner an entity is.
public enum EntityKind: String, Codable, CaseIterable, Sendable {
  case country, organisation, person
}

/// The stable identifier of an entity: `country/RU`, `organisation/nato`, `person/sergei-chemezov`.
///
/// In a graph read from an exchange file it is the file's own node id.
public struct EntityID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The identifier as text.
  public let rawValue: String

  /// Made of its parts.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The identifier of a country by its ISO 3166-1 alpha-2 code.
  public static func country(_ code: String) -> EntityID { EntityID(rawValue: "country/\(code)") }

  /// The identifier of an organisation or a person by name: lower case, words joined by hyphens.
  public static func named(_ name: String, kind: EntityKind) -> EntityID {
    EntityID(rawValue: "\(kind.rawValue)/\(slug(name))")
  }

  /// Alphabetical.
  public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue < b.rawValue }

  /// Letters and digits of `text` in lower case, runs of anything else as one hyphen.
  public static func slug(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(text) }
    var result = ""
    var pending = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pending && !result.isEmpty { result += "-" }
        pending = false
        result.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "’" && scalar != "." {
        pending = true
      }
    }
    return result
  }

  /// The same for names in plain letters, which most are.
  private static func asciiSlug(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var pending = false
    for byte in text.utf8 {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower &- 0x61 < 26 || lower &- 0x30 < 10 {
        if pending && !result.isEmpty { result.append(UInt8(ascii: "-")) }
        pending = false
        result.append(lower)
      } else if lower != UInt8(ascii: "'") && lower != UInt8(ascii: ".") {
        pending = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension EntityID: CustomStringConvertible, ExpressibleByStringLiteral {
  /// Made of its parts.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// The identifier as text.
  public var description: String { rawValue }
}

/// A country, an organisation or a person that documents speak of.
public struct Entity: Hashable, Sendable, Codable {
  /// The stable identifier.
  public var id: EntityID
  /// `nil` where an exchange file does not say.
  public var kind: EntityKind?
  /// The name to show.
  public var name: String
  /// Other names it goes by, without `name`.
  public var aliases: [String]

  /// Made of its parts.
  public init(id: EntityID, kind: EntityKind?, name: String, aliases: [String] = []) {
    self.id = id
    self.kind = kind
    self.name = name
    self.aliases = aliases
  }
}
