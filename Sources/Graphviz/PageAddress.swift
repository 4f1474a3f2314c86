/// The address of a page that a mark leads to: relative, or on the web.
///
/// Addresses that could run something (`javascript:`, `data:`) or that leave the site unsaid
/// (`//host`) are not taken; what a link may not hold is percent-encoded.
public struct PageAddress: Hashable, Sendable {
  /// Safe as an attribute in double quotes, once `&` is escaped.
  let value: String

  /// The address of a page or of a file beside the picture, without the place on it; `nil` if it is
  /// none.
  public init?(_ text: String) {
    let page = text.prefix { $0 != "#" }
    guard !page.isEmpty, page.utf8.count <= 2_000, !page.hasPrefix("//"),
      page.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" })
    else { return nil }
    let beforePath = page.prefix { $0 != "/" && $0 != "?" }
    if let colon = beforePath.firstIndex(of: ":") {
      guard ["http", "https"].contains(beforePath[..<colon].lowercased()) else { return nil }
    }
    value = Self.encoded(page, keeping: "-._~:/?@!$&()*+,;=%")
  }

  private init(value: String) { self.value = value }

  /// The address of a place on the page.
  public func place(_ name: String) -> PageAddress {
    PageAddress(value: value + "#" + Self.encoded(name[...], keeping: "-._~:/"))
  }

  var xml: String { value.replacing("&", with: "&amp;") }

  private static func encoded(_ text: Substring, keeping kept: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || kept.utf8.contains(byte)
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
