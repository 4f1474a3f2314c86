import PartnerModel
import PartnerNetwork

extension ReportPage {
  /// Every tie with what supports it, the strongest first.
  func evidenceSection() throws -> Markup {
    let order = network.ties.indices.sorted { a, b in
      let (x, y) = (network.ties[a].weight, network.ties[b].weight)
      return x != y ? x > y : a < b
    }
    var met: Set<Int> = []
    let ties = try order.flatMap { place in
      // Maps lead to an entity's strongest tie.
      let ends = [network.ties[place].source, network.ties[place].target]
      let anchors = ends.filter { met.insert($0).inserted }.map { entity in
        Markup.element("span", ["id": EvidenceAnchor.entity(network.entities[entity].id)], "")
      }
      return anchors + [try tie(place)]
    }
    return section(
      "evidence", "Evidence",
      [
        .element(
          "p", [:],
          "Every tie with the sentences that support it, the strongest first. A planned event"
            + " counts half; what is denied counts nothing.")
      ] + ties)
  }

  private func tie(_ place: Int) throws -> Markup {
    let tie = network.ties[place]
    let lines = try book.lines(rows: tie.rows)
    let anchor = EvidenceAnchor.tie(
      network.entities[tie.source].id, network.types[tie.type], network.entities[tie.target].id)
    let name = tieName(
      network.entities[tie.source], network.types[tie.type], network.entities[tie.target])
    var facts = ["weight \(Decimals.short(tie.weight))"]
    if tie.documentCount > 0 {
      facts.append(
        "\(counted(tie.statementCount, "statement")) in \(counted(tie.documentCount, "document"))")
    } else {
      facts.append(counted(tie.statementCount, "row"))
    }
    if let first = tie.first, let last = tie.last {
      facts.append(first == last ? "\(first)" : "\(first) to \(last)")
    }
    return .element(
      "details", [:],
      [
        .element(
          "summary", [:],
          [
            .element("bdi", [:], name),
            Markup(", \(network.types[tie.type].name): \(facts.joined(separator: ", "))"),
          ]),
        // Browsers open what holds the place that a link leads to.
        .element("ol", ["id": anchor], lines.map(line)),
      ])
  }

  private func line(_ line: EvidenceLine) -> Markup {
    var parts: [Markup] = []
    if let date = line.date {
      parts += [.element("time", timeAttributes(date), date.description), Markup(" ")]
    } else {
      parts.append(Markup("undated "))
    }
    if line.status != .asserted { parts.append(Markup("(\(line.status.rawValue)) ")) }
    if let sentence = line.sentence { parts.append(.element("q", [:], sentence.text)) }
    parts.append(.element("span", ["class": "origin"], origin(line)))
    return .element("li", [:], parts)
  }

  /// Machines can read a day, a month or a year, but no interval.
  private func timeAttributes(_ date: PartialDate) -> KeyValuePairs<StaticString, String> {
    date.description.contains("/") ? [:] : ["datetime": date.description]
  }

  private func origin(_ line: EvidenceLine) -> [Markup] {
    guard let document = line.document else { return [Markup("Row \(line.row) of \(graph)")] }
    var parts: [Markup] = []
    let title = document.title ?? document.name
    if let address = document.url, isWebAddress(address) {
      parts.append(.element("a", ["href": address, "rel": "noopener noreferrer"], title))
    } else {
      parts.append(.element("cite", [:], title))
    }
    for text in [document.source, document.title == nil ? nil : document.name] {
      if let text { parts.append(Markup(text)) }
    }
    return [Markup(parts, separator: ", ")]
  }

  /// Only addresses of web pages become links: others, such as `javascript:`, could run something.
  private func isWebAddress(_ address: String) -> Bool {
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }
}
