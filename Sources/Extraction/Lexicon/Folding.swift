import Foundation

/// How words are compared: lower case, without accents and dots.
enum Folding {
  /// The key of a word: "Türkiye" and "Turkiye" have one, "U.S." and "US" too.
  static func key(_ word: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x2E, 0x27: continue
      case 0x80...: return accented(String(word))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func accented(_ word: String) -> String {
    var result = ""
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      switch scalar {
      case "ı": result += "i"
      case "ø", "Ø": result += "o"
      case "ł", "Ł": result += "l"
      case "đ", "Đ": result += "d"
      case "ß": result += "ss"
      case "æ", "Æ": result += "ae"
      case "’", "‘", "'", ".": continue
      default: result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// The keys of the words of a name, split at spaces, hyphens and slashes; `&` is "and".
  static func keys(ofName name: String) -> [String] {
    name.split { $0 == " " || $0 == "-" || $0 == "/" || $0 == "–" || $0 == "," }
      .map { $0 == "&" ? "and" : key($0) }.filter { !$0.isEmpty }
  }
}
