import Graphviz
import PartnerModel
import PartnerNetwork

extension NetworkMapComposer {
  /// "Russia → India: arms supply (transfer); weight 7.5; 9 statements in 6 documents; 2012 to
  /// 2014".
  func tooltip(_ group: LineGroup) -> String {
    let ties = group.ties.map { network.ties[$0] }
    let who = group.direction(
      network.entities[group.first].shownName, network.entities[group.second].shownName)
    let relations = Set(ties.map { network.types[$0.type].name }).sorted().joined(separator: ", ")
    let documents = Set(group.ties.flatMap { network.documents(ofTieAt: $0) }).count
    var text = "\(who): \(group.family.name) (\(relations)); weight \(Wording.number(group.weight))"
    text +=
      "; " + Wording.count(ties.reduce(0) { $0 + $1.statementCount }, "statement", "statements")
    if documents > 0 { text += " in " + Wording.count(documents, "document", "documents") }
    let dates = Wording.span(ties.compactMap(\.first).min(), ties.compactMap(\.last).max())
    return text + "; " + (dates ?? "undated")
  }

  var measureName: String { options.measureName ?? "weight of ties" }

  var subtitle: PlainText {
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

  var description: PlainText {
    guard !roll.isEmpty else { return "There is nothing to draw in this period." }
    let top = scores.order().prefix(5).map { network.entities[roll[$0]].shownName.value }
    return PlainText(
      "A map of \(subtitle.value). Most central by \(measureName): "
        + top.joined(separator: ", ") + ". Each mark has its evidence as a title.", limit: 1000)
  }

  var emptyNotice: [PlainText] {
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
}
