import PartnerModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads documents.
public struct DocumentReader: Sendable {
  /// The largest document read, in bytes.
  public var sizeLimit: Int

  /// A reader that refuses documents of more than `sizeLimit` bytes.
  public init(sizeLimit: Int = 16 << 20) {
    self.sizeLimit = min(max(sizeLimit, 1), 1 << 30)
  }

  /// Reads the documents of some paths one after the other; what cannot be read is reported and
  /// the rest goes on.
  public func read(
    paths: [String], problem: (DocumentError) throws -> Void, body: (Document) throws -> Void
  ) rethrows {
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        try problem(
          DocumentError(
            .missing, file: path, detail: "no such file", remedy: "check the path"))
        continue
      }
      switch Result(catching: { () throws(DocumentError) in
        try document(bytes: Array(data), name: path)
      }) {
      case .success(let document): try body(document)
      case .failure(let error): try problem(error)
      }
    }
  }

  /// Reads one document from its bytes.
  public func document(bytes: [UInt8], name: String) throws(DocumentError) -> Document {
    guard let decoded = DecodedText(bytes) else {
      throw DocumentError(
        .binary, file: name, detail: "is not text", remedy: "convert it to plain text")
    }
    let layout = Layout(PlainText.read(decoded.utf8))
    let passages = layout.passages()
    let dating = DateResolver(
      layout: layout, passages: passages, metadata: nil, url: nil, name: name
    ).dating()
    return Document(
      name: name, digest: SHA256.hexadecimal(bytes), title: layout.title?.text,
      source: layout.outlet, url: layout.address,
      dating: DateResolver(layout: layout, passages: passages, metadata: nil, url: nil, name: name)
        .dating(),
      passages: passages, wordCount: 0,
      fingerprint: StoryFingerprint(passages, yearless: dating.yearless).bytes)
  }
}
