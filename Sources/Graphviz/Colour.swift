/// A colour of the sRGB space with opacity.
public struct Colour: Hashable, Sendable {
  /// Red, green and blue, eight bits each: `0x0072B2`.
  public let value: UInt32
  /// From 0, invisible, to 1, solid.
  public let opacity: Double

  /// The colour written `#RRGGBB`; opacity outside 0...1 is brought to its nearer end.
  public init(_ value: UInt32, opacity: Double = 1) {
    self.value = value & 0xFF_FFFF
    self.opacity = opacity.clamped(to: 0...1)
  }

  /// The same colour with another opacity.
  public func with(opacity: Double) -> Colour { Colour(value, opacity: opacity) }

  var attribute: String {
    let digits = hexadecimal(value, width: 6)
    return opacity >= 1
      ? "#" + digits : "#" + digits + hexadecimal(UInt32((opacity * 255).rounded()), width: 2)
  }
}

private func hexadecimal(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
