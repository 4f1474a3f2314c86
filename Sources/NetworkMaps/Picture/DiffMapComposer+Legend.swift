import Graphviz
import PartnerModel
import PartnerNetwork

extension DiffMapComposer {
  /// The name of the earlier network.
  var before: String { diff.before.selection.period.map(Wording.period) ?? "before" }
  /// The name of the later network.
  var after: String { diff.after.selection.period.map(Wording.period) ?? "after" }

  var subtitle: PlainText {
    var parts = ["\(before) compared with \(after)"]
    let documents = (diff.before.coverage.documentCount, diff.after.coverage.documentCount)
    if documents.0 + documents.1 > 0 {
      parts.append("\(Wording.count(documents.0)) and \(Wording.count(documents.1)) documents")
    }
    let changes = [
      (diff.count(of: .came), "new"), (diff.count(of: .went), "gone"),
      (diff.count(of: .grew), "stronger"), (diff.count(of: .faded), "weaker"),
      (diff.count(of: .unchanged), "unchanged"),
    ]
    let told = changes.filter { $0.0 > 0 }.map { "\(Wording.count($0.0)) \($0.1)" }
    if !told.isEmpty { parts.append("ties: " + told.joined(separator: ", ")) }
    return PlainText(parts.joined(separator: " · "), limit: 300)
  }

  var description: PlainText {
    func names(_ kind: EntityChange.Kind) -> String {
      let all = diff.entities.filter { $0.kind == kind }
      let shown = all.prefix(6).map(\.entity.shownName.value).joined(separator: ", ")
      return all.isEmpty ? "nobody" : all.count > 6 ? shown + " and others" : shown
    }
    return PlainText(
      "A map of what changed: \(subtitle.value). New entities: \(names(.came)). "
        + "Gone: \(names(.went)). Each mark has its change as a title.", limit: 1000)
  }

  func drawLegend(for picture: Picture, on drawing: inout Drawing) {
    var legend = Legend(palette)
    drawChanges(in: &legend, on: &drawing)
    drawEntities(in: &legend, for: picture, on: &drawing)
    drawRelations(in: &legend, on: &drawing)
    legend.heading("Scale", on: &drawing)
    let measure = options.measureName ?? "weight of ties"
    legend.note(PlainText("area: \(measure), \(after); of those gone, \(before)"), on: &drawing)
    legend.sizes(scores, sizing: layout.sizing, on: &drawing)
    if drawnPairCount < pairCount {
      legend.note(
        PlainText(
          "Drawn: the \(Wording.count(drawnPairCount)) of \(Wording.count(pairCount)) pairs "
            + "that changed most."), on: &drawing)
    }
    if scale.linesPerPair == 1 {
      legend.note(
        "One line for each pair, in the colour of the change of all its ties.", on: &drawing)
    }
    let count = diff.entities.count
    legend.names(
      hidden: picture.hiddenLabelCount,
      areAll: options.boundedLabelCount(entityCount: count) == count, on: &drawing)
    legend.note("Entities stand where they stand on the maps of the same series.", on: &drawing)
  }

  private func drawChanges(in legend: inout Legend, on drawing: inout Drawing) {
    legend.heading("Tie", on: &drawing)
    let occurring = Set(lines.map { ChangeStyle($0.ties.map { diff.ties[$0] }) })
    let factor = Wording.number(NetworkDiff.growthFactor)
    for style in ChangeStyle.allCases where occurring.contains(style) {
      let text =
        switch style {
        case .came: "new in \(after)"
        case .went: "only in \(before)"
        case .wentUnreported: "only in \(before); nothing reported on it in \(after)"
        case .grew: "stronger (weight × \(factor) or more)"
        case .faded: "weaker (weight ÷ \(factor) or more)"
        case .unchanged: "about the same"
        }
      legend.line(
        style.pen(unit: 1, in: palette), end: scale.hasArrows ? .normal : .none, arrowSize: 0.75,
        text: PlainText(text), on: &drawing)
    }
  }

  private func drawEntities(
    in legend: inout Legend, for picture: Picture, on drawing: inout Drawing
  ) {
    legend.heading("Entity", on: &drawing)
    for (kind, text) in [
      (EntityChange.Kind.came, "new in \(after)"), (.went, "no tie in \(after)"),
      (.stayed, "in both"),
    ] where diff.entities.contains(where: { $0.kind == kind }) {
      let (fill, pen) = colours(kind, unit: 1)
      legend.shape(.roundedBox, fill: fill, pen: pen, text: PlainText(text), on: &drawing)
    }
    legend.kinds(
      diff.entities.map(\.entity.kind), haveTwoRims: picture.hasTwoRims, on: &drawing)
    if let measure = diff.measures.first, !diff.rankShifts.isEmpty {
      legend.note(
        PlainText("▲ ▼ ranks gained or lost by \(measure.rawValue)"), on: &drawing)
    }
  }

  /// Colours are taken by the changes, so that relations show by their marks alone.
  private func drawRelations(in legend: inout Legend, on drawing: inout Drawing) {
    guard scale.hasArrows else { return }
    let directed = lines.filter { $0.pointsToFirst || $0.pointsToSecond }
    var names: [(arrow: Arrow, names: [String])] = []
    for family in LineFamily.allCases where directed.contains(where: { $0.family == family }) {
      if let twin = names.firstIndex(where: { $0.arrow == family.arrow }) {
        names[twin].names.append(family.name)
      } else {
        names.append((family.arrow, [family.name]))
      }
    }
    guard !names.isEmpty else { return }
    legend.heading("Relation", on: &drawing)
    for (arrow, families) in names {
      legend.line(
        Pen(palette.secondary, width: 1.3), end: arrow,
        text: PlainText(families.joined(separator: "; ")), on: &drawing)
    }
  }
}
