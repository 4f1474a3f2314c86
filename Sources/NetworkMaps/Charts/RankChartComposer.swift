import Graphviz
import PartnerModel
import PartnerNetwork

/// Places the marks, lines and names of a rank chart.
struct RankChartComposer {
  private static let rowHeight = 27.0
  private static let markSize = 18.0
  private static let margin = 24.0
  private static let top = 112.0
  private static let nameSize = 11.0
  private static let widestName = 190.0

  private let steps: [RankTrajectory.Step]
  private let series: [RankSeries]
  private let rankedCount: Int
  /// By period: how many entities stand in it.
  private let presentCounts: [Int]
  /// The place of the first column.
  private let left: Double
  /// From one column to the next.
  private let gap: Double
  private let width: Double

  init(_ trajectory: RankTrajectory, measure: Int, count: Int) {
    steps = trajectory.steps
    series = RankSeries.leading(trajectory, measure: measure, count: count)
    rankedCount = trajectory.rows.count
    var presentCounts = steps.map { _ in 0 }
    for stop in series.flatMap(\.stops) { presentCounts[stop.period] += 1 }
    self.presentCounts = presentCounts
    func room(_ names: [String]) -> Double {
      names.map { Self.nameWidth($0) }.max().map { min($0, Self.widestName) + 22 } ?? 22
    }
    let last = steps.count - 1
    left = Self.margin + room(series.filter { $0.stops.first?.period == 0 }.map(\.entity.name))
    let right = room(series.filter { $0.stops.last?.period == last }.map(\.entity.name))
    let headings = steps.map {
      AdvanceWidths.width(of: PlainText(Wording.period($0.period)), size: 11, isBold: true) + 12
    }
    let least = max(100, min(headings.max() ?? 0, 170))
    gap = min(max(least, (900 - left - right) / Double(max(1, last))), 200)
    width = max(560, left + gap * Double(max(0, last)) + right + Self.margin)
  }

  func drawing(title: PlainText, subtitle: PlainText) -> Drawing {
    let rows = presentCounts.max() ?? 0
    let height = Self.top + Double(max(rows, 2)) * Self.rowHeight + 64
    var drawing = Drawing(
      width: width, height: height, title: title, description: PlainText(description, limit: 6000))
    drawing.styleSheet = """
      .halo text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
      .label { pointer-events: none }
      .series:hover * { stroke-width: 4px }
      """
    addText(title, size: 18, isBold: true, at: 30, to: &drawing)
    addText(subtitle, size: 10.5, colour: Palette.print.secondary, at: 52, to: &drawing)
    addColumns(bottom: height - 58, to: &drawing)
    for one in series { addLines(one, to: &drawing) }
    for one in series { addMarks(one, to: &drawing) }
    for one in series { addNames(one, to: &drawing) }
    for (number, line) in notes.enumerated() {
      addText(
        PlainText(line), size: 9, colour: Palette.print.secondary,
        at: height - 38 + 14 * Double(number),
        to: &drawing)
    }
    return drawing
  }

  // MARK: Words

  private var description: String {
    series.isEmpty
      ? "Nobody has a rank in these periods."
      : series.map { $0.words(steps.map(\.period)) }.joined(separator: "; ") + "."
  }

  private var notes: [String] {
    guard !series.isEmpty else { return ["Nobody has a rank in these periods."] }
    return [
      "Figures are ranks among all who have a tie that counts. Shown are \(series.count) of"
        + " \(rankedCount): who ranked high for long (sum of 1/rank), in several periods.",
      "Dotted: no tie that counts. A rank that fell where little was reported may be silence.",
    ]
  }

  private static func nameWidth(_ name: String) -> Double {
    AdvanceWidths.width(of: PlainText(name), size: nameSize)
  }

  // MARK: Places

  private func x(_ period: Int) -> Double { left + gap * Double(period) }
  private func y(_ row: Int) -> Double { Self.top + (Double(row) + 0.5) * Self.rowHeight }
  private func place(_ stop: RankSeries.Stop) -> Point { Point(x(stop.period), y(stop.row)) }

  /// How far a name may reach to the right of a mark: to the next mark of the row.
  private func room(rightOf stop: RankSeries.Stop) -> Double {
    let next = steps.indices.first { $0 > stop.period && stop.row < presentCounts[$0] }
    let end = next.map { x($0) - Self.markSize } ?? width - Self.margin
    return max(0, end - x(stop.period) - 13)
  }

  // MARK: Parts

  private func addText(
    _ text: PlainText, size: Double, isBold: Bool = false, colour: Colour = Palette.print.ink,
    at y: Double, to drawing: inout Drawing
  ) {
    let block = TextBlock(
      text, size: size, isBold: isBold, width: width - 2 * Self.margin, lineLimit: 1)
    drawing.add(
      .bare, at: Point(Self.margin + block.width / 2, y), width: block.width, height: block.height,
      label: block.label(colour, alignment: .leading),
      annotation: Annotation(classes: [Identifier("title")]))
  }

  private func addColumns(bottom: Double, to drawing: inout Drawing) {
    let hasDocuments = steps.contains { $0.coverage.documentCount > 0 }
    for (number, step) in steps.enumerated() {
      let (top, bottom) = (Point(x(number), Self.top - 4), Point(x(number), bottom))
      drawing.add(
        line: [top, top, bottom, bottom], pen: Pen(Colour(0xDDDDDD), width: 0.7),
        annotation: Annotation(classes: [Identifier("grid")]))
      let reported =
        hasDocuments
        ? Wording.count(step.coverage.documentCount, "document", "documents")
        : Wording.count(step.coverage.observationCount, "row", "rows")
      let heading = TextBlock(
        PlainText(Wording.period(step.period)), size: 11, isBold: true, width: gap - 8, lineLimit: 1
      )
      let coverage = TextBlock(PlainText(reported), size: 8.5, width: gap - 6, lineLimit: 1)
      drawing.addText(
        heading.label(Palette.print.ink), width: heading.width, height: heading.height,
        at: Point(x(number), 82))
      drawing.addText(
        coverage.label(Palette.print.secondary), width: coverage.width, height: coverage.height,
        at: Point(x(number), 97))
    }
  }

  private func addLines(_ one: RankSeries, to drawing: inout Drawing) {
    let title = PlainText(one.words(steps.map(\.period)), limit: 1000)
    let classes = [Identifier("series")]
    for (from, to) in zip(one.stops, one.stops.dropFirst()) {
      let (start, end) = (place(from), place(to))
      let isWhole = to.period == from.period + 1
      let bend = Point(gap * (isWhole ? 0.45 : 0.6), 0)
      drawing.add(
        line: [start, start + bend, end - bend, end],
        pen: Pen(one.look.colour, width: isWhole ? 2.4 : 1.1, dash: isWhole ? .solid : .dotted),
        annotation: Annotation(
          Identifier("line-\(one.entity.id.rawValue)"), classes: classes, title: title))
    }
  }

  private func addMarks(_ one: RankSeries, to drawing: inout Drawing) {
    let isRing = one.look.mark == .ring
    for stop in one.stops {
      let text = TextBlock(
        PlainText("\(stop.rank)"), size: stop.rank > 99 ? 7.5 : 9, isBold: true, width: 40,
        lineLimit: 1)
      drawing.add(
        one.look.mark == .box ? .roundedBox : .ellipse, at: place(stop), width: Self.markSize,
        height: Self.markSize, fill: isRing ? Colour(0xFFFFFF) : one.look.colour,
        pen: Pen(one.look.colour, width: isRing ? 2 : 1),
        label: text.label(isRing ? one.look.colour : Colour(0xFFFFFF)),
        annotation: Annotation(
          Identifier("rank-\(one.entity.id.rawValue)"), classes: [Identifier("mark")],
          title: PlainText(
            "\(one.entity.name): rank \(stop.rank) in \(Wording.period(steps[stop.period].period))")
        ))
    }
  }

  private func addNames(_ one: RankSeries, to drawing: inout Drawing) {
    guard let first = one.stops.first, let last = one.stops.last else { return }
    func block(_ room: Double) -> TextBlock {
      TextBlock(
        PlainText(one.entity.name), size: Self.nameSize, width: min(room, Self.widestName),
        lineLimit: 1)
    }
    func add(_ block: TextBlock, from x: Double, _ stop: RankSeries.Stop) {
      drawing.addText(
        block.label(Palette.print.ink, alignment: .leading), width: block.width,
        height: block.height,
        at: Point(x + block.width / 2, y(stop.row)), hasHalo: true)
    }
    let end = block(room(rightOf: last))
    add(end, from: x(last.period) + 13, last)
    guard first.period == 0, last.period > 0 else { return }
    let start = block(left - Self.margin - 13)
    add(start, from: left - 13 - start.width, first)
  }
}
