import Graphviz

/// The plan of a sheet: panels in rows from left to right, the legend on the right.
struct SheetGrid {
  let width: Double
  let height: Double
  let legend: Box
  private let columns: Int
  private let panelWidth: Double

  /// Room above each panel for its heading.
  static let heading = 24.0
  private static let gap = 20.0

  init(count: Int) {
    switch count {
    case ...1: (columns, panelWidth) = (1, 700)
    case 2: (columns, panelWidth) = (2, 640)
    case ...4: (columns, panelWidth) = (2, 520)
    case ...9: (columns, panelWidth) = (3, 440)
    case ...16: (columns, panelWidth) = (4, 380)
    default: (columns, panelWidth) = (6, 340)
    }
    let rows = (max(count, 1) + columns - 1) / columns
    let step = Self.heading + panelWidth * Frame.plot.height / Frame.plot.width + Self.gap
    height = max(Frame.plot.top + Double(rows) * step - Self.gap + Frame.margin, 760)
    let right = Frame.margin + Double(columns) * (panelWidth + Self.gap)
    width = right + Frame.legend.width + 24
    legend = Box(
      left: right + 8, top: Frame.plot.top, right: right + 8 + Frame.legend.width,
      bottom: height - Frame.margin)
  }

  /// Where the panel of a number is drawn, below its heading.
  func panel(_ number: Int) -> Viewport {
    let step = Self.heading + panelWidth * Frame.plot.height / Frame.plot.width + Self.gap
    return .panel(
      at: Point(
        Frame.margin + Double(number % columns) * (panelWidth + Self.gap),
        Frame.plot.top + Double(number / columns) * step + Self.heading), width: panelWidth)
  }
}
