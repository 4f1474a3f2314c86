#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One line of NDJSON: a JSON object with a `text` and what is known of it.
struct DocumentRecord: Decodable {
  var text: String
  var name: String?
  var metadata: DocumentSource.Metadata

  private enum Key: String, CodingKey {
    case text, id, document, title, source, url, date
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    text = try container.decode(String.self, forKey: .text)
    /// A field of another type than text is read where it has a sense, and left out otherwise.
    func field(_ key: Key) -> String? {
      if let text = try? container.decodeIfPresent(String.self, forKey: key) {
        return text.isEmpty ? nil : text
      }
      return (try? container.decodeIfPresent(Int.self, forKey: key)).map { String($0) }
    }
    name = field(.document) ?? field(.id)
    metadata = DocumentSource.Metadata(
      title: field(.title), source: field(.source), url: field(.url), date: field(.date))
  }

  /// Reads a line; throws what is wrong with it, in words.
  static func read(_ line: [UInt8]) throws(Failure) -> DocumentRecord {
    // A byte order mark may stand before the first line.
    var bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line[3...]) : line
    if String(validating: bytes, as: UTF8.self) == nil {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    do {
      return try JSONDecoder().decode(DocumentRecord.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Failure(reason: reason(error))
    } catch {
      throw Failure(reason: "is not valid JSON")
    }
  }

  struct Failure: Error {
    var reason: String
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound: "has no \"text\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty ? "is not a JSON object" : "has a \"text\" that is no string"
    default: "is not valid JSON"
    }
  }
}
