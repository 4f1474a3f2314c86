import PartnerModel

/// The file formats in which graphs are exchanged, told apart by the ending of the file's name.
public enum ExchangeFormat: String, CaseIterable, Sendable {
  /// An edge list, comma- or semicolon-separated.
  case csv
  /// An edge list, tab-separated.
  case tsv
  /// Node-link JSON, as NetworkX and D3 write it.
  case json
  /// GraphML, as NetworkX, igraph and Gephi read and write it.
  case graphml

  /// The format of a path by its ending; an error that names the endings if it is none of them.
  public init(path: String) throws(ExchangeError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    guard let ending, let format = ExchangeFormat(rawValue: ending.lowercased()) else {
      throw ExchangeError(
        .unknownFormat, file: path,
        detail: ending.map { "no format has the ending '.\($0)'" } ?? "the name has no ending",
        remedy: "give one of " + ExchangeFormat.endings)
    }
    self = format
  }

  /// The endings, for messages: `.csv .tsv .json .graphml`.
  public static var endings: String { allCases.map { "." + $0.rawValue }.joined(separator: " ") }
}
