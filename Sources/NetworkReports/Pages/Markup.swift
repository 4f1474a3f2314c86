/// HTML that can only be made of literal tags and escaped text, so that no name, title or sentence
/// can become markup.
struct Markup {
  private(set) var html = ""

  init() {}

  /// Escapes a text.
  init(_ text: String) {
    for scalar in DisplayWidth.harmless(text).unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// Parts one after the other.
  init(_ parts: [Markup], separator: String = "") {
    html = parts.map(\.html).joined(separator: Markup(separator).html)
  }

  /// An element with what stands in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    var markup = Markup()
    markup.html = "<\(name)"
    for (key, value) in attributes { markup.html += " \(key)=\"\(Markup(value).html)\"" }
    markup.html += ">"
    if !isVoid(name) {
      for part in content { markup.html += part.html }
      markup.html += "</\(name)>"
    }
    if isBlock(name) { markup.html += "\n" }
    return markup
  }

  /// An element with a text in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) -> Markup {
    element(name, attributes, [Markup(text)])
  }

  /// The style sheet, the one part that is not escaped.
  static func style(_ sheet: StaticString) -> Markup {
    var markup = Markup()
    markup.html = "<style>\(sheet)</style>\n"
    return markup
  }

  private static func isVoid(_ name: StaticString) -> Bool {
    ["meta", "img", "link"].contains("\(name)")
  }

  private static func isBlock(_ name: StaticString) -> Bool {
    !["a", "q", "cite", "time", "strong", "em", "td", "th", "bdi", "span", "title"].contains(
      "\(name)")
  }
}
