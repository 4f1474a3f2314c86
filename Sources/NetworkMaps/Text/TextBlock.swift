import Graphviz

/// Text broken into lines, with the room it takes.
struct TextBlock: Hashable, Sendable {
  var lines: [PlainText]
  var size: Double
  var isBold: Bool
  var width: Double

  /// The lines as one.
  var text: String { lines.map(\.value).joined(separator: " ") }

  var height: Double { Double(lines.count) * size * Label.lineHeight }

  /// `text` in at most `lineLimit` lines no wider than `width` where words allow; the last line is
  /// cut with an ellipsis.
  init(
    _ text: PlainText, size: Double, isBold: Bool = false, width: Double, lineLimit: Int = 3
  ) {
    func measure(_ text: PlainText) -> Double {
      AdvanceWidths.width(of: text, size: size, isBold: isBold)
    }
    let words = text.value.split(separator: " ")
    var lines: [String] = []
    for word in words {
      if let last = lines.last, measure(PlainText("\(last) \(word)")) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    if lines.count > lineLimit {
      let rest = lines[(lineLimit - 1)...].joined(separator: " ")
      lines = lines.prefix(lineLimit - 1) + [rest]
    }
    self.lines = lines.map { Self.shortened(PlainText($0), size: size, isBold: isBold, to: width) }
    self.size = size
    self.isBold = isBold
    self.width = self.lines.map(measure).max() ?? 0
  }

  /// The block at another font size, broken at the same places.
  func scaled(to newSize: Double) -> TextBlock {
    var result = self
    result.width *= newSize / size
    result.size = newSize
    return result
  }

  func label(_ colour: Colour, alignment: Label.Alignment = .centred) -> Label {
    Label(lines, size: size, colour: colour, isBold: isBold, alignment: alignment)
  }

  /// `text` cut to `width` with an ellipsis.
  static func shortened(
    _ text: PlainText, size: Double, isBold: Bool = false, to width: Double
  ) -> PlainText {
    guard AdvanceWidths.width(of: text, size: size, isBold: isBold) > width else { return text }
    var room = Int(width * 1000 / size) - 1000
    var kept = ""
    for character in text.value {
      room -= character.unicodeScalars.reduce(0) {
        $0 + AdvanceWidths.width(of: $1, isBold: isBold)
      }
      if room < 0 { break }
      kept.append(character)
    }
    return PlainText(kept + "…")
  }
}
