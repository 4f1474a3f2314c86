import PartnerModel

/// Reads a page of HTML into lines, one a block, and takes what its head says of it.
///
/// Reading is forgiving: unknown tags are passed over and whatever is not closed ends with the page.
struct Hypertext {
  private(set) var text: SourceText
  private(set) var page = PageMetadata()

  private let bytes: UnsafeBufferPointer<UInt8>
  private let dropsByClass: Bool
  private var index = 0
  private var scalars = 0
  /// The element whose content is passed over, and how many of its name are open.
  private var skipped: (name: String, depth: Int)?
  private var hint = SourceText.Hint.block
  private var linkDepth = 0
  private var linked = 0
  private var visible = 0
  private var articleDepth = 0
  /// Lines inside an `article` or `main` element.
  private(set) var articleLines: [Bool] = []
  /// Lines of which nearly everything is a link.
  private(set) var linkLines: [Bool] = []

  /// Complexity: linear.
  static func read(_ utf8: [UInt8]) -> (text: SourceText, page: PageMetadata, keep: [Bool]) {
    utf8.withUnsafeBufferPointer { bytes in
      var reader = Hypertext(bytes, dropsByClass: true)
      reader.read()
      // Class names may deceive: a wrapper of the whole page can be called "sidebar-left".
      var all = Hypertext(bytes, dropsByClass: false)
      all.read()
      if reader.text.bytes.count * 5 < all.text.bytes.count { reader = all }
      return (reader.text, reader.page, reader.kept())
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, dropsByClass: Bool) {
    self.bytes = bytes
    self.dropsByClass = dropsByClass
    text = SourceText(capacity: bytes.count / 2)
  }

  /// Which lines are the text: those of the article, when the page has one that holds most of it.
  private func kept() -> [Bool] {
    var inArticle = 0
    for (line, isArticle) in zip(text.lines, articleLines) where isArticle {
      inArticle += line.range.count
    }
    let hasArticle = inArticle * 5 >= text.bytes.count * 2 && inArticle > 0
    return zip(articleLines, linkLines).map { (!hasArticle || $0) && !$1 }
  }

  private mutating func read() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if skipComment() { continue }
        if let tag = HypertextTag(bytes, index) {
          skip(to: index + tag.length)
          handle(tag)
          continue
        }
      }
      if skipped != nil {
        skip(to: index + 1)
      } else {
        readScalar()
      }
    }
    endLine()
  }

  private mutating func readScalar() {
    if bytes[index] == UInt8(ascii: "&"),
      let (scalar, length) = CharacterReference.decode(bytes, index)
    {
      let range = TextRange(scalars, scalars + length)
      switch ScalarTreatment(scalar.value) {
      case .keep:
        text.append(replacement: Array(String(scalar).utf8), for: range)
        count(1)
      case .space, .lineBreak: text.space(range)
      case .drop: break
      }
      skip(to: index + length)
      return
    }
    let (scalar, width) = decodeScalar(bytes, index)
    switch ScalarTreatment(scalar) {
    case .keep:
      let first = index
      index += width
      while index < bytes.count, bytes[index] != UInt8(ascii: "<"),
        bytes[index] != UInt8(ascii: "&")
      {
        let (next, nextWidth) = decodeScalar(bytes, index)
        guard nextWidth == width, case .keep = ScalarTreatment(next) else { break }
        index += width
      }
      text.append(bytes[first..<index], width: width, at: scalars)
      scalars += (index - first) / width
      count((index - first) / width)
    case .space, .lineBreak:
      text.space(TextRange(scalars, scalars + 1))
      skip(to: index + width)
    case .drop: skip(to: index + width)
    }
  }

  private mutating func count(_ scalars: Int) {
    visible += scalars
    if linkDepth > 0 { linked += scalars }
  }

  private mutating func skip(to end: Int) {
    let end = min(end, bytes.count)
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { scalars += 1 }
      index += 1
    }
  }

  private mutating func endLine() {
    let before = text.lines.count
    text.endLine(hint, blankAfter: true)
    if text.lines.count > before {
      articleLines.append(articleDepth > 0)
      linkLines.append(linked * 10 >= visible * 9 && linked > 0 && hint != .heading)
    }
    visible = 0
    linked = 0
  }

  // MARK: Markup

  /// Passes over a comment, a declaration or an instruction.
  private mutating func skipComment() -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return false }
    let isComment =
      index + 3 < bytes.count && bytes[index + 2] == UInt8(ascii: "-")
      && bytes[index + 3] == UInt8(ascii: "-")
    var end = index + (isComment ? 4 : 2)
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: ">"),
        !isComment || bytes[end - 1] == UInt8(ascii: "-") && bytes[end - 2] == UInt8(ascii: "-")
      {
        break
      }
      end += 1
    }
    skip(to: end + 1)
    return true
  }

  private mutating func handle(_ tag: HypertextTag) {
    if !tag.isEnd, Elements.raw.contains(tag.name) {
      readRaw(tag)
      return
    }
    if let open = skipped {
      if tag.name == open.name, !tag.isEmpty {
        let depth = open.depth + (tag.isEnd ? -1 : 1)
        skipped = depth == 0 ? nil : (open.name, depth)
      }
      return
    }
    if !tag.isEnd {
      page.read(tag)
      if isFurniture(tag) {
        endLine()
        skipped = (tag.name, 1)
        return
      }
    }
    switch tag.name {
    case "a": linkDepth = max(0, linkDepth + (tag.isEnd ? -1 : 1))
    case "article", "main":
      endLine()
      articleDepth = max(0, articleDepth + (tag.isEnd ? -1 : 1))
    case "br": endLine()
    default:
      guard Elements.blocks.contains(tag.name) else { return }
      endLine()
      hint = tag.isEnd ? .block : Elements.hints[tag.name] ?? hint
      if !tag.isEnd, tag.name == "p" || tag.name == "div", hint != .quotation { hint = .block }
    }
  }

  private func isFurniture(_ tag: HypertextTag) -> Bool {
    guard !tag.isEmpty, !Elements.void.contains(tag.name) else { return false }
    if Elements.furniture.contains(tag.name) { return true }
    if tag.attributes["hidden"] != nil || tag.attributes["aria-hidden"] == "true" { return true }
    guard dropsByClass || articleDepth > 0, !Elements.wrappers.contains(tag.name) else {
      return false
    }
    if let role = tag.attributes["role"], Elements.roles.contains(role) { return true }
    for key in ["class", "id"] {
      guard let value = tag.attributes[key] else { continue }
      for word in value.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
        let head = word.prefix { $0 != "-" && $0 != "_" }
        if Elements.classes.contains(head.lowercased()) { return true }
      }
    }
    return false
  }

  /// Reads an element whose content is no markup: a script, a style sheet, the title.
  private mutating func readRaw(_ tag: HypertextTag) {
    guard !tag.isEmpty else { return }
    let start = index
    let name = Array(tag.name.utf8)
    var end = index
    search: while end < bytes.count {
      if bytes[end] == UInt8(ascii: "<"), end + 1 + name.count < bytes.count,
        bytes[end + 1] == UInt8(ascii: "/")
      {
        var matches = true
        for (offset, byte) in name.enumerated() where bytes[end + 2 + offset] | 0x20 != byte {
          matches = false
          break
        }
        if matches { break search }
      }
      end += 1
    }
    if skipped == nil || tag.name == "script" {
      page.readRaw(tag, bytes, start..<end)
    }
    var close = end
    while close < bytes.count, bytes[close] != UInt8(ascii: ">") { close += 1 }
    skip(to: close + 1)
  }
}

/// The elements of HTML, by what they mean for the text.
private enum Elements {
  static let raw: Set<String> = ["script", "style", "title", "textarea", "noscript"]
  static let furniture: Set<String> = [
    "nav", "footer", "aside", "button", "select", "svg", "iframe", "object", "template", "canvas",
    "audio", "video", "math", "dialog", "menu",
  ]
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// Never dropped for their class.
  static let wrappers: Set<String> = ["html", "head", "body", "main", "article", "h1", "time"]
  static let blocks: Set<String> = [
    "p", "div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
    "dt", "dd", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "hr", "figure",
    "figcaption", "address", "body", "form", "fieldset", "center", "caption", "details", "summary",
  ]
  static let hints: [String: SourceText.Hint] = [
    "h1": .heading, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading,
    "h6": .heading, "li": .listItem, "blockquote": .quotation,
  ]
  static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog",
  ]
  /// The first part of class names and ids.
  static let classes: Set<String> = [
    "share", "sharing", "social", "related", "comments", "breadcrumb", "breadcrumbs", "sidebar",
    "newsletter", "cookie", "cookies", "promo", "advert", "ad", "ads", "advertisement", "footer",
    "nav", "navbar", "navigation", "menu", "tags", "taglist", "pagination", "pager", "subscribe",
    "subscription", "widget", "popup", "modal", "banner", "skip", "toolbar", "recommended",
    "trending", "outbrain", "taboola",
  ]
}
