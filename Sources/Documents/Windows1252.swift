/// The eight-bit code of Western Europe, with curly quotes and dashes.
enum Windows1252 {
  /// Whether every byte has a meaning in Windows-1252 and most of those above 0x7F are letters or
  /// quotation marks and dashes, as in running text.
  static func fits(_ bytes: [UInt8]) -> Bool {
    var high = 0
    var textual = 0
    for byte in bytes where byte >= 0x80 {
      if table[Int(byte) - 0x80] == 0 { return false }
      high += 1
      switch byte {
      case 0x85, 0x8A, 0x8C, 0x8E, 0x91...0x97, 0x9A, 0x9C, 0x9E, 0x9F, 0xA0, 0xA3, 0xA9, 0xAB,
        0xB0, 0xB7, 0xBB, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF, 0x80:
        textual += 1
      default: break
      }
    }
    return textual * 10 >= high * 9 && high * 2 <= bytes.count
  }

  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else if let scalar = Unicode.Scalar(table[Int(byte) - 0x80]) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return output
  }

  /// The upper half of Windows-1252; 0 where it defines nothing.
  static let table: [UInt16] =
    [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ] + (0xA0...0xFF)
}
