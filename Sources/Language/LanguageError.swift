/// What can be wrong with a language model.
public struct LanguageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of errors.
  public enum Code: Sendable, Hashable {
    /// The bytes are no language model, or a damaged one.
    case malformedModel
    /// The model was written in another version of the format.
    case unsupportedVersion
  }

  /// What went wrong, for a program.
  public let code: Code
  /// The file it went wrong in, if known.
  public let file: String?
  /// The line, if known.
  public let line: Int?
  /// What went wrong, for a reader.
  public let detail: String
  /// What the reader can do about it.
  public let remedy: String

  /// An error with its place and its remedy.
  public init(
    code: Code, file: String? = nil, line: Int? = nil, detail: String, remedy: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }

  /// `file:line: detail; remedy`, without the parts that are not known.
  public var description: String {
    var place = file ?? ""
    if let line { place += place.isEmpty ? "line \(line)" : ":\(line)" }
    return (place.isEmpty ? "" : place + ": ") + detail + "; " + remedy
  }
}
