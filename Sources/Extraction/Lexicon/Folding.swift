import Foundation

/// How words are compared: lower case, without accents and dots.
enum Folding {
  /// The key of a word: "Türkiye" and "Turkiye" have one, "U.S." and "US" too.
  static func key(_ word: some StringProtocol) -> String {
    var word = String(word)
    var isUnusual = false
    let folded: String? = word.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 && !changes($0) }) { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { target in
        let count = fold(bytes, into: target)
        isUnusual = count == nil
        return count ?? 0
      }
    }
    return isUnusual ? unusual(word) : folded ?? word
  }

  /// Whether folding changes or drops a character of ASCII.
  private static func changes(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte == 0x2E || byte == 0x27
  }

  /// Writes the key of a word, which is no longer than the word, and gives its length; `nil` if the
  /// word holds letters that only Unicode's own tables know how to fold.
  static func fold(
    _ word: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        index += 1
        if byte == 0x2E || byte == 0x27 { continue }
        target[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
      } else if let letter = LatinLetters.folded(at: index, in: word) {
        index += letter.length
        target[count] = letter.first
        count += 1
        if letter.second != 0 {
          target[count] = letter.second
          count += 1
        }
      } else if let mark = mark(at: index, in: word) {
        if mark & 0xFE != 0x98 {
          for place in 0..<3 { target[count + place] = word[index + place] }
          count += 3
        }
        index += 3
      } else {
        return nil
      }
    }
    return count
  }

  /// The last byte of a dash, an ellipsis or a quotation mark; ‘ and ’ have 0x98 and 0x99.
  private static func mark(at index: Int, in word: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard index + 2 < word.count, word[index] == 0xE2, word[index + 1] == 0x80 else { return nil }
    let last = word[index + 2]
    return last >= 0x90 && last <= 0xA6 ? last : nil
  }

  /// The key of any word, by decomposing its letters.
  static func unusual(_ word: String) -> String {
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

/// The letters of Latin alphabets with marks, and the plain letters they are compared as.
private enum LatinLetters {
  /// The first letter of the table, which goes on to U+027F.
  private static let start: UInt32 = 0xC0
  /// Two letters each, the second 0 where there is one; both 0 where there is none.
  private static let table: [(UInt8, UInt8)] = {
    var table = [(UInt8, UInt8)](repeating: (0, 0), count: 0x280 - 0xC0)
    for group in groups.split(separator: "\n") {
      let parts = group.split(separator: " ")
      let letters = Array(parts[0].utf8)
      for scalar in parts[1].unicodeScalars {
        table[Int(scalar.value - start)] = (letters[0], letters.count > 1 ? letters[1] : 0)
      }
    }
    return table
  }()

  private static let groups = """
    a ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧ
    ae ÆæǢǣǼǽ
    c ÇçĆćĈĉĊċČč
    d ĎďĐđ
    e ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩ
    g ĜĝĞğĠġĢģǦǧǴǵ
    h ĤĥȞȟ
    i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋ
    j Ĵĵǰ
    k ĶķǨǩ
    l ĹĺĻļĽľŁł
    n ÑñŃńŅņŇňǸǹ
    o ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱ
    r ŔŕŖŗŘřȐȑȒȓ
    s ŚśŜŝŞşŠšȘș
    ss ß
    t ŢţŤťȚț
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗ
    w Ŵŵ
    y ÝýÿŶŷŸȲȳ
    z ŹźŻżŽž
    """

  /// The plain letters for the letter of two bytes at `index`.
  static func folded(
    at index: Int, in word: UnsafeBufferPointer<UInt8>
  ) -> (first: UInt8, second: UInt8, length: Int)? {
    let lead = word[index]
    guard lead >= 0xC3, lead <= 0xC9, index + 1 < word.count else { return nil }
    let scalar = UInt32(lead & 0x1F) << 6 | UInt32(word[index + 1] & 0x3F)
    let (first, second) = table[Int(scalar - start)]
    return first == 0 ? nil : (first, second, 2)
  }
}
