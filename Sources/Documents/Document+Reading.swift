import PartnerModel

extension Document {
  /// Reads a document; throws when it holds no text.
  ///
  /// Complexity: linear in the number of bytes.
  public init(_ source: DocumentSource) throws(DocumentError) {
    guard let decoded = DecodedText(source.bytes) else {
      throw DocumentError(
        .binary, file: source.name, detail: BinaryFile.description(source.bytes),
        remedy: "export it as text or HTML and read that")
    }
    var page = PageMetadata()
    let layout: Layout
    if source.format == .hypertext || Self.looksLikeHypertext(decoded.utf8) {
      let read = Hypertext.read(decoded.utf8)
      page = read.page
      layout = Layout(read.text, keep: read.keep)
    } else {
      layout = Layout(
        PlainText.read(decoded.utf8, isMarkdown: source.format == .markdown))
    }
    let passages = layout.passages()
    guard passages.contains(where: { $0.kind != .persons }) else {
      throw DocumentError(
        .emptyDocument, file: source.name,
        detail: source.bytes.isEmpty ? "is empty" : "holds no running text",
        remedy: "remove it, or check that it was saved whole")
    }
    let metadata = source.metadata
    url = metadata.url ?? page.url ?? layout.address
    dating = DateResolver(
      layout: layout, passages: passages,
      metadata: (metadata.date ?? page.date).flatMap(DateResolver.read), url: url,
      name: source.name
    ).dating()
    name = source.name
    digest = SHA256.hexadecimal(source.bytes)
    title = metadata.title ?? page.title ?? layout.title?.text
    self.source = metadata.source ?? page.source ?? layout.outlet
    place = layout.place
    self.passages = passages
    wordCount = passages.lazy.filter { $0.kind != .persons }
      .reduce(0) { $0 + $1.text.utf8.count { $0 == 32 } + 1 }
    fingerprint = StoryFingerprint(passages, yearless: dating.yearless).bytes
    notes = decoded.remark.map { [$0.note(source.name)] } ?? []
  }

  private static func looksLikeHypertext(_ utf8: [UInt8]) -> Bool {
    let head = utf8.prefix(200).drop { $0 <= 32 }.prefix(14)
      .map { isUppercaseByte($0) ? $0 | 0x20 : $0 }
    return head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8)
  }
}

extension DecodedText.Remark {
  fileprivate func note(_ name: String) -> DocumentError {
    switch self {
    case .repaired(let count):
      DocumentError(
        .repaired, file: name,
        detail:
          "has \(count) \(count == 1 ? "place that is" : "places that are") not valid UTF-8; read with U+FFFD there",
        remedy: "save it as UTF-8 if names look damaged")
    case .windows1252:
      DocumentError(
        .guessedEncoding, file: name, detail: "is not UTF-8; read as Windows-1252",
        remedy: "save it as UTF-8 if names look damaged")
    }
  }
}

/// Files that are often taken for text.
private enum BinaryFile {
  private static let signatures: [(signature: [UInt8], name: String)] = [
    (Array("%PDF".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, such as a Word or OpenDocument file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
  ]

  static func description(_ bytes: [UInt8]) -> String {
    for (signature, name) in signatures where bytes.starts(with: signature) {
      return "is \(name), not text"
    }
    return "is a binary file, not text"
  }
}
