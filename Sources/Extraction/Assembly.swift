import Documents
import Language
import PartnerModel

/// Turns an analysis into what leaves the module: entities by id, statements by sentence.
struct Assembly {
  let analysis: Analysis
  let document: Document
  let origins: [MappedText]
  let story: Int

  func analysedDocument() -> AnalysedDocument {
    var mentions = [[TextRange]](repeating: [], count: analysis.entities.entities.count)
    for (sentence, found) in analysis.mentions.enumerated() {
      let view = analysis.sentences[sentence]
      for mention in found + analysis.inner[sentence]
      where mention.form != .pronoun && mention.form != .description {
        let bytes =
          view.tokens[mention.tokens.lowerBound].range
          .lowerBound..<view.tokens[
            mention.tokens.upperBound - 1
          ].range.upperBound
        let place = origins[view.passage].originalRange(ofUTF8: bytes)
        for entity in mention.entities { mentions[entity].append(place) }
      }
    }
    var entities: [MentionedEntity] = []
    for (index, entity) in analysis.entities.entities.enumerated() where !mentions[index].isEmpty {
      entities.append(
        MentionedEntity(
          entity: Entity(
            id: entity.id, kind: entity.kind, name: entity.name,
            aliases: entity.kind == .country
              ? [] : entity.surfaces.map(\.text).filter { $0 != entity.name }.sorted()),
          surface: surface(of: entity), mentions: mentions[index].sorted()))
    }
    entities.sort { ($0.mentions[0], $0.entity.id) < ($1.mentions[0], $1.entity.id) }
    let info = DocumentInfo(
      name: document.name, digest: document.digest, title: document.title, source: document.source,
      url: document.url, date: document.date, dateBasis: document.dateBasis, story: story,
      wordCount: document.wordCount)
    return AnalysedDocument(info: info, entities: entities, statements: statements())
  }

  /// The name to show for this document: its own fullest form, except for countries.
  private func surface(of entity: DocumentEntity) -> String {
    entity.kind == .country ? entity.name : entity.fullestSurface ?? entity.name
  }

  private func statements() -> [Statement] {
    struct Key: Hashable {
      var source: Int
      var relation: Relation
      var target: Int
      var sentence: Int
    }
    var seen: [Key: Int] = [:]
    var result: [Statement] = []
    for claim in analysis.claims.enumerated().sorted(by: {
      ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset)
    }).map(\.element) {
      var source = claim.source
      var target = claim.target
      guard source != target else { continue }
      if claim.relation.isUndirected,
        analysis.entities[target].id < analysis.entities[source].id
      {
        swap(&source, &target)
      }
      let key = Key(
        source: source, relation: claim.relation, target: target, sentence: claim.sentence)
      if let known = seen[key] {
        if result[known].date == nil { result[known].date = claim.date }
        continue
      }
      seen[key] = result.count
      let view = analysis.sentences[claim.sentence]
      let origin = origins[view.passage]
      let bytes = origin.text.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: view.range.lowerBound)
      let text = bytes[start..<bytes.index(start, offsetBy: view.range.count)]
      result.append(
        Statement(
          source: analysis.entities[source].id, relation: claim.relation,
          target: analysis.entities[target].id, status: claim.status, date: claim.date,
          evidence: origin.originalRange(ofUTF8: view.range),
          text: String(decoding: text, as: UTF8.self), rule: claim.rule,
          confidence: claim.confidence))
    }
    return result
  }
}
