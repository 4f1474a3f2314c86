/// The escapes of JSON's strings.
enum JSONEscapes {
  /// A string without its escapes. Half of a surrogate pair becomes U+FFFD.
  @inline(never)
  static func replace(
    in text: FileText, _ arena: inout TextArena, _ window: inout TextWindow
  ) throws(ExchangeError) -> FileText {
    // No escape is shorter than the character it stands for.
    try arena.append(to: .none, upTo: text.count) { place throws(ExchangeError) in
      var (read, written) = (0, 0)
      func write(_ byte: UInt8) {
        place[written] = byte
        written += 1
      }
      while read < text.count {
        guard text[read] == UInt8(ascii: "\\") else {
          write(text[read])
          read += 1
          continue
        }
        if let plain = plain(text[read + 1]) {
          write(plain)
          read += 2
          continue
        }
        var units: [UInt16] = []
        while let unit = unit(of: text, at: read) {
          units.append(unit)
          read += 6
        }
        guard !units.isEmpty else {
          throw window.failure("a string holds a backslash that means nothing")
        }
        for byte in String(decoding: units, as: UTF16.self).utf8 { write(byte) }
      }
      return written
    }
  }

  /// What a letter after a backslash stands for.
  private static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    default: nil
    }
  }

  /// The code unit of an escape such as `\u00e9`.
  private static func unit(of text: FileText, at place: Int) -> UInt16? {
    guard place + 6 <= text.count, text[place] == UInt8(ascii: "\\"),
      text[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for place in place + 2..<place + 6 {
      guard let digit = Character(Unicode.Scalar(text[place])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
