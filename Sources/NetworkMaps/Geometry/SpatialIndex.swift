import Graphviz

/// Boxes by place, for asking quickly which of them a box or a line may touch.
struct SpatialIndex {
  private let cell: Double
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private var cells: [[Int32]]
  private(set) var boxes: [Box] = []

  /// An index of an area; what lies outside counts to its nearest cell.
  init(area: Box, cell: Double) {
    let side = max(cell, max(area.width, area.height) / 400, 1e-6)
    self.cell = side
    origin = Point(area.left, area.top)
    columns = max(1, Int(area.width / side) + 1)
    rows = max(1, Int(area.height / side) + 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  private func column(_ x: Double) -> Int { place((x - origin.x) / cell, of: columns) }
  private func row(_ y: Double) -> Int { place((y - origin.y) / cell, of: rows) }

  /// Bounded before it becomes a whole number, which would trap on what is too large for one.
  private func place(_ value: Double, of count: Int) -> Int {
    value > 0 ? Int(min(value, Double(count - 1))) : 0
  }

  mutating func insert(_ box: Box) {
    let number = Int32(boxes.count)
    boxes.append(box)
    for r in row(box.top)...row(box.bottom) {
      for c in column(box.left)...column(box.right) { cells[r * columns + c].append(number) }
    }
  }

  /// Calls `body` with each box whose cells `area` touches, possibly more than once; stops on false.
  func visit(near area: Box, _ body: (Int) -> Bool) {
    for r in row(area.top)...row(area.bottom) {
      for c in column(area.left)...column(area.right) {
        for number in cells[r * columns + c] where !body(Int(number)) { return }
      }
    }
  }

  /// Whether any box overlaps `area`, apart from the box numbered `ignored`.
  func overlaps(_ area: Box, ignoring ignored: Int = -1) -> Bool {
    var found = false
    visit(near: area) { number in
      if number != ignored && boxes[number].overlaps(area) { found = true }
      return !found
    }
    return found
  }
}
