import ExchangeFormats
import Foundation
import PartnerModel

/// A folder that is there while a test runs.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "exchange-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

func read(_ text: String, as format: ExchangeFormat = .csv) throws -> ExchangeReading {
  try ExchangeFile.read(Array(text.utf8), as: format, file: "graph")
}

extension ExchangeReading {
  /// The ties in short: `a relation b weight date status row`, undirected ones with `~`.
  var ties: [String] {
    evidence.observations.map { tie in
      let type = evidence.relations[Int(tie.relation)]
      var parts = [
        evidence.entities[Int(tie.source)].id.rawValue,
        (type.isUndirected ? "~" : "") + type.name,
        evidence.entities[Int(tie.target)].id.rawValue, tie.weight.description,
      ]
      if let date = tie.date { parts.append(date.description) }
      if tie.status != .asserted { parts.append(tie.status.rawValue) }
      return parts.joined(separator: " ") + " @\(tie.row)"
    }
  }

  var messages: [String] { problems.map(\.description) }
}
