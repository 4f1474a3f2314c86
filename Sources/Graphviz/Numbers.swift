extension Double {
  /// The nearest value of `range`; what is not a number becomes its lower end.
  func clamped(to range: ClosedRange<Double>) -> Double {
    // `max` and `min` pass NaN through in one of their arguments, so it is asked first.
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}

/// A finite number with at most `places` decimals, the same on every machine and in every locale.
///
/// Values outside ±100,000 are brought to that limit: Graphviz fails on sizes of 10⁹.
func fixed(_ value: Double, places: Int = 2) -> String {
  let limit = 100_000.0
  let scale = places == 2 ? 100.0 : 10_000.0
  let scaled = Int((value.clamped(to: -limit...limit) * scale).rounded())
  let sign = scaled < 0 ? "-" : ""
  let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
  guard fraction > 0 else { return sign + String(whole) }
  var digits = String(fraction)
  digits = String(repeating: "0", count: places - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return sign + String(whole) + "." + digits
}
