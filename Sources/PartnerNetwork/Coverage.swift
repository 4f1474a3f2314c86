import PartnerModel

/// How much was reported in a period, so that absence can be told from silence.
public struct Coverage: Hashable, Sendable {
  /// An outlet and how many of the documents are its.
  public struct Source: Hashable, Sendable {
    /// The outlet's name.
    public let name: String
    /// Its documents of the period.
    public let documentCount: Int
  }

  /// Documents that were published in the period or speak of an event in it.
  public internal(set) var documentCount = 0
  /// Observations that fall in the period, whatever kinds and ties were selected.
  public internal(set) var observationCount = 0
  /// The outlets of the documents, the busiest first, then by name.
  public internal(set) var sources: [Source] = []
  /// Documents that name no outlet.
  public internal(set) var unattributedDocumentCount = 0
}

extension Coverage {
  init(_ evidence: EvidenceSet, selection: Selection, selected: SelectedObservations) {
    observationCount = selected.inPeriodCount
    var counts: [String: Int] = [:]
    for (document, isHeard) in zip(evidence.documents, selected.isHeard)
    where isHeard || selection.place(of: document.date) == .inside {
      documentCount += 1
      if let source = document.source {
        counts[source, default: 0] += 1
      } else {
        unattributedDocumentCount += 1
      }
    }
    sources = counts.map { Source(name: $0.key, documentCount: $0.value) }
      .sorted { ($1.documentCount, $0.name) < ($0.documentCount, $1.name) }
  }
}
