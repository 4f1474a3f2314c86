/// Weights of features for the three moves, in place in the bytes of a model.
///
/// Only differences matter, so that a feature needs two numbers: how much it speaks for `left` and
/// how much for `right`, against `shift`. They share 32 bits with twelve bits of the feature's
/// hash; sixteen such slots, one line of the processor's cache, are looked through at once.
package struct MoveWeights {
  /// The sixteen slots in which a feature can lie.
  package typealias Line = SIMD16<Int32>

  let lines: UnsafePointer<Line>
  let shift: UInt64

  /// The bits that tell a feature from others of its line.
  @inline(__always)
  package static func fingerprint(_ hash: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: hash >> 8) & 0xFFF
  }

  /// A slot of weights within -511...511.
  package static func slot(_ hash: UInt64, left: Int, right: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: fingerprint(hash)) << 20 | (UInt32(truncatingIfNeeded: left) & 0x3FF)
      << 10
      | (UInt32(truncatingIfNeeded: right) & 0x3FF)
  }

  /// Asks for the lines of all features, so that waiting for one is waiting for all.
  @inline(__always)
  func fetch(_ features: borrowing FeatureList, using scratch: borrowing LookupScratch) {
    var touched: Int32 = 0
    for index in 0..<features.count {
      touched ^= lines[Int(truncatingIfNeeded: features[index] &>> shift)][0]
    }
    scratch.touch(UInt32(bitPattern: touched))
  }

  /// How much some of the features speak for `left` and `right`.
  @inline(__always)
  func scores(
    _ features: borrowing FeatureList, _ range: Range<Int>
  ) -> (left: Int32, right: Int32) {
    var left = Line(repeating: 0)
    var right = Line(repeating: 0)
    var index = range.lowerBound
    while index < range.upperBound {
      let hash = features[index]
      index &+= 1
      let line = lines[Int(truncatingIfNeeded: hash &>> shift)]
      // All ones where the fingerprint is the same: only nought less one is negative.
      let difference = (line &>> 20 & 0xFFF) ^ Line(repeating: Self.fingerprint(hash))
      let slots = line & ((difference &- 1) &>> 31)
      left &+= (slots &<< 12) &>> 22
      right &+= (slots &<< 22) &>> 22
    }
    return (left.wrappedSum(), right.wrappedSum())
  }
}
