/// What can be wrong with what a user tells the reader.
public struct ExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of errors.
  public enum Code: String, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable
    /// The text is not YAML, or not a mapping of the sections that there are.
    case malformed
    /// A section or a key that does not exist.
    case unknownKey
    /// An entry lacks something, such as its reason.
    case incomplete
    /// An identifier or a country that neither the tables nor the file know.
    case unknownID
    /// A name or an identifier that is taken.
    case duplicate
    /// A country stands where an organisation should, or the like.
    case wrongKind
  }

  /// What is wrong, for a program.
  public let code: Code
  /// The file it stands in, if known.
  public let file: String?
  /// The line, from 1.
  public let line: Int?
  /// What was found.
  public let detail: String
  /// What to do about it.
  public let remedy: String

  /// An error with its place and its remedy.
  public init(
    _ code: Code, file: String? = nil, line: Int? = nil, detail: String, remedy: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }

  /// `file:line: detail; remedy`, without the parts that are not known.
  public var description: String {
    let line = line.map { file == nil ? "line \($0)" : "\($0)" }
    let place = [file, line].compactMap(\.self).joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + "; " + remedy
  }
}
