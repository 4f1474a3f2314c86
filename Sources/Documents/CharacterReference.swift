/// The character references of HTML, "&amp;" and "&#8217;".
enum CharacterReference {
  private static let longest = 12

  /// The scalar that the reference at an ampersand stands for and the bytes it takes; `nil` when
  /// there is none that ends with a semicolon.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    var end = start + 1
    let limit = min(bytes.count, start + longest)
    while end < limit, bytes[end] != UInt8(ascii: ";") {
      guard
        isLetterByte(bytes[end]) && bytes[end] < 0x80 || isDigitByte(bytes[end])
          || bytes[end] == UInt8(ascii: "#")
      else { return nil }
      end += 1
    }
    guard end < limit, end > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
    if name[0] == UInt8(ascii: "#") {
      return number(name).map { ($0, end + 1 - start) }
    }
    return named[String(decoding: name, as: UTF8.self)].flatMap(Unicode.Scalar.init)
      .map { ($0, end + 1 - start) }
  }

  private static func number(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = name.count > 2 && name[1] | 0x20 == UInt8(ascii: "x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // Pages that give Windows-1252 codes mean these characters (HTML standard, 13.2.5.80).
    if (0x80...0x9F).contains(value) {
      return Unicode.Scalar(Windows1252.table[Int(value) - 0x80])
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// Those that occur in running text.
  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
      "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
      "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "hellip": 0x2026, "bull": 0x2022,
      "middot": 0xB7, "laquo": 0xAB, "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A,
      "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "copy": 0xA9, "reg": 0xAE,
      "trade": 0x2122, "deg": 0xB0, "plusmn": 0xB1, "frac12": 0xBD, "frac14": 0xBC, "sect": 0xA7,
      "para": 0xB6, "times": 0xD7, "shy": 0xAD, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
      "zwnj": 0x200C, "zwj": 0x200D, "prime": 0x2032, "Prime": 0x2033, "minus": 0x2212,
      "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178,
    ]
    // The letters of Latin 1 in their order.
    let letters = """
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute \
      Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
      Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc \
      euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
      ugrave uacute ucirc uuml yacute thorn yuml
      """
    for (index, name) in letters.split(separator: " ").enumerated() {
      table[String(name)] = UInt32(0xC0 + index)
    }
    return table
  }()
}
