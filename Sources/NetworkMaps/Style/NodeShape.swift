import Graphviz
import PartnerModel

/// The outline of an entity: circle, rounded box or double ellipse, all of the same area for the
/// same score.
struct NodeShape: Hashable, Sendable {
  var outline: Drawing.Outline
  var width: Double
  var height: Double
  /// The name, if it can be read within.
  var label: TextBlock?

  /// The smallest size at which a name is set within its shape.
  static let smallestFont = 9.0

  /// The shape of the area of a circle of `radius`. Where the outline leaves a choice of
  /// proportions, it is the one in which the name can be set largest.
  init(kind: EntityKind?, radius: Double, name: PlainText) {
    let area = 3.14159265358979 * radius * radius
    let largest = min(15, 8.5 + radius * 0.14)
    var best: (size: Double, width: Double, height: Double, block: TextBlock)?
    // No name fits into a dot.
    for block in radius < 7 ? [] : Self.breaks(of: name) {
      let unit = block.scaled(to: 1)
      let (width, height) = Self.proportions(kind, area: area, text: unit)
      let size = min(
        largest, Self.room(kind, width: width, height: height, text: unit))
      if size > (best?.size ?? 0) + 0.01 { best = (size, width, height, block) }
    }
    outline =
      switch kind {
      case .organisation: .roundedBox
      // Two rims need some room between them.
      case .person: radius >= 9 ? .doubleEllipse : .ellipse
      default: .ellipse
      }
    if let best, best.size >= Self.smallestFont {
      (width, height) = (best.width, best.height)
      label = best.block.scaled(to: best.size)
    } else {
      (width, height) = Self.proportions(kind, area: area, text: nil)
      label = nil
    }
  }

  /// The name in one, two and three lines, at size 10.
  private static func breaks(of name: PlainText) -> [TextBlock] {
    let whole = AdvanceWidths.width(of: name, size: 10)
    let longest =
      name.value.split(separator: " ")
      .map { AdvanceWidths.width(of: PlainText(String($0)), size: 10) }.max() ?? 0
    guard longest <= 160 else { return [] }
    var result: [TextBlock] = []
    for lines in 1...3 {
      let block = TextBlock(
        name, size: 10, width: max(longest, whole / Double(lines) * 1.15) + 0.1, lineLimit: lines)
      let isWhole = block.text == name.value
      if isWhole && !result.contains(block) { result.append(block) }
    }
    return result
  }

  private static func proportions(
    _ kind: EntityKind?, area: Double, text: TextBlock?
  ) -> (Double, Double) {
    switch kind {
    case .organisation:
      let ratio = text.map { min(max(($0.width + 1) / ($0.height + 0.5), 1.25), 4) } ?? 1.6
      return ((area * ratio).squareRoot(), (area / ratio).squareRoot())
    case .person:
      let ratio = text.map { min(max($0.width / $0.height, 1.3), 2.3) } ?? 1.6
      let square = area / (3.14159265358979 / 4)
      return ((square * ratio).squareRoot(), (square / ratio).squareRoot())
    default:
      let side = 2 * (area / 3.14159265358979).squareRoot()
      return (side, side)
    }
  }

  /// The largest font size at which the text, given at size 1, stays within the outline.
  private static func room(
    _ kind: EntityKind?, width: Double, height: Double, text: TextBlock
  ) -> Double {
    // Lines are set 1.2 em apart, but letters fill only about 0.9 of it.
    let high = text.height - 0.3
    switch kind {
    case .organisation:
      return min((width - 8) / text.width, (height - 4) / high)
    case .person:
      let across = text.width / max(width - 12, 1)
      let along = high / max(height - 11, 1)
      return 1 / (across * across + along * along).squareRoot()
    default:
      return (width - 4) / (text.width * text.width + high * high).squareRoot()
    }
  }

  /// The shape in a smaller picture, which has room for its name only where it can still be read.
  func scaled(by factor: Double, smallestFont: Double) -> NodeShape {
    guard factor != 1 else { return self }
    var result = self
    result.width *= factor
    result.height *= factor
    // Two rims of a very small shape would run into each other.
    if outline == .doubleEllipse, result.height < 9 { result.outline = .ellipse }
    result.label = label.flatMap { block in
      let size = block.size * factor
      return size >= smallestFont ? block.scaled(to: size) : nil
    }
    return result
  }

  /// The upright rectangle around the shape at a place.
  func box(at centre: Point) -> Box { Box(centre: centre, width: width, height: height) }

  /// Whether a point, relative to the centre, lies within the outline grown by `margin`.
  func contains(_ point: Point, margin: Double = 0) -> Bool {
    let across = width / 2 + margin
    let along = height / 2 + margin
    guard outline == .roundedBox else {
      let x = point.x / across
      let y = point.y / along
      return x * x + y * y <= 1
    }
    guard abs(point.x) <= across, abs(point.y) <= along else { return false }
    let corner = min(12, across, along) * 0.8
    let x = abs(point.x) - (across - corner)
    let y = abs(point.y) - (along - corner)
    return x <= 0 || y <= 0 || x * x + y * y <= corner * corner
  }
}
