import PartnerModel

/// What single fields mean: numbers and dates read from bytes without a string in between.
enum FieldReader {
  /// A weight: finite and not negative; `nil` for anything else.
  ///
  /// - Parameter room: How many bytes may be read from where the text begins.
  @inline(__always)
  static func weight(_ text: FileText, room: Int = 0) -> Double? {
    if text.count <= 8, room >= 8, let weight = shortWeight(text) { return weight }
    return longWeight(text)
  }

  /// A number of up to eight signs, digits and perhaps a point, all of them looked at at once.
  @inline(__always)
  private static func shortWeight(_ text: FileText) -> Double? {
    let count = text.count
    let word = text.head(room: 8)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let other = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let points = ~((other & low) &+ low | other | low)
    let place = points == 0 ? count : points.trailingZeroBitCount >> 3
    let digitCount = points == 0 ? count : count &- 1
    // Without the point, their values, the last digit highest. A second point is no digit.
    let before: UInt64 = (1 << (8 &* place)) &- 1
    let joined: UInt64 = (word & before) | ((word >> 8) & ~before)
    let digits: UInt64 = (joined ^ 0x3030_3030_3030_3030) << (8 &* (8 &- digitCount))
    let excess = ((digits & low) &+ 0x7676_7676_7676_7676 | digits) & ~low
    guard excess == 0, digitCount > 0 else { return nil }
    // Neighbours are joined to numbers of two digits, those of four, and those of eight.
    let pairs: UInt64 = digits &* 10 &+ (digits >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let upper: UInt64 = (pairs & mask) &* 0x000F_4240_0000_0064
    let lower: UInt64 = ((pairs >> 16) & mask) &* 0x0000_2710_0000_0001
    let number = (upper &+ lower) >> 32
    return Double(number) / powersOfTen[digitCount &- place]
  }

  private static func longWeight(_ text: FileText) -> Double? {
    // Up to 18 digits and no exponent: exact when the digits fit 53 bits and the power of ten 22.
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    for byte in text {
      if byte &- 48 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 48)
        digits += 1
        if seenPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        return slowWeight(text)
      }
    }
    guard digits > 0, digits <= 18, mantissa < 1 << 53 else { return slowWeight(text) }
    return decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
  }

  @inline(never)
  private static func slowWeight(_ text: FileText) -> Double? {
    // Swift itself would also take hexadecimal numbers, "inf" and "nan".
    let allowed = text.allSatisfy { byte in
      (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
    }
    guard allowed, text.count <= 400, let value = Double(String(decoding: text, as: UTF8.self)),
      value.isFinite, value >= 0
    else { return nil }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]

  /// What a row says of its own standing; `nil` for a word that is none of them.
  static func status(_ text: FileText) -> Status? {
    Status.allCases.first { $0.rawValue.utf8.elementsEqual(text) }
  }

  /// A day, month, year, two of them joined by `/`, or a point of time of which the day counts.
  @inline(__always)
  static func date(_ text: FileText) -> PartialDate? {
    guard text.count == 10, let day = day(text) else { return slowDate(text) }
    return PartialDate(day)
  }

  /// Reads `2012-10-17`; `text` has ten bytes or more.
  @inline(__always)
  private static func day(_ text: FileText) -> Day? {
    // Against "0000-00-": what remains of a digit is its value, and of a hyphen nothing. Adding
    // 0x76 lifts all above 9 into the highest bit, adding 0x7F all above 0.
    let first =
      text.loadUnaligned(as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3030
    let last = text.loadUnaligned(fromByteOffset: 8, as: UInt16.self).littleEndian ^ 0x3030
    let excess =
      (first &+ 0x7F76_767F_7676_7676 | first) & 0x8080_8080_8080_8080
      | UInt64((last &+ 0x7676 | last) & 0x8080)
    if excess != 0 { return nil }
    func digit(_ place: UInt64) -> Int { Int(truncatingIfNeeded: first >> (8 * place) & 15) }
    return Day(
      year: digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3),
      month: digit(5) &* 10 &+ digit(6), day: Int(last & 15) &* 10 &+ Int(last >> 8))
  }

  @inline(never)
  private static func slowDate(_ text: FileText) -> PartialDate? {
    guard text.count <= 64 else { return nil }
    // 2012-10-17T08:30:00Z or 2012-10-17 08:30
    if text.count > 10, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " ") {
      return day(FileText(rebasing: text[..<10])).map { PartialDate($0) }
    }
    return PartialDate(String(decoding: text, as: UTF8.self))
  }
}
