/// A document, or a part of one, that could not be read as it stands.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: String, Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The file or folder may not be read.
    case denied
    /// The folder holds no document.
    case emptyFolder
    /// The document holds no text.
    case emptyDocument
    /// The file is not text.
    case binary
    /// The document is larger than the limit.
    case tooLarge
    /// The line is not a JSON object with a `text`.
    case badRecord
    /// Reading failed for another reason.
    case unreadable
    /// A note: a file of a folder has an ending that is not read.
    case skipped
    /// A note: bytes that are no text were replaced.
    case repaired
    /// A note: the text was taken for Windows-1252.
    case guessedEncoding
  }

  /// What is wrong.
  public var code: Code
  /// The path or the name of the document.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// What was found.
  public var detail: String
  /// What to do about it.
  public var remedy: String

  /// Made of its parts.
  public init(
    _ code: Code, file: String? = nil, line: Int? = nil, detail: String, remedy: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }

  /// Whether it is a remark only: the document was read, or was none to begin with.
  public var isNote: Bool {
    switch code {
    case .skipped, .repaired, .guessedEncoding: true
    default: false
    }
  }

  /// `file:line: detail; remedy`.
  public var description: String {
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + "; " + remedy
  }
}
