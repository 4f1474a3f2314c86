/// Why a store could not be opened, read or written.
public struct StoreError: Error, Hashable, Sendable {
  /// The kinds of failure that a caller may want to tell apart.
  public enum Code: String, Sendable {
    /// There is no such file, and the store was to be read.
    case notFound
    /// The file is something else than a store.
    case notAStore
    /// The store was made by a later version, or says something that only a later one knows.
    case newerVersion
    /// The file is cut short or its contents contradict each other.
    case damaged
    /// The system does not let the file be read or written.
    case notPermitted
    /// Another program held the store for too long.
    case busy
    /// The disk is full or failed.
    case disk
    /// What the caller handed over cannot be kept, or is not in the store.
    case invalid
  }

  /// What kind of failure it is.
  public var code: Code
  /// The path of the store.
  public var file: String?
  /// The line of the file, where that means something.
  public var line: Int?
  /// What is wrong.
  public var detail: String
  /// What to do about it.
  public var remedy: String

  /// Made of its parts.
  public init(_ code: Code, file: String?, line: Int? = nil, detail: String, remedy: String) {
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
    self.remedy = remedy
  }
}

extension StoreError: CustomStringConvertible {
  /// `file:line: detail; remedy`
  public var description: String {
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + detail + (remedy.isEmpty ? "" : "; " + remedy)
  }
}
