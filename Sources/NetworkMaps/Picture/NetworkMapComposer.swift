import Graphviz
import PartnerModel
import PartnerNetwork

/// Turns a network into the drawing of its map.
struct NetworkMapComposer {
  let network: Network
  let options: MapOptions
  let layout: MapLayout
  /// Where on the canvas it is drawn.
  let viewport: Viewport
  let palette: Palette
  /// Places in the network of the entities that are drawn.
  let roll: [Int]
  /// For each place in the network, its number in `roll`.
  private var number: [Int]
  private(set) var scores: Scores
  let pairs: [Pair]
  let backbone: Backbone?
  let lines: [LineGroup]
  private(set) var scale: LineScale
  let partnerCount: [Int]

  init(
    _ network: Network, layout: MapLayout?, options: MapOptions, viewport: Viewport = .page
  ) {
    self.network = network
    self.options = options
    self.viewport = viewport
    palette = options.theme.palette
    roll = network.drawnEntities()
    number = [Int](repeating: -1, count: network.entities.count)
    for (place, entity) in roll.enumerated() { number[entity] = place }
    let strengths = network.strengths()
    scores = Scores(
      of: roll.map { network.entities[$0].id }, given: options.scores,
      strengths: roll.map { strengths[$0] })
    let whole =
      layout
      ?? MapLayout(network, scores: options.scores, communities: options.communities)
    self.layout = whole.adding([network])
    let pairs = network.pairs()
    self.pairs = pairs
    let limit = options.boundedPairLimit(entityCount: roll.count)
    backbone =
      pairs.count > limit + limit / 10
      ? Backbone(pairs, entityCount: network.entities.count, limit: limit) : nil
    let isKept = backbone?.isKept ?? pairs.map { _ in true }
    let drawn = zip(pairs, isKept).filter { $0.1 }.flatMap { $0.0.ties }
    let families = network.types.map { LineFamily($0) }
    let perPair = LineScale(entityCount: self.layout.positions.count, maximum: 1).linesPerPair
    let lines = LineGroup.groups(
      drawn.map { place in
        let tie = network.ties[place]
        return LineGroup.Member(
          source: tie.source, target: tie.target, family: families[tie.type],
          isDirected: !network.types[tie.type].isUndirected, weight: tie.drawnWeight, tie: place)
      }, limit: perPair)
    self.lines = lines
    scale = LineScale(
      entityCount: self.layout.positions.count, maximum: lines.map(\.weight).max() ?? 0,
      unit: viewport.unit)
    var partners = [Int](repeating: 0, count: network.entities.count)
    for pair in pairs where pair.first != pair.second {
      partners[pair.first] += 1
      partners[pair.second] += 1
    }
    partnerCount = partners
  }

  /// Takes the highest score and weight of several pictures as its own, so that areas and widths
  /// mean the same in all of them.
  mutating func share(maximumScore: Double, maximumWeight: Double) {
    scores.maximum = maximumScore
    scale = LineScale(
      entityCount: layout.positions.count, maximum: maximumWeight, unit: viewport.unit)
  }

  func drawing() -> Drawing {
    let title = PlainText(options.title ?? "Partner network", limit: 150)
    var drawing = Drawing.page(title: title, description: description, palette: palette)
    drawing.addTitle(title, subtitle: subtitle, palette: palette)
    if let picture = drawPicture(on: &drawing) { drawLegend(for: picture, on: &drawing) }
    return drawing
  }

  /// Draws the network without title and legend; nothing to explain where it is empty.
  func drawPicture(on drawing: inout Drawing) -> Picture? {
    guard !roll.isEmpty else {
      drawing.addNotice(emptyNotice, in: viewport.frame, palette: palette)
      return nil
    }
    let isWhole = viewport.scale == 1
    var picture = Picture(
      nodes: roll.indices.map { node($0) }, lines: lines.map { line($0) },
      labelCount: options.boundedLabelCount(entityCount: roll.count), palette: palette,
      frame: viewport.frame, labelStyle: isWhole ? nil : .panel)
    picture.draw(on: &drawing)
    return picture
  }

  private func node(_ place: Int) -> PictureNode {
    let entity = network.entities[roll[place]]
    let score = scores.values[place]
    let community = options.communities[entity.id]
    let colours = palette.community(community)
    let kind = entity.kind.map(\.rawValue) ?? "entity"
    var classes = [Identifier("entity"), Identifier(kind)]
    if let community { classes.append(Identifier("community-\(community)")) }
    var title = "\(entity.shownName.value) (\(kind)): \(measureName) \(Wording.number(score)), "
    title += Wording.count(partnerCount[roll[place]], "partner", "partners")
    return PictureNode(
      centre: viewport.place(layout.positions[entity.id] ?? Frame.plot.centre),
      shape: layout.shape(entity, score: score, maximum: scores.maximum)
        .scaled(by: viewport.scale, smallestFont: LabelStyle.panel.least),
      name: entity.shownName, fill: colours.fill,
      pen: Pen(colours.stroke, width: viewport.unit * (roll.count > 320 ? 0.5 : 1.3)),
      share: scores.maximum > 0 ? score / scores.maximum : 0, caption: nil,
      annotation: Annotation(
        identifier("entity-\(entity.id.rawValue)"), classes: classes, title: PlainText(title),
        link: options.evidencePage?.place(EvidenceAnchor.entity(entity.id))))
  }

  private func line(_ group: LineGroup) -> PictureLine {
    let family = group.family
    let relations = Set(group.ties.map { network.types[network.ties[$0].type].name }).sorted()
    let first = network.entities[group.first]
    let second = network.entities[group.second]
    return PictureLine(
      first: number[group.first], second: number[group.second],
      pen: Pen(
        family.colour(in: palette).with(opacity: scale.opacity), width: scale.width(group.weight),
        dash: family.dash),
      start: group.pointsToFirst && scale.hasArrows ? family.arrow : .none,
      end: group.pointsToSecond && scale.hasArrows ? family.arrow : .none,
      arrowSize: scale.arrowSize(group.weight),
      annotation: Annotation(
        identifier("tie-\(first.id.rawValue)-\(family)-\(second.id.rawValue)"),
        classes: [Identifier("tie"), family.identifier]
          + relations.map { Identifier("relation-\($0)") },
        title: PlainText(tooltip(group), limit: 600), link: link(group)))
  }

  /// The evidence of the heaviest of the ties.
  private func link(_ group: LineGroup) -> PageAddress? {
    guard let page = options.evidencePage,
      let place = group.ties.max(by: { network.ties[$0].weight < network.ties[$1].weight })
    else { return nil }
    let tie = network.ties[place]
    return page.place(
      EvidenceAnchor.tie(
        network.entities[tie.source].id, network.types[tie.type],
        network.entities[tie.target].id))
  }

  /// Ids of the pictures of a sheet differ by their periods.
  private func identifier(_ text: String) -> Identifier {
    guard viewport.scale != 1, let period = network.selection.period else {
      return Identifier(text)
    }
    return Identifier("\(text)-in-\(period)")
  }
}
