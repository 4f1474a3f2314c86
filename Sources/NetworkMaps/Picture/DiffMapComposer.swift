import Graphviz
import PartnerModel
import PartnerNetwork

/// Turns a diff into the drawing of its map.
struct DiffMapComposer {
  let diff: NetworkDiff
  let options: MapOptions
  var palette: Palette { options.theme.palette }
  let layout: MapLayout
  let scores: Scores
  let scale: LineScale
  /// How many pairs have a tie in either network.
  let pairCount: Int
  /// How many of them are drawn.
  let drawnPairCount: Int
  let lines: [LineGroup]
  /// By how many ranks entities rose or fell, by the first measure of the diff.
  private let shifts: [Int: Int]

  init(_ diff: NetworkDiff, layout: MapLayout?, options: MapOptions) {
    self.diff = diff
    self.options = options
    let networks = [diff.before, diff.after]
    let whole =
      layout
      ?? MapLayout(of: networks, scores: options.scores, communities: options.communities)
    self.layout = whole.adding(networks)
    scores = Scores(
      of: diff.entities.map(\.entity.id), given: options.scores,
      strengths: diff.entities.map { $0.kind == .went ? $0.strengthBefore : $0.strengthAfter })
    scale = LineScale(entityCount: self.layout.positions.count, maximum: 1)
    let families = diff.types.map { LineFamily($0) }
    let members = diff.ties.indices.map { place in
      let tie = diff.ties[place]
      return LineGroup.Member(
        source: tie.source, target: tie.target, family: families[tie.type],
        isDirected: !diff.types[tie.type].isUndirected,
        weight: min(max(tie.weightBefore, tie.weightAfter), 1e15), tie: place)
    }
    let limit = options.boundedPairLimit(entityCount: diff.entities.count)
    let kept = Self.mostChanged(members, in: diff, limit: limit)
    pairCount = kept.all
    drawnPairCount = kept.drawn
    lines = LineGroup.groups(kept.members, limit: scale.linesPerPair)
    var shifts: [Int: Int] = [:]
    for shift in diff.rankShifts where shift.measure == diff.measures.first {
      if let change = shift.shift, change != 0 { shifts[shift.entity] = change }
    }
    self.shifts = shifts
  }

  /// The ties of the pairs that changed most.
  private static func mostChanged(
    _ members: [LineGroup.Member], in diff: NetworkDiff, limit: Int
  ) -> (members: [LineGroup.Member], all: Int, drawn: Int) {
    func ends(_ member: LineGroup.Member) -> Pair.Ends {
      Pair.Ends(
        first: min(member.source, member.target), second: max(member.source, member.target))
    }
    var change: [Pair.Ends: Double] = [:]
    for member in members {
      change[ends(member), default: 0] += min(abs(diff.ties[member.tie].weightChange), 1e15)
    }
    guard change.count > limit + limit / 10 else { return (members, change.count, change.count) }
    let order = change.sorted {
      ($1.value, $0.key.first, $0.key.second) < ($0.value, $1.key.first, $1.key.second)
    }
    let drawn = Set(order.prefix(limit).map(\.key))
    return (members.filter { drawn.contains(ends($0)) }, change.count, drawn.count)
  }

  func drawing() -> Drawing {
    let title = PlainText(options.title ?? "What changed in the partner network", limit: 150)
    var drawing = Drawing.page(title: title, description: description, palette: palette)
    drawing.addTitle(title, subtitle: subtitle, palette: palette)
    guard !diff.entities.isEmpty else {
      drawing.addNotice(
        [PlainText("No ties in \(before) nor in \(after)")], in: Frame.plot, palette: palette)
      return drawing
    }
    let count = diff.entities.count
    var picture = Picture(
      nodes: diff.entities.indices.map { node($0) }, lines: lines.map { line($0) },
      labelCount: options.boundedLabelCount(entityCount: count), palette: palette)
    picture.draw(on: &drawing)
    drawLegend(for: picture, on: &drawing)
    return drawing
  }

  private func node(_ place: Int) -> PictureNode {
    let change = diff.entities[place]
    let entity = change.entity
    let kind = entity.kind.map(\.rawValue) ?? "entity"
    let score = scores.values[place]
    let unit = diff.entities.count > 320 ? 0.5 : 1.0
    let (fill, pen) = colours(change.kind, unit: unit)
    var title = "\(entity.shownName.value) (\(kind)): "
    switch change.kind {
    case .came: title += "new in \(after)"
    case .went:
      title += "no tie in \(after)"
      title += change.isMentioned == true ? ", but spoken of" : ", and not spoken of"
    case .stayed: title += "in both"
    }
    title += "; weight of ties \(Wording.number(change.strengthBefore)) → "
    title += Wording.number(change.strengthAfter)
    return PictureNode(
      centre: layout.positions[entity.id] ?? Frame.plot.centre,
      shape: layout.shape(entity, score: score, maximum: scores.maximum), name: entity.shownName,
      fill: fill, pen: pen, share: scores.maximum > 0 ? score / scores.maximum : 0,
      caption: caption(place),
      annotation: Annotation(
        Identifier("entity-\(entity.id.rawValue)"),
        classes: [Identifier("entity"), Identifier(kind), Identifier(change.kind.rawValue)],
        title: PlainText(title, limit: 400),
        link: options.evidencePage?.place(EvidenceAnchor.entity(entity.id))))
  }

  func colours(_ kind: EntityChange.Kind, unit: Double) -> (fill: Colour, pen: Pen) {
    switch kind {
    case .came: (palette.new.fill, Pen(palette.new.stroke, width: 2.2 * unit))
    case .went:
      // The outline of a dot is too short for dashes.
      (palette.paper, Pen(palette.gone, width: 1.8 * unit, dash: unit < 1 ? .solid : .dashed))
    case .stayed: (palette.neutral.fill, Pen(palette.neutral.stroke, width: 1.2 * unit))
    }
  }

  private func caption(_ place: Int) -> Caption? {
    switch diff.entities[place].kind {
    case .came: return Caption(text: "new", colour: palette.new.stroke)
    case .went: return Caption(text: "gone", colour: palette.goneText)
    case .stayed:
      guard let shift = shifts[place] else { return nil }
      return shift > 0
        ? Caption(text: PlainText("▲ \(shift)"), colour: palette.new.stroke)
        : Caption(text: PlainText("▼ \(shift.magnitude)"), colour: palette.goneText)
    }
  }

  private func line(_ group: LineGroup) -> PictureLine {
    let family = group.family
    let ties = group.ties.map { diff.ties[$0] }
    let style = ChangeStyle(ties)
    let pen = style.pen(unit: scale.changeUnit, in: palette)
    let first = diff.entity(group.first)
    let second = diff.entity(group.second)
    return PictureLine(
      first: group.first, second: group.second,
      pen: Pen(pen.colour.with(opacity: scale.changeOpacity), width: pen.width, dash: pen.dash),
      start: group.pointsToFirst && scale.hasArrows ? family.arrow : .none,
      end: group.pointsToSecond && scale.hasArrows ? family.arrow : .none,
      arrowSize: (scale.linesPerPair == 3 ? 0.66 : 0.45) + 0.06 * pen.width,
      annotation: Annotation(
        Identifier("tie-\(first.id.rawValue)-\(family)-\(second.id.rawValue)"),
        classes: [Identifier("tie"), style.identifier, family.identifier],
        title: PlainText(tooltip(group, ties, style), limit: 600), link: link(ties)))
  }

  /// The evidence of the tie that changed most.
  private func link(_ ties: [TieChange]) -> PageAddress? {
    guard let page = options.evidencePage,
      let tie = ties.max(by: { abs($0.weightChange) < abs($1.weightChange) })
    else { return nil }
    return page.place(
      EvidenceAnchor.tie(
        diff.entity(tie.source).id, diff.types[tie.type], diff.entity(tie.target).id))
  }

  private func dates(of ties: [TieChange]) -> String? {
    let sides = ties.flatMap { [$0.before, $0.after] }
    return Wording.span(
      sides.compactMap { $0?.first }.min(), sides.compactMap { $0?.last }.max())
  }

  /// "Russia → India: arms supply (transfer): stronger, weight 4 → 9, statements 5 → 11; 2006 to
  /// 2014-03".
  private func tooltip(_ group: LineGroup, _ ties: [TieChange], _ style: ChangeStyle) -> String {
    let who = group.direction(
      diff.entity(group.first).shownName, diff.entity(group.second).shownName)
    let relations = Set(ties.map { diff.types[$0.type].name }).sorted().joined(separator: ", ")
    func statements(_ tie: (TieChange) -> Tie?) -> String {
      Wording.count(ties.reduce(0) { $0 + (tie($1)?.statementCount ?? 0) })
    }
    let weights = (
      ties.reduce(0) { $0 + $1.weightBefore }, ties.reduce(0) { $0 + $1.weightAfter }
    )
    return "\(who): \(group.family.name) (\(relations)): \(style.word), weight "
      + "\(Wording.number(weights.0)) → \(Wording.number(weights.1)), statements "
      + "\(statements(\.before)) → \(statements(\.after)); \(dates(of: ties) ?? "undated")"
  }
}
