import PartnerModel

/// An observation as small integers: the tie it belongs to, and its place in the evidence.
struct TieKey {
  var source: Int32
  var target: Int32
  var type: Int32
  var place: Int32

  func isSameTie(as other: TieKey) -> Bool {
    source == other.source && target == other.target && type == other.type
  }
}

/// The observations that a selection keeps, and what was met on the way.
///
/// One pass over the evidence. Entities, relations and documents are still the evidence's places.
struct SelectedObservations {
  var keys: [TieKey] = []
  /// By place of the entity: whether an observation of the period speaks of it.
  var isMentioned: [Bool]
  /// By place of the entity: whether a selected observation speaks of it.
  var isTied: [Bool]
  /// By place of the document: whether an observation of the period is its.
  var isHeard: [Bool]
  var inPeriodCount = 0
  var undatedCount = 0
  var problems: [EvidenceProblem] = []

  /// The weights a row can have, besides 0: however many are summed, halved or inverted, the
  /// result stays within what the engine can compute with.
  static let weightRange = 1e-90...1e90

  init(_ evidence: EvidenceSet, selection: Selection) {
    isMentioned = Array(repeating: false, count: evidence.entities.count)
    isTied = isMentioned
    isHeard = Array(repeating: false, count: evidence.documents.count)
    keys.reserveCapacity(evidence.observations.count)
    let entityAllowed = evidence.entities.map(selection.includes)
    let relationAllowed = evidence.relations.map(selection.includes)
    for (place, observation) in evidence.observations.enumerated() {
      let source = Int(observation.source)
      let target = Int(observation.target)
      let relation = Int(observation.relation)
      guard entityAllowed.indices.contains(source), entityAllowed.indices.contains(target) else {
        note(.unknownEntity, observation)
        continue
      }
      guard relationAllowed.indices.contains(relation) else {
        note(.unknownRelation, observation)
        continue
      }
      guard observation.weight == 0 || Self.weightRange.contains(observation.weight) else {
        note(.invalidWeight, observation)
        continue
      }
      let isSelected =
        relationAllowed[relation] && entityAllowed[source] && entityAllowed[target]
      switch selection.place(of: observation.date) {
      case .outside: continue
      case .undated:
        if isSelected { undatedCount += 1 }
        continue
      case .inside: break
      }
      inPeriodCount += 1
      isMentioned[source] = true
      isMentioned[target] = true
      if isHeard.indices.contains(Int(observation.document)) {
        isHeard[Int(observation.document)] = true
      } else if observation.document != -1 {
        note(.unknownDocument, observation)
      }
      guard isSelected else { continue }
      isTied[source] = true
      isTied[target] = true
      keys.append(
        TieKey(
          source: observation.source, target: observation.target, type: observation.relation,
          place: Int32(truncatingIfNeeded: place)))
    }
    problems.sort { $0.kind.rawValue < $1.kind.rawValue }
  }

  private mutating func note(_ kind: EvidenceProblem.Kind, _ observation: Observation) {
    if let known = problems.firstIndex(where: { $0.kind == kind }) {
      problems[known].count += 1
      problems[known].firstRow = min(problems[known].firstRow, observation.row)
    } else {
      problems.append(EvidenceProblem(kind: kind, count: 1, firstRow: observation.row))
    }
  }
}
