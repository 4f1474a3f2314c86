/// A document before it is read: its bytes, and what is known of it from outside.
public struct DocumentSource: Sendable {
  /// How the text is written.
  public enum Format: String, Hashable, Sendable {
    /// Plain text.
    case plain
    /// Markdown.
    case markdown
    /// A page of HTML.
    case hypertext
  }

  /// What came with the text, as an NDJSON line gives it.
  public struct Metadata: Hashable, Sendable {
    /// The headline.
    public var title: String?
    /// The outlet.
    public var source: String?
    /// The address.
    public var url: String?
    /// The date of publication, in any usual form.
    public var date: String?

    /// Made of its parts.
    public init(
      title: String? = nil, source: String? = nil, url: String? = nil, date: String? = nil
    ) {
      self.title = title
      self.source = source
      self.url = url
      self.date = date
    }
  }

  /// The path as the user gave it, or the id of an NDJSON line.
  public var name: String
  /// The file's bytes, or the text of an NDJSON line in UTF-8.
  public var bytes: [UInt8]
  /// How the text is written.
  public var format: Format
  /// What came with it.
  public var metadata: Metadata

  /// Made of its parts; without a format, that which the name's ending tells.
  public init(
    name: String, bytes: [UInt8], format: Format? = nil, metadata: Metadata = Metadata()
  ) {
    self.name = name
    self.bytes = bytes
    self.format = format ?? Self.format(of: name)
    self.metadata = metadata
  }

  private static func format(of name: String) -> Format {
    switch FileEnding(name) {
    case .markdown: .markdown
    case .hypertext: .hypertext
    default: .plain
    }
  }
}

/// The endings of file names that are read.
enum FileEnding {
  case plain
  case markdown
  case hypertext
  case records
  case other(String)

  init(_ name: String) {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      self = .other("")
      return
    }
    switch file[file.index(after: dot)...].lowercased() {
    case "txt", "text": self = .plain
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .hypertext
    case "ndjson", "jsonl": self = .records
    case let ending: self = .other("." + ending)
    }
  }
}
