import Graphviz

/// What kept a map from being drawn.
public struct MapError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public enum Code: String, Sendable {
    /// The drawing library is not complete on this machine, or failed.
    case notDrawn
  }

  /// The kind of failure.
  public let code: Code
  /// The file concerned, if any.
  public let file: String?
  /// The line of that file, if any.
  public let line: Int?
  /// What happened.
  public let detail: String
  /// What the user can do.
  public let remedy: String

  init(_ error: GraphvizError) {
    code = .notDrawn
    file = error.file
    line = error.line
    detail = error.detail
    remedy = error.remedy
  }

  /// Detail and remedy in one line.
  public var description: String { "\(detail); \(remedy)" }
}
