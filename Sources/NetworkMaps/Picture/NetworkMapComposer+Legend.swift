import Graphviz
import PartnerModel
import PartnerNetwork

extension NetworkMapComposer {
  func drawLegend(for picture: Picture, on drawing: inout Drawing) {
    var legend = Legend()
    legend.heading("Entity", on: &drawing)
    legend.kinds(
      roll.map { network.entities[$0].kind }, haveTwoRims: picture.hasTwoRims, on: &drawing)
    drawCommunities(in: &legend, on: &drawing)
    legend.heading("Relation", on: &drawing)
    legend.families(lines, hasArrows: scale.hasArrows, on: &drawing)
    legend.heading("Scale", on: &drawing)
    legend.note(PlainText("area: \(measureName)"), on: &drawing)
    legend.sizes(scores, sizing: layout.sizing, on: &drawing)
    legend.note("width: weight of evidence", on: &drawing)
    for weight in scale.samples(least: lines.map(\.weight).min() ?? 0) {
      legend.line(
        Pen(Palette.secondary, width: scale.width(weight)), text: PlainText(Wording.number(weight)),
        height: 14, on: &drawing)
    }
    drawNotes(in: &legend, on: &drawing, hiddenLabelCount: picture.hiddenLabelCount)
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
    let named = options.boundedLabelCount(entityCount: roll.count)
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
