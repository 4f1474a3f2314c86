import PartnerModel

/// What single fields mean: numbers and dates read from bytes without a string in between.
enum FieldReader {
  /// A weight: finite and not negative; `nil` for anything else.
  @inline(__always)
  static func weight(_ text: UnsafeRawBufferPointer) -> Double? {
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
  private static func slowWeight(_ text: UnsafeRawBufferPointer) -> Double? {
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

  /// A day, month, year, two of them joined by `/`, or a point of time of which the day counts.
  @inline(__always)
  static func date(_ text: UnsafeRawBufferPointer) -> PartialDate? {
    guard text.count == 10, let day = day(text) else { return slowDate(text) }
    return PartialDate(day)
  }

  @inline(__always)
  private static func day(_ text: UnsafeRawBufferPointer) -> Day? {
    func digit(_ place: Int) -> Int { Int(text[place]) &- 48 }
    var bad = text[4] ^ UInt8(ascii: "-") | text[7] ^ UInt8(ascii: "-")
    for place in 0..<10 where place != 4 && place != 7 {
      if text[place] &- 48 > 9 { bad = 1 }
    }
    if bad != 0 { return nil }
    return Day(
      year: digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3),
      month: digit(5) &* 10 &+ digit(6), day: digit(8) &* 10 &+ digit(9))
  }

  @inline(never)
  private static func slowDate(_ text: UnsafeRawBufferPointer) -> PartialDate? {
    guard text.count <= 64 else { return nil }
    // 2012-10-17T08:30:00Z or 2012-10-17 08:30
    if text.count > 10, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " ") {
      return day(UnsafeRawBufferPointer(rebasing: text[..<10])).map { PartialDate($0) }
    }
    return PartialDate(String(decoding: text, as: UTF8.self))
  }
}
