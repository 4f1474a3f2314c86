import Foundation
import PartnerModel

/// A folder that is there while a test runs.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "store-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

enum Samples {
  static let russia = Entity(id: "country/RU", kind: .country, name: "Russia", aliases: ["Moscow"])
  static let turkey = Entity(id: "country/TR", kind: .country, name: "Turkey")
  static let chemezov = Entity(
    id: "person/sergei-chemezov", kind: .person, name: "Sergei Chemezov", aliases: ["Chemezov"])

  static func day(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(text) else { throw SampleError(text: text) }
    return date
  }

  struct SampleError: Error { var text: String }

  static func statement(
    _ source: Entity = russia, _ relation: Relation = .transfer, _ target: Entity = turkey,
    status: Status = .asserted, date: PartialDate? = nil, start: Int = 0
  ) -> Statement {
    Statement(
      source: source.id, relation: relation, target: target.id, status: status, date: date,
      evidence: TextRange(start, start + 40),
      text: "Moscow delivered the first battery to Ankara “on time”, a naïve plan.",
      rule: "deliver", confidence: 0.8)
  }

  static func document(
    _ digest: String, date: PartialDate? = nil, story: Int = 1, source: String? = nil,
    entities: [Entity] = [russia, turkey], statements: [Statement] = [statement()]
  ) -> AnalysedDocument {
    AnalysedDocument(
      info: DocumentInfo(
        name: "news/\(digest).txt", digest: digest, title: "Delivery", source: source,
        url: "https://example.org/\(digest)", date: date, dateBasis: date == nil ? nil : .stated,
        story: story, wordCount: 120),
      entities: entities.map {
        MentionedEntity(entity: $0, mentions: [TextRange(0, 6), TextRange(50, 56)])
      },
      statements: statements)
  }
}
