import Testing

@testable import Documents

@Suite struct DecodedTextTests {
  private func text(_ bytes: [UInt8]) -> String? {
    DecodedText(bytes).map { String(decoding: $0.utf8, as: UTF8.self) }
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test func byteOrderMarksAreNoText() {
    let plain = "Zürich – “so” 😀"
    #expect(text(Array(plain.utf8)) == plain)
    #expect(text([0xEF, 0xBB, 0xBF] + Array(plain.utf8)) == plain)
    #expect(text([0xFF, 0xFE] + utf16(plain, bigEndian: false)) == plain)
    #expect(text([0xFE, 0xFF] + utf16(plain, bigEndian: true)) == plain)
  }

  @Test func latinTextInUTF16WithoutMark() {
    #expect(text(utf16("Two ministers met.", bigEndian: false)) == "Two ministers met.")
    #expect(text(utf16("Two ministers met.", bigEndian: true)) == "Two ministers met.")
  }

  /// The bytes are those that Python's "cp1252" codec gives.
  @Test func windows1252() {
    let decoded = DecodedText(
      [0x93] + Array("Caf".utf8) + [0xE9, 0x94, 0x20, 0x96, 0x20, 0x80] + Array("5 m".utf8))
    #expect(decoded.map { String(decoding: $0.utf8, as: UTF8.self) } == "“Café” – €5 m")
    #expect(decoded?.remark == .windows1252)
  }

  @Test func damagedTextIsRepairedAndReported() {
    let decoded = DecodedText(Array("Größe, Länge, Höhe ".utf8) + [0xFF] + Array("ü".utf8))
    #expect(
      decoded.map { String(decoding: $0.utf8, as: UTF8.self) } == "Größe, Länge, Höhe \u{FFFD}ü")
    #expect(decoded?.remark == .repaired(1))
    let odd = DecodedText([0xFF, 0xFE] + utf16("Minister", bigEndian: false) + [0x41])
    #expect(odd?.remark == .repaired(1))
  }

  @Test(arguments: [
    [0x25, 0x50, 0x44, 0x46, 0x00, 0x01], [UInt8](repeating: 1, count: 40), Array(0..<255),
  ])
  func binaryIsNoText(bytes: [UInt8]) {
    #expect(DecodedText(bytes) == nil)
  }

  @Test func emptyIsText() { #expect(text([]) == "") }
}
