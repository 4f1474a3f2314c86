/// What Graphviz could not do.
public struct GraphvizError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: String, Sendable {
    /// The library or its settings could not be loaded.
    case unavailable
    /// The drawing could not be built or placed.
    case refused
    /// The wanted format has no plugin, or it wrote nothing.
    case notWritten
  }

  /// The kind of failure.
  public let code: Code
  /// The file concerned, if any.
  public let file: String?
  /// The line of that file, if any.
  public let line: Int?
  /// What happened, with the library's own words.
  public let detail: String
  /// What the user can do.
  public let remedy: String

  init(_ code: Code, _ detail: String, messages: [String] = [], remedy: String) {
    self.code = code
    file = nil
    line = nil
    self.detail = ([detail] + messages.prefix(5)).joined(separator: ": ")
    self.remedy = remedy
  }

  /// Detail and remedy in one line.
  public var description: String { "\(detail); \(remedy)" }
}
