import Graphviz

/// The plan of every picture: one canvas of 4:3, the title on top, the legend on the right.
enum Frame {
  static let width = 1200.0
  static let height = 900.0
  static let margin = 26.0
  /// The upper left corner of the title.
  static let title = Point(margin, 24)
  /// Where the network is drawn.
  static let plot = Box(left: margin, top: 84, right: 972, bottom: height - margin)
  /// Where the legend stands.
  static let legend = Box(left: 1000, top: 84, right: width - 16, bottom: height - margin)
}
