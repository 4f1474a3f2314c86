import Documents
import Extraction
import PartnerModel

/// Reads a text as a document and shows what was found in short form.
struct Reading {
  let document: AnalysedDocument
  static let extractor = Result { try Extractor() }

  init(_ text: String, document name: String = "test.txt", extractor: Extractor? = nil) throws {
    let source = try Document(DocumentSource(name: name, bytes: Array(text.utf8)))
    document = try (extractor ?? Self.extractor.get()).analyse(source)
  }

  /// Names as the document has them, with their kinds: "Russia/country".
  var entities: Set<String> {
    Set(document.entities.map { "\($0.surface)/\($0.entity.kind!.rawValue)" })
  }

  /// "Russia cooperate NATO", with "(planned)" and the like where it is not asserted.
  var statements: Set<String> {
    var names: [EntityID: String] = [:]
    for entity in document.entities { names[entity.entity.id] = entity.surface }
    return Set(
      document.statements.map { statement in
        var ends = [names[statement.source] ?? "?", names[statement.target] ?? "?"]
        if statement.relation.isUndirected { ends.sort() }
        let status = statement.status == .asserted ? "" : " (\(statement.status.rawValue))"
        return "\(ends[0]) \(statement.relation.rawValue) \(ends[1])\(status)"
      })
  }
}
