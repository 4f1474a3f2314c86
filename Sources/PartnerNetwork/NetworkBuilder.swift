import PartnerModel

/// Makes the network of a selection: filter, order, group, sum.
///
/// Observations are ordered by counting sorts on small integers and then summed run by run, so that
/// millions of them need neither a dictionary nor storage of their own.
struct NetworkBuilder {
  private let evidence: EvidenceSet
  private let selection: Selection
  private var selected: SelectedObservations
  private let tied: CanonicalPlaces
  private let types: CanonicalPlaces
  private let documents: CanonicalPlaces

  init(_ evidence: EvidenceSet, selection: Selection) {
    self.evidence = evidence
    self.selection = selection
    selected = SelectedObservations(evidence, selection: selection)
    tied = .entities(evidence.entities, included: selected.isTied)
    var occurs = Array(repeating: false, count: evidence.relations.count)
    var speaks = Array(repeating: false, count: evidence.documents.count)
    for key in selected.keys {
      occurs[Int(key.type)] = true
      let document = Int(evidence.observations[Int(key.place)].document)
      if speaks.indices.contains(document) { speaks[document] = true }
    }
    types = .types(evidence.relations, included: occurs)
    documents = .documents(evidence.documents, included: speaks)
  }

  mutating func network() -> Network {
    relabel()
    orderByEnds()
    orderByType()
    var runs = TieRuns(evidence, documents: documents)
    runs.sum(selected.keys)
    return Network(
      selection: selection, entities: tied.originals.map { evidence.entities[$0] },
      types: types.originals.map { evidence.relations[$0] }, ties: runs.ties,
      documents: documents.originals.map { evidence.documents[$0] },
      undatedObservationCount: selected.undatedCount,
      coverage: Coverage(evidence, selection: selection, selected: selected),
      problems: selected.problems, mentioned: mentionedIDs(), support: runs.support)
  }

  /// Turns the evidence's places into those of the network, undirected ties the lower end first.
  private mutating func relabel() {
    let isUndirected = evidence.relations.map(\.isUndirected)
    for place in selected.keys.indices {
      let key = selected.keys[place]
      let source = tied.places[Int(key.source)]
      let target = tied.places[Int(key.target)]
      let swaps = isUndirected[Int(key.type)] && target < source
      selected.keys[place] = TieKey(
        source: swaps ? target : source, target: swaps ? source : target,
        type: types.places[Int(key.type)], place: key.place)
    }
  }

  private func mentionedIDs() -> [EntityID] {
    let mentioned =
      selected.isMentioned == selected.isTied
      ? tied : .entities(evidence.entities, included: selected.isMentioned)
    return mentioned.originals.map { evidence.entities[$0].id }
  }

  /// Orders by source, then target, then the place in the evidence.
  private mutating func orderByEnds() {
    let bound = tied.originals.count
    guard bound > 1 else { return }
    // There and back, as new memory costs more than what is done with it.
    var byTarget = [TieKey](unsafeUninitializedCapacity: selected.keys.count) { sorted, count in
      NetworkBuilder.scatter(selected.keys, by: \.target, below: bound, to: sorted)
      count = selected.keys.count
    }
    selected.keys.withUnsafeMutableBufferPointer {
      NetworkBuilder.scatter(byTarget, by: \.source, below: bound, to: $0)
    }
    byTarget = []
  }

  /// A stable counting sort by a part of the key that is below `bound`.
  @inline(__always)
  private static func scatter(
    _ keys: [TieKey], by part: (TieKey) -> Int32, below bound: Int,
    to sorted: UnsafeMutableBufferPointer<TieKey>
  ) {
    var next = Array(repeating: 0, count: bound + 1)
    for key in keys { next[Int(part(key)) + 1] += 1 }
    for value in 0..<bound { next[value + 1] += next[value] }
    for key in keys {
      let value = Int(part(key))
      sorted[next[value]] = key
      next[value] += 1
    }
  }

  /// Orders the observations of each pair, which are few, by type.
  private mutating func orderByType() {
    guard types.originals.count > 1 else { return }
    selected.keys.withUnsafeMutableBufferPointer { keys in
      var start = 0
      while start < keys.count {
        let first = keys[start]
        var end = start + 1
        var isOrdered = true
        while end < keys.count, keys[end].source == first.source, keys[end].target == first.target {
          isOrdered = isOrdered && keys[end - 1].type <= keys[end].type
          end += 1
        }
        if !isOrdered {
          var pair = UnsafeMutableBufferPointer(rebasing: keys[start..<end])
          pair.sort { ($0.type, $0.place) < ($1.type, $1.place) }
        }
        start = end
      }
    }
  }
}
