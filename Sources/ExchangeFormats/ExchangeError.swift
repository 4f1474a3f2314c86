/// Why a file could not be read or written, or what of it could not.
public struct ExchangeError: Error, Hashable, Sendable {
  /// The kinds of failure that a caller may want to tell apart.
  public enum Code: String, Sendable {
    /// There is no such file or folder.
    case notFound
    /// The system does not let it be read or written.
    case notPermitted
    /// The ending names no format that is known, or the format cannot be written.
    case unknownFormat
    /// The file does not follow the rules of its format.
    case malformed
    /// One row, node or edge cannot be used.
    case badRecord
    /// The disk is full or failed.
    case disk
  }

  /// What kind of failure it is.
  public var code: Code
  /// The path of the file.
  public var file: String?
  /// The line of the file, from 1.
  public var line: Int?
  /// What is wrong.
  public var detail: String
  /// What to do about it.
  public var remedy: String

  /// Made of its parts.
  public init(
    _ code: Code, file: String?, line: Int? = nil, detail: String, remedy: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }
}

extension ExchangeError: CustomStringConvertible {
  /// `file:line: detail; remedy`
  public var description: String {
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + (remedy.isEmpty ? "" : "; " + remedy)
  }
}
