import PartnerModel

/// What the places on a page of evidence are called, so that maps and other pages can lead there.
///
/// Names are made of what addresses may hold as it is, and stay the same as documents arrive.
public enum EvidenceAnchor {
  /// The place of an entity: `entity:country.RU`.
  public static func entity(_ id: EntityID) -> String { "entity:" + word(id.rawValue) }

  /// The place of a tie: `tie:country.RU:transfer:country.IN`.
  public static func tie(_ source: EntityID, _ type: TieType, _ target: EntityID) -> String {
    let ends = type.isUndirected && target < source ? (target, source) : (source, target)
    return "tie:\(word(ends.0.rawValue)):\(word(type.name)):\(word(ends.1.rawValue))"
  }

  /// Letters, digits, `-` and `_` as they are, `/` as `.`, other bytes as `~` and two digits; text
  /// that is too long ends in a number made of all of it.
  private static func word(_ text: String) -> String {
    var result = ""
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      guard result.utf8.count < 120 else { continue }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "/"): result += "."
      default: result += "~" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return result.utf8.count < 120 ? result : result + "~~" + String(hash, radix: 16)
  }
}
