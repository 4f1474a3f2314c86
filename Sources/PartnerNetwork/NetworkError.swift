/// Why a network could not be looked at as asked.
public struct NetworkError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    case unknownEntity, ambiguousEntity, unknownMeasure, unknownMethod, invalidOption, noMeasures
    /// The measure has no meaning on the network.
    case undefinedMeasure
    /// The network is too large for the method.
    case tooLarge
    /// The engine could not compute what was asked for.
    case computation
  }

  /// What went wrong.
  public let code: Code
  /// The file it happened in, where there is one.
  public var file: String?
  /// The line of the file.
  public var line: Int?
  /// What went wrong, in words.
  public let detail: String
  /// What to do about it.
  public let remedy: String

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
}

extension NetworkError: CustomStringConvertible {
  /// `file:line: detail; remedy`, without what is not known.
  public var description: String {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + "; " + remedy
  }
}
