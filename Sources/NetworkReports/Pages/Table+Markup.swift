extension Table {
  /// The table as HTML: its title as caption, headings for its columns, and for each row the first
  /// text as its heading.
  ///
  /// - Parameters:
  ///   - limit: How many rows to show.
  ///   - link: The address that a row's first text leads to, by place of the row.
  func markup(limit: Int? = nil, link: (Int) -> String? = { _ in nil }) -> Markup {
    let all = limit.map { Array(rows.prefix($0)) } ?? rows
    let shown = shownColumns(all)
    let texts = shown.map { formatted(column: $0, all) }
    let onRight = shown.map { isRight($0, all) }
    let heading = shown.firstIndex { column in
      all.contains { if case .text = $0[column] { true } else { false } }
    }
    let head = shown.enumerated().map { place, column in
      Markup.element(
        "th", ["scope": "col", "class": onRight[place] ? "number" : "text"], columns[column].title)
    }
    let body = all.indices.map { row in
      Markup.element(
        "tr", [:],
        shown.indices.map { place in
          let text = Markup.element("bdi", [:], texts[place][row])
          guard place == heading else {
            return .element("td", ["class": onRight[place] ? "number" : "text"], [text])
          }
          let content = link(row).map { Markup.element("a", ["href": $0], [text]) } ?? text
          return .element("th", ["scope": "row", "class": "text"], [content])
        })
    }
    let caption = title.map { [Markup.element("caption", [:], $0)] } ?? []
    let table = Markup.element(
      "table", [:],
      caption + [.element("thead", [:], [.element("tr", [:], head)]), .element("tbody", [:], body)])
    let more =
      all.count < rows.count
      ? [Markup.element("p", ["class": "more"], "\(rows.count - all.count) more rows in the file.")]
      : []
    // A table that is wider than a phone scrolls by itself, with the keyboard as well.
    return Markup(
      [
        .element(
          "div",
          ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": title ?? "Table"],
          [table])
      ] + more)
  }
}
