import PartnerModel
import PartnerNetwork

/// Everything that is known, with a way to look up the sentences behind it.
public struct EvidenceBook {
  /// Finds the sentences of statements by their numbers; those that have none are left out.
  public typealias SentenceLookup = ([Int64]) throws -> [Int64: EvidenceLine.Sentence]

  /// Everything that is known.
  public let evidence: EvidenceSet
  private let index: EvidenceIndex
  private let sentences: SentenceLookup

  /// Made of the evidence and a way to find sentences; exchange files have none.
  public init(_ evidence: EvidenceSet, sentences: @escaping SentenceLookup = { _ in [:] }) {
    self.evidence = evidence
    self.sentences = sentences
    index = EvidenceIndex(evidence)
  }

  /// What is said about an entity, or about it and another, by date; the undated come last.
  ///
  /// - Parameters:
  ///   - entity: Its place among the entities of the evidence.
  ///   - other: The place of another that must be the other end; `nil` for anyone.
  ///   - selection: What to look at.
  public func lines(
    about entity: Int, and other: Int? = nil, selection: Selection = Selection()
  ) throws -> [EvidenceLine] {
    try lines(index.observations(about: entity, and: other, selection: selection))
  }

  /// What rows say, in order of date; the undated come last.
  public func lines(rows: [Int64]) throws -> [EvidenceLine] {
    let lines = try lines(index.observations(rows: rows))
    return lines.enumerated().sorted { a, b in
      switch (a.element.date, b.element.date) {
      case (let x?, let y?) where x != y: x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }
    .map(\.element)
  }

  private func lines(_ observations: [Observation]) throws -> [EvidenceLine] {
    let found = try sentences(observations.map(\.row))
    return observations.compactMap { observation in
      let (source, target) = (Int(observation.source), Int(observation.target))
      let (relation, document) = (Int(observation.relation), Int(observation.document))
      guard evidence.entities.indices.contains(source),
        evidence.entities.indices.contains(target),
        evidence.relations.indices.contains(relation)
      else { return nil }
      return EvidenceLine(
        row: observation.row, date: observation.date, source: evidence.entities[source],
        type: evidence.relations[relation], target: evidence.entities[target],
        status: observation.status, weight: observation.weight,
        document: evidence.documents.indices.contains(document)
          ? evidence.documents[document] : nil,
        sentence: found[observation.row])
    }
  }
}
