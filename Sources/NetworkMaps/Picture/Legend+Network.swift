import Graphviz
import PartnerModel

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
        $0.family.colour == family.colour && $0.family.dash == family.dash && $0.arrow == arrow
      }
      if let twin {
        rows[twin].names.append(family.name)
      } else {
        rows.append((family, arrow, [family.name]))
      }
    }
    for row in rows {
      line(
        Pen(row.family.colour, width: 1.8, dash: row.family.dash), end: row.arrow,
        text: PlainText(row.names.joined(separator: "; ")), on: &drawing)
    }
  }

  /// Circles for the highest score, about a third of it, and the lowest.
  mutating func sizes(_ scores: Scores, sizing: NodeSizing, on drawing: inout Drawing) {
    let top = scores.maximum
    let least = scores.values.min() ?? 0
    var samples = [top]
    if least < top * 0.15 { samples.append(top * 0.35) }
    if least < top * 0.8 { samples.append(least) }
    circles(
      samples.map { (sizing.radius(score: $0, maximum: top), PlainText(Wording.number($0))) },
      on: &drawing)
  }
}
