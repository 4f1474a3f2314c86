/// Numbers for people: as many decimals as show four figures of the greatest.
enum Decimals {
  /// How many decimals suit all of some numbers.
  static func fitting(_ numbers: [Double]) -> Int {
    let finite = numbers.filter(\.isFinite)
    if finite.allSatisfy({ $0 == $0.rounded() }) { return 0 }
    if finite.allSatisfy({ 2 * $0 == (2 * $0).rounded() }) { return 1 }
    var greatest = finite.map { abs($0) }.max() ?? 0
    guard greatest > 0 else { return 0 }
    var decimals = 3
    while greatest >= 10, decimals > 1 {
      greatest /= 10
      decimals -= 1
    }
    while greatest < 1, decimals < 8 {
      greatest *= 10
      decimals += 1
    }
    return decimals
  }

  /// The number with a point and as many decimals.
  static func text(_ number: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "\(number)" }
    let digits = String(Int(abs(scaled)))
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + filled }
    return sign + filled.dropLast(decimals) + "." + filled.suffix(decimals)
  }

  /// A number on its own, with as few decimals as it needs, two at most.
  static func short(_ number: Double) -> String {
    text(number, decimals: min(2, fitting([number])))
  }

  /// A number as its user wrote it: `2`, `0.2`, `0.125`.
  static func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share as a percentage.
  static func percent(_ share: Double) -> String { text(share * 100, decimals: 0) + " %" }
}
