/// What keeps a graph from being built or a measure from being computed.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable {
    /// A negative number of vertices, or more vertices or edges than a graph can hold.
    case invalidSize
    /// An edge names a vertex that does not exist.
    case vertexOutOfRange
    /// A weight that is not a number, negative, or outside ``Graph/weightRange``.
    case invalidWeight
    /// A parameter of a measure outside its range.
    case invalidParameter
    /// An iteration did not reach its tolerance.
    case notConverged
    /// The measure has no meaning on this graph.
    case undefined
    /// The surrounding task was cancelled.
    case cancelled
  }

  /// The kind of failure.
  public let code: Code
  /// The file at fault; a graph has none.
  public let file: String?
  /// The line at fault; a graph has none.
  public let line: Int?
  /// What went wrong.
  public let detail: String
  /// What the caller can do about it.
  public let remedy: String

  /// An error with its explanation.
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
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + "; " + remedy
  }
}

extension GraphError {
  static let cancelled = GraphError(
    .cancelled, detail: "the computation was cancelled", remedy: "run it again")

  static func notConverged(_ measure: String, after iterations: Int, remedy: String) -> GraphError {
    GraphError(
      .notConverged,
      detail: "\(measure) did not reach its tolerance in \(iterations) iterations",
      remedy: remedy)
  }

  /// Throws unless `condition` holds for the parameter `name`.
  static func require(
    _ condition: Bool, _ name: String, _ value: some CustomStringConvertible, _ rule: String
  ) throws(GraphError) {
    guard condition else {
      throw GraphError(
        .invalidParameter, detail: "\(name) is \(value)", remedy: "give \(name) \(rule)")
    }
  }
}
