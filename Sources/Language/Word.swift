/// What a word shows of itself, as hashes: its form, its beginning and end, its shape.
package struct Word: Sendable {
  /// The form with digits read as 0 and apostrophes made straight.
  var form: UInt64
  /// The same in small letters.
  var lower: UInt64
  /// The first one, two and three bytes.
  var prefixes: (UInt64, UInt64, UInt64)
  /// The last one to four bytes in small letters.
  var suffixes: (UInt64, UInt64, UInt64, UInt64)
  /// Kinds of characters, repetitions left out: "Xx", "X.X.", "Xx-0".
  var shape: UInt64

  /// What stands before the first and behind the last word.
  package static let outside = Word(constant: 1)
  /// The artificial root of a tree.
  static let root = Word(constant: 2)
  /// A place where there is no word.
  static let none = Word(constant: 3)

  private init(constant: UInt64) {
    form = constant
    lower = constant
    prefixes = (constant, constant, constant)
    suffixes = (constant, constant, constant, constant)
    shape = constant
  }

  /// The word that stands in a range of a text.
  package init(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    var form: UInt64 = 0xCBF2_9CE4_8422_2325
    var lower = form
    var shape = form
    var lastKind: UInt64 = 0
    // The last four and the first three bytes, latest lowest.
    var tail: UInt32 = 0
    var head: UInt32 = 0
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = text[index]
      index += 1
      var small = byte
      let kind: UInt64
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): kind = 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        kind = 2
        small = byte | 32
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        kind = 3
        byte = UInt8(ascii: "0")
        small = byte
      case 0xE2
      where index + 1 < range.upperBound && text[index] == 0x80 && text[index + 1] == 0x99
        && range.count > 3:
        // A curly apostrophe inside a word.
        byte = UInt8(ascii: "'")
        small = byte
        kind = UInt64(byte)
        index += 2
      case 128...: kind = 1
      default: kind = UInt64(byte)
      }
      form = (form ^ UInt64(byte)) &* 0x100_0000_01B3
      lower = (lower ^ UInt64(small)) &* 0x100_0000_01B3
      if kind != lastKind { shape = (shape ^ kind) &* 0x100_0000_01B3 }
      lastKind = kind
      tail = tail << 8 | UInt32(small)
      if count < 3 { head = head << 8 | UInt32(byte) }
      count += 1
    }
    self.form = WordHash.mixed(form)
    self.lower = WordHash.mixed(lower)
    self.shape = WordHash.mixed(shape ^ UInt64(min(count, 4)))
    let kept = min(count, 3)
    prefixes = (
      UInt64(head >> (8 * UInt32(max(kept - 1, 0)))),
      UInt64(kept > 1 ? head >> (8 * UInt32(kept - 2)) : head), UInt64(head)
    )
    suffixes = (
      UInt64(tail & 0xFF), UInt64(tail & 0xFFFF), UInt64(tail & 0xFF_FFFF), UInt64(tail)
    )
  }
}
