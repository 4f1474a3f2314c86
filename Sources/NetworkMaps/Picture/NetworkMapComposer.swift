import Graphviz
import PartnerModel
import PartnerNetwork

/// Turns a network into the drawing of its map.
struct NetworkMapComposer {
  private let network: Network
  private let options: MapOptions
  private let layout: MapLayout
  /// Places in the network of the entities that are drawn.
  private let roll: [Int]
  /// For each place in the network, its number in `roll`.
  private var number: [Int]
  private let scores: Scores
  private let pairs: [Pair]
  private let backbone: Backbone?
  private let lines: [LineGroup]
  private let scale: LineScale
  private let partnerCount: [Int]

  init(_ network: Network, layout: MapLayout?, options: MapOptions) {
    self.network = network
    self.options = options
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
    self.layout = whole.adding(network)
    let pairs = network.pairs()
    self.pairs = pairs
    let limit = options.pairLimit ?? Self.pairLimit(entityCount: roll.count)
    backbone =
      pairs.count > limit
      ? Backbone(pairs, entityCount: network.entities.count, limit: max(limit, 0)) : nil
    let isKept = backbone?.isKept ?? pairs.map { _ in true }
    let drawn = zip(pairs, isKept).filter { $0.1 }.flatMap { $0.0.ties }
    let families = network.types.map { LineFamily($0) }
    let perPair = LineScale(entityCount: self.layout.positions.count, maximum: 1).linesPerPair
    let lines = LineGroup.groups(
      drawn.map { place in
        let tie = network.ties[place]
        return LineGroup.Member(
          source: tie.source, target: tie.target, family: families[tie.type],
          isDirected: !network.types[tie.type].isUndirected, weight: tie.weight, tie: place)
      }, limit: perPair)
    self.lines = lines
    scale = LineScale(
      entityCount: self.layout.positions.count, maximum: lines.map(\.weight).max() ?? 0)
    var partners = [Int](repeating: 0, count: network.entities.count)
    for pair in pairs where pair.first != pair.second {
      partners[pair.first] += 1
      partners[pair.second] += 1
    }
    partnerCount = partners
  }

  private static func pairLimit(entityCount: Int) -> Int {
    entityCount <= 60 ? 240 : min(2 * entityCount + 120, entityCount * 6 / 5 + 600)
  }

  private static func labelCount(entityCount: Int) -> Int {
    entityCount <= MapLayout.fullyLabelledCount ? entityCount : 60 + entityCount / 25
  }

  mutating func drawing() -> Drawing {
    let title = PlainText(options.title ?? "Partner network", limit: 150)
    var drawing = Drawing.page(title: title, description: description)
    drawing.addTitle(title, subtitle: subtitle)
    guard !roll.isEmpty else {
      drawing.addNotice(emptyNotice)
      return drawing
    }
    var picture = Picture(
      nodes: roll.indices.map { node($0) }, lines: lines.map { line($0) },
      labelCount: max(0, options.labelCount ?? Self.labelCount(entityCount: roll.count)),
      isDense: roll.count > MapLayout.fullyLabelledCount)
    picture.draw(on: &drawing)
    drawLegend(on: &drawing, hiddenLabelCount: picture.hiddenLabelCount)
    return drawing
  }

  private func node(_ place: Int) -> PictureNode {
    let entity = network.entities[roll[place]]
    let score = scores.values[place]
    let community = options.communities[entity.id]
    let colours = Palette.community(community)
    let kind = entity.kind.map(\.rawValue) ?? "entity"
    var classes = [Identifier("entity"), Identifier(kind)]
    if let community { classes.append(Identifier("community-\(community)")) }
    var title = "\(entity.shownName.value) (\(kind)): \(measureName) \(Wording.number(score)), "
    title += Wording.count(partnerCount[roll[place]], "partner", "partners")
    return PictureNode(
      centre: layout.positions[entity.id] ?? Frame.plot.centre,
      shape: layout.shape(entity, score: score, maximum: scores.maximum),
      name: entity.shownName, fill: colours.fill,
      pen: Pen(colours.stroke, width: roll.count > 320 ? 0.7 : 1.3),
      share: scores.maximum > 0 ? score / scores.maximum : 0, caption: nil,
      annotation: Annotation(
        Identifier("entity-\(entity.id.rawValue)"), classes: classes, title: PlainText(title)))
  }

  private func line(_ group: LineGroup) -> PictureLine {
    let family = group.family
    let relations = Set(group.ties.map { network.types[network.ties[$0].type].name }).sorted()
    let first = network.entities[group.first]
    let second = network.entities[group.second]
    return PictureLine(
      first: number[group.first], second: number[group.second],
      pen: Pen(
        family.colour.with(opacity: scale.opacity), width: scale.width(group.weight),
        dash: family.dash),
      start: group.pointsToFirst && scale.hasArrows ? family.arrow : .none,
      end: group.pointsToSecond && scale.hasArrows ? family.arrow : .none,
      arrowSize: scale.arrowSize(group.weight),
      annotation: Annotation(
        Identifier("tie-\(first.id.rawValue)-\(family)-\(second.id.rawValue)"),
        classes: [Identifier("tie"), family.identifier]
          + relations.map { Identifier("relation-\($0)") },
        title: PlainText(tooltip(group), limit: 600)))
  }

  /// "Russia → India: arms supply (transfer); weight 7.5; 9 statements in 6 documents; 2012 to
  /// 2014".
  private func tooltip(_ group: LineGroup) -> String {
    let ties = group.ties.map { network.ties[$0] }
    let names = (
      network.entities[group.first].shownName.value, network.entities[group.second].shownName.value
    )
    let who =
      switch (group.pointsToFirst, group.pointsToSecond) {
      case (true, false): "\(names.1) → \(names.0)"
      case (false, true): "\(names.0) → \(names.1)"
      case (true, true): "\(names.0) ↔ \(names.1)"
      case (false, false): "\(names.0) – \(names.1)"
      }
    let relations = Set(ties.map { network.types[$0.type].name }).sorted().joined(separator: ", ")
    let documents = Set(group.ties.flatMap { network.documents(ofTieAt: $0) }).count
    var text = "\(who): \(group.family.name) (\(relations)); weight \(Wording.number(group.weight))"
    text += "; " + Wording.count(ties.reduce(0) { $0 + $1.statementCount }, "statement", "statements")
    if documents > 0 { text += " in " + Wording.count(documents, "document", "documents") }
    let dates = Wording.span(ties.compactMap(\.first).min(), ties.compactMap(\.last).max())
    return text + "; " + (dates ?? "undated")
  }

  private var measureName: String { options.measureName ?? "weight of ties" }

  private var subtitle: PlainText {
    let dated = Wording.span(
      network.ties.compactMap(\.first).min(), network.ties.compactMap(\.last).max())
    var parts = [
      network.selection.period.map(Wording.period) ?? dated ?? "undated"
    ]
    if !network.documents.isEmpty {
      parts.append(Wording.count(network.documents.count, "document", "documents"))
    }
    parts.append(Wording.count(roll.count, "entity", "entities"))
    parts.append(Wording.count(network.drawnTies.count, "tie", "ties"))
    if network.undatedObservationCount > 0 {
      parts.append(
        Wording.count(network.undatedObservationCount, "undated statement", "undated statements")
          + " left out")
    }
    return PlainText(parts.joined(separator: " · "), limit: 300)
  }

  private var description: PlainText {
    guard !roll.isEmpty else { return "There is nothing to draw in this period." }
    let top = scores.order().prefix(5).map { network.entities[roll[$0]].shownName.value }
    return PlainText(
      "A map of \(subtitle.value). Most central by \(measureName): "
        + top.joined(separator: ", ") + ". Each mark has its evidence as a title.", limit: 1000)
  }

  private var emptyNotice: [PlainText] {
    let period = network.selection.period.map { " in \(Wording.period($0))" } ?? ""
    var lines = [PlainText("No ties\(period)")]
    if network.undatedObservationCount > 0 {
      lines.append(
        PlainText(
          Wording.count(network.undatedObservationCount, "statement has", "statements have")
            + " no date and are not part of any period."))
    }
    return lines
  }

  private func drawLegend(on drawing: inout Drawing, hiddenLabelCount: Int) {
    var legend = Legend()
    legend.entities(roll.map { network.entities[$0].kind }, on: &drawing)
    drawCommunities(in: &legend, on: &drawing)
    legend.heading("Relation", on: &drawing)
    for family in LineFamily.allCases {
      let own = lines.filter { $0.family == family }
      guard !own.isEmpty else { continue }
      let isDirected = own.contains { $0.pointsToFirst || $0.pointsToSecond }
      legend.line(
        Pen(family.colour, width: 1.8, dash: family.dash),
        end: isDirected && scale.hasArrows ? family.arrow : .none, text: PlainText(family.name),
        on: &drawing)
    }
    legend.heading("Scale", on: &drawing)
    legend.note(PlainText("area: \(measureName)"), on: &drawing)
    drawSizes(in: &legend, on: &drawing)
    legend.note("width: weight of evidence", on: &drawing)
    for weight in scale.samples(least: lines.map(\.weight).min() ?? 0) {
      legend.line(
        Pen(Palette.secondary, width: scale.width(weight)), text: PlainText(Wording.number(weight)),
        height: 14, on: &drawing)
    }
    drawNotes(in: &legend, on: &drawing, hiddenLabelCount: hiddenLabelCount)
  }

  private func drawSizes(in legend: inout Legend, on drawing: inout Drawing) {
    let top = scores.maximum
    let least = scores.values.min() ?? 0
    var samples = [top]
    if least < top * 0.15 { samples.append(top * 0.35) }
    if least < top * 0.8 { samples.append(least) }
    legend.circles(
      samples.map {
        (layout.sizing.radius(score: $0, maximum: top), PlainText(Wording.number($0)))
      }, on: &drawing)
  }

  private func drawCommunities(in legend: inout Legend, on drawing: inout Drawing) {
    var members: [Int: [Int]] = [:]
    var rest = 0
    for place in scores.order() {
      let community = options.communities[network.entities[roll[place]].id]
      if let community, Palette.communities.indices.contains(community) {
        members[community, default: []].append(place)
      } else {
        rest += 1
      }
    }
    guard !members.isEmpty else { return }
    legend.heading(
      PlainText("Community" + (options.communityMethod.map { " (\($0))" } ?? "")), on: &drawing)
    for community in Palette.communities.indices {
      guard let own = members[community] else { continue }
      let names = own.prefix(2).map { network.entities[roll[$0]].shownName.value }
      let more = own.count > 2 ? " + \(Wording.count(own.count - 2))" : ""
      let colours = Palette.community(community)
      legend.shape(
        .roundedBox, fill: colours.fill, pen: Pen(colours.stroke, width: 1.3),
        text: PlainText(names.joined(separator: ", ") + more), on: &drawing)
    }
    if rest > 0 {
      legend.shape(.roundedBox, text: PlainText("others (\(Wording.count(rest)))"), on: &drawing)
    }
  }

  private func drawNotes(
    in legend: inout Legend, on drawing: inout Drawing, hiddenLabelCount: Int
  ) {
    let named = options.labelCount ?? Self.labelCount(entityCount: roll.count)
    if let backbone {
      let kept = backbone.isKept.count { $0 }
      legend.note(
        PlainText(
          "Backbone: \(Wording.count(kept)) of \(Wording.count(pairs.count)) pairs drawn "
            + "(disparity filter, α = \(Wording.number(backbone.significance)), and each entity's "
            + "strongest tie)."), on: &drawing)
    }
    if scale.linesPerPair == 1 {
      legend.note("One line for each pair, in the colour of its heaviest relation.", on: &drawing)
    }
    if named < roll.count {
      legend.note("Named: the most central entities, as far as there is room.", on: &drawing)
    } else if hiddenLabelCount > 0 {
      legend.note(
        PlainText("No room for \(Wording.count(hiddenLabelCount, "name", "names"))."), on: &drawing)
    }
  }
}

extension Legend {
  /// The outlines that occur.
  mutating func entities(_ kinds: [EntityKind?], on drawing: inout Drawing) {
    heading("Entity", on: &drawing)
    if kinds.contains(.country) { shape(.ellipse, text: "country", on: &drawing) }
    if kinds.contains(.organisation) { shape(.roundedBox, text: "organisation", on: &drawing) }
    if kinds.contains(.person) { shape(.doubleEllipse, text: "person", on: &drawing) }
    if kinds.contains(nil) { shape(.ellipse, text: "entity", on: &drawing) }
  }
}
