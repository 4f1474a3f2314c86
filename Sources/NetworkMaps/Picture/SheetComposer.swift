import Graphviz
import PartnerModel
import PartnerNetwork

/// Turns the maps of a series into one picture with a common title and legend.
struct SheetComposer {
  let panels: [NetworkMapComposer]
  let grid: SheetGrid
  let options: MapOptions

  private var palette: Palette { options.theme.palette }

  func drawing() -> Drawing {
    let title = PlainText(options.title ?? "Partner network", limit: 150)
    var drawing = Drawing.page(
      width: grid.width, height: grid.height, title: title, description: description,
      palette: palette)
    drawing.addTitle(title, subtitle: subtitle, palette: palette)
    var hasTwoRims = false
    var hiddenLabelCount = 0
    for panel in panels {
      addHeading(of: panel, on: &drawing)
      guard let picture = panel.drawPicture(on: &drawing) else { continue }
      hasTwoRims = hasTwoRims || picture.hasTwoRims
      hiddenLabelCount += picture.hiddenLabelCount
    }
    drawLegend(haveTwoRims: hasTwoRims, hiddenLabelCount: hiddenLabelCount, on: &drawing)
    return drawing
  }

  /// The period and what there is of it, over a frame that shows the canvas of the single map.
  private func addHeading(of panel: NetworkMapComposer, on drawing: inout Drawing) {
    let frame = panel.viewport.frame
    drawing.add(
      .roundedBox, at: frame.centre, width: frame.width + 8, height: frame.height + 8,
      pen: Pen(palette.neutral.stroke, width: 0.5),
      annotation: Annotation(classes: [Identifier("panel")]))
    let head = TextBlock(name(of: panel), size: 12, isBold: true, width: 160, lineLimit: 1)
    let rest = TextBlock(
      PlainText(counts(of: panel).joined(separator: " · ")), size: 9,
      width: frame.width - head.width - 14, lineLimit: 1)
    var x = frame.left
    for (block, colour) in [(head, palette.ink), (rest, palette.secondary)] {
      drawing.add(
        .bare, at: Point(x + block.width / 2, frame.top - 15), width: block.width,
        height: block.height, label: block.label(colour, alignment: .leading),
        annotation: Annotation(classes: [Identifier("title")]))
      x += block.width + 10
    }
  }

  private func name(of panel: NetworkMapComposer) -> PlainText {
    PlainText(panel.network.selection.period.map(Wording.period) ?? "all periods")
  }

  private func counts(of panel: NetworkMapComposer) -> [String] {
    var parts: [String] = []
    let documents = panel.network.documents.count
    if documents > 0 { parts.append(Wording.count(documents, "document", "documents")) }
    parts.append(Wording.count(panel.roll.count, "entity", "entities"))
    parts.append(Wording.count(panel.network.drawnTies.count, "tie", "ties"))
    return parts
  }

  private var subtitle: PlainText {
    let periods = panels.compactMap(\.network.selection.period)
    var parts = [Wording.count(panels.count, "period", "periods")]
    if let first = periods.first?.first, let last = periods.last?.last, first <= last {
      parts.insert(Wording.period(Period(from: first, to: last)), at: 0)
    }
    parts.append("everybody keeps one place, and scales are the same")
    return PlainText(parts.joined(separator: " · "), limit: 300)
  }

  private var description: PlainText {
    let parts = panels.map { panel in
      let top = panel.scores.order().prefix(3).map {
        panel.network.entities[panel.roll[$0]].shownName.value
      }
      let names = top.isEmpty ? "no ties" : top.joined(separator: ", ")
      return "\(name(of: panel).value): \(names)"
    }
    return PlainText(
      "A sheet of maps, one for each period, with those who are most central in it. "
        + parts.joined(separator: "; ") + ".", limit: 2000)
  }

  /// The entities of all panels, the most central first.
  private var entities: [Entity] {
    var best: [EntityID: (score: Double, entity: Entity)] = [:]
    for panel in panels {
      for (place, score) in panel.scores.values.enumerated() {
        let entity = panel.network.entities[panel.roll[place]]
        if score >= best[entity.id]?.score ?? 0 { best[entity.id] = (score, entity) }
      }
    }
    return best.values.sorted { a, b in
      a.score != b.score ? a.score > b.score : a.entity.id < b.entity.id
    }.map(\.entity)
  }

  private func drawLegend(
    haveTwoRims: Bool, hiddenLabelCount: Int, on drawing: inout Drawing
  ) {
    guard let first = panels.first(where: { !$0.roll.isEmpty }) else { return }
    let lines = panels.flatMap(\.lines)
    var scores = Scores(of: [], given: [:], strengths: panels.flatMap(\.scores.values))
    scores.maximum = first.scores.maximum
    var legend = Legend(palette, in: grid.legend)
    legend.heading("Entity", on: &drawing)
    legend.kinds(entities.map(\.kind), haveTwoRims: haveTwoRims, on: &drawing)
    legend.communities(entities, options: options, on: &drawing)
    legend.heading("Relation", on: &drawing)
    legend.families(lines, hasArrows: first.scale.hasArrows, on: &drawing)
    legend.heading("Scale", on: &drawing)
    legend.note(PlainText("area: \(first.measureName)"), on: &drawing)
    legend.sizes(
      scores, sizing: first.layout.sizing, scale: first.viewport.scale, on: &drawing)
    legend.widths(first.scale, lines: lines, on: &drawing)
    for note in notes(hiddenLabelCount) { legend.note(PlainText(note), on: &drawing) }
  }

  private func notes(_ hiddenLabelCount: Int) -> [String] {
    var notes: [String] = []
    let thinned = panels.filter { $0.backbone != nil }.count
    if thinned > 0 {
      notes.append(
        "Backbone only (disparity filter) in \(Wording.count(thinned, "picture", "pictures")).")
    }
    if hiddenLabelCount > 0 {
      notes.append("Named: the most central entities of each period, as far as there is room.")
    }
    return notes
  }
}
