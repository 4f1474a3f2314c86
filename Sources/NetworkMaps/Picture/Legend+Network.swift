import Graphviz
import PartnerModel
import PartnerNetwork

extension Legend {
  /// The outlines that occur.
  mutating func kinds(_ kinds: [EntityKind?], haveTwoRims: Bool, on drawing: inout Drawing) {
    if kinds.contains(.country) { shape(.ellipse, text: "country", on: &drawing) }
    if kinds.contains(.organisation) { shape(.roundedBox, text: "organisation", on: &drawing) }
    if kinds.contains(.person) {
      shape(haveTwoRims ? .doubleEllipse : .ellipse, isWide: true, text: "person", on: &drawing)
    }
    if kinds.contains(nil) { shape(.ellipse, text: "entity", on: &drawing) }
  }

  /// The looks of lines that occur; families that look the same on this map share a row.
  mutating func families(_ lines: [LineGroup], hasArrows: Bool, on drawing: inout Drawing) {
    var rows: [(family: LineFamily, arrow: Arrow, names: [String])] = []
    for family in LineFamily.allCases {
      let own = lines.filter { $0.family == family }
      guard !own.isEmpty else { continue }
      let isDirected = own.contains { $0.pointsToFirst || $0.pointsToSecond }
      let arrow = isDirected && hasArrows ? family.arrow : .none
      let twin = rows.firstIndex {
        $0.family.colour(in: palette) == family.colour(in: palette) && $0.family.dash == family.dash
          && $0.arrow == arrow
      }
      if let twin {
        rows[twin].names.append(family.name)
      } else {
        rows.append((family, arrow, [family.name]))
      }
    }
    for row in rows {
      line(
        Pen(row.family.colour(in: palette), width: 1.8, dash: row.family.dash), end: row.arrow,
        text: PlainText(row.names.joined(separator: "; ")), on: &drawing)
    }
  }

  /// The largest communities by their most central members, who come first in `entities`.
  mutating func communities(
    _ entities: [Entity], options: MapOptions, on drawing: inout Drawing
  ) {
    var members: [Int: [Entity]] = [:]
    var rest = 0
    for entity in entities {
      let community = options.communities[entity.id]
      if let community, palette.communities.indices.contains(community) {
        members[community, default: []].append(entity)
      } else {
        rest += 1
      }
    }
    guard !members.isEmpty else { return }
    heading(
      PlainText("Community" + (options.communityMethod.map { " (\($0))" } ?? "")), on: &drawing)
    for community in palette.communities.indices {
      guard let own = members[community] else { continue }
      let names = own.prefix(2).map(\.shownName.value)
      let more = own.count > 2 ? " + \(Wording.count(own.count - 2))" : ""
      let colours = palette.community(community)
      shape(
        .roundedBox, fill: colours.fill, pen: Pen(colours.stroke, width: 1.3),
        text: PlainText(names.joined(separator: ", ") + more), on: &drawing)
    }
    if rest > 0 {
      shape(.roundedBox, text: PlainText("others (\(Wording.count(rest)))"), on: &drawing)
    }
  }

  /// What names are missing.
  mutating func names(hidden: Int, areAll: Bool, on drawing: inout Drawing) {
    if !areAll {
      note("Named: the most central entities, as far as there is room.", on: &drawing)
    } else if hidden > 0 {
      note(PlainText("No room for \(Wording.count(hidden, "name", "names"))."), on: &drawing)
    }
  }

  /// Lines of some weights.
  mutating func widths(_ scale: LineScale, lines: [LineGroup], on drawing: inout Drawing) {
    note("width: weight of evidence", on: &drawing)
    for weight in scale.samples(least: lines.map(\.weight).min() ?? 0) {
      line(
        Pen(palette.secondary, width: scale.width(weight)), text: PlainText(Wording.number(weight)),
        height: 14, on: &drawing)
    }
  }

  /// Circles for the highest score, about a third of it, and the lowest, in a picture of a scale.
  mutating func sizes(
    _ scores: Scores, sizing: NodeSizing, scale: Double = 1, on drawing: inout Drawing
  ) {
    let top = scores.maximum
    let least = scores.values.min() ?? 0
    var samples = [top]
    if least < top * 0.15 { samples.append(top * 0.35) }
    if least < top * 0.8 { samples.append(least) }
    circles(
      samples.map {
        (scale * sizing.radius(score: $0, maximum: top), PlainText(Wording.number($0)))
      },
      on: &drawing)
  }
}
