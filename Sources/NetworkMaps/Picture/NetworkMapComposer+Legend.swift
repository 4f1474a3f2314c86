import Graphviz
import PartnerModel
import PartnerNetwork

extension NetworkMapComposer {
  func drawLegend(for picture: Picture, on drawing: inout Drawing) {
    var legend = Legend(palette)
    legend.heading("Entity", on: &drawing)
    legend.kinds(
      roll.map { network.entities[$0].kind }, haveTwoRims: picture.hasTwoRims, on: &drawing)
    legend.communities(
      scores.order().map { network.entities[roll[$0]] }, options: options, on: &drawing)
    legend.heading("Relation", on: &drawing)
    legend.families(lines, hasArrows: scale.hasArrows, on: &drawing)
    legend.heading("Scale", on: &drawing)
    legend.note(PlainText("area: \(measureName)"), on: &drawing)
    legend.sizes(scores, sizing: layout.sizing, on: &drawing)
    legend.widths(scale, lines: lines, on: &drawing)
    drawNotes(in: &legend, on: &drawing, hiddenLabelCount: picture.hiddenLabelCount)
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
    legend.names(hidden: hiddenLabelCount, areAll: named == roll.count, on: &drawing)
  }
}
