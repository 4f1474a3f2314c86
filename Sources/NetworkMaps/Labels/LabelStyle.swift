import Graphviz

/// How large names are set beside their shapes.
struct LabelStyle: Hashable, Sendable {
  /// The size for the least central entity.
  var smallest: Double
  /// The size for the most central one.
  var largest: Double
  /// Where there is no room, names are set down to this size.
  var least: Double

  /// Maps on which every line is read.
  static let sparse = LabelStyle(smallest: 9.5, largest: 12.5, least: 8)
  /// Maps of more entities than that.
  static let dense = LabelStyle(smallest: 8.5, largest: 11.5, least: 7)
  /// The pictures of a sheet.
  static let panel = LabelStyle(smallest: 8, largest: 10, least: 7)

  /// The name as it is best set; `share` is its score relative to the highest.
  func block(_ name: PlainText, share: Double) -> TextBlock {
    let size = smallest + (largest - smallest) * max(0, min(share, 1)).squareRoot()
    return TextBlock(name, size: (size * 4).rounded() / 4, width: 11 * size, lineLimit: 3)
  }

  /// The name as it may be set: the best first, then narrower, then smaller.
  func blocks(_ name: PlainText, share: Double) -> [TextBlock] {
    let best = block(name, share: share)
    let narrow = TextBlock(name, size: best.size, width: 6.5 * best.size, lineLimit: 3)
    let isWhole = narrow.lines.count > best.lines.count && narrow.text == best.text
    let shapes = isWhole ? [best, narrow] : [best]
    var result = shapes
    var size = best.size
    while size > least {
      size = max(least, size * 0.88)
      result += shapes.map { $0.scaled(to: size) }
    }
    return result
  }
}
