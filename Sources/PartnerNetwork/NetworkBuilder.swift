import PartnerModel

/// Makes the network of a selection: filter, order, group, sum.
///
/// Observations are ordered by three counting sorts on integer columns and then summed run by
/// run, so that millions of them need neither a dictionary nor storage of their own.
struct NetworkBuilder {
  private let evidence: EvidenceSet
  private let selection: Selection
  private var selected: SelectedObservations
  private let tied: CanonicalPlaces
  private let types: CanonicalPlaces
  private var documents: CanonicalPlaces
  private var tieRuns: TieRuns

  init(_ evidence: EvidenceSet, selection: Selection) {
    self.evidence = evidence
    self.selection = selection
    selected = SelectedObservations(evidence, selection: selection)
    tied = .entities(evidence.entities, included: selected.isTied)
    var occurs = Array(repeating: false, count: evidence.relations.count)
    for relation in selected.relations { occurs[Int(relation)] = true }
    types = .types(evidence.relations, included: occurs)
    var speaks = Array(repeating: false, count: evidence.documents.count)
    for place in selected.places {
      let document = Int(evidence.observations[Int(place)].document)
      if speaks.indices.contains(document) { speaks[document] = true }
    }
    documents = .documents(evidence.documents, included: speaks)
    tieRuns = TieRuns(evidence: evidence, documents: documents)
  }

  mutating func network() -> Network {
    relabel()
    var order = Array(selected.places.indices.lazy.map { Int32(truncatingIfNeeded: $0) })
    sort(&order, by: selected.relations, below: types.originals.count)
    sort(&order, by: selected.targets, below: tied.originals.count)
    sort(&order, by: selected.sources, below: tied.originals.count)
    var start = 0
    while start < order.count {
      let head = Int(order[start])
      var end = start + 1
      while end < order.count, isSameTie(head, Int(order[end])) { end += 1 }
      tieRuns.add(
        source: Int(selected.sources[head]), target: Int(selected.targets[head]),
        type: Int(selected.relations[head]),
        observations: order[start..<end].lazy.map { [places = selected.places] in
          Int(places[Int($0)])
        })
      start = end
    }
    let entities = tied.originals.map { evidence.entities[$0] }
    return Network(
      selection: selection, entities: entities,
      types: types.originals.map { evidence.relations[$0] }, ties: tieRuns.ties,
      documents: documents.originals.map { evidence.documents[$0] },
      undatedObservationCount: selected.undatedCount,
      coverage: Coverage(evidence, selection: selection, selected: selected),
      problems: selected.problems, mentioned: mentionedIDs(), support: tieRuns.support)
  }

  /// Turns the evidence's places into those of the network, undirected ties the lower end first.
  private mutating func relabel() {
    let isUndirected = evidence.relations.map(\.isUndirected)
    for place in selected.sources.indices {
      let source = tied.places[Int(selected.sources[place])]
      let target = tied.places[Int(selected.targets[place])]
      let relation = Int(selected.relations[place])
      let swaps = isUndirected[relation] && target < source
      selected.sources[place] = swaps ? target : source
      selected.targets[place] = swaps ? source : target
      selected.relations[place] = types.places[relation]
    }
  }

  private func isSameTie(_ a: Int, _ b: Int) -> Bool {
    selected.sources[a] == selected.sources[b] && selected.targets[a] == selected.targets[b]
      && selected.relations[a] == selected.relations[b]
  }

  private func mentionedIDs() -> [EntityID] {
    let mentioned =
      selected.isMentioned == selected.isTied
      ? tied : .entities(evidence.entities, included: selected.isMentioned)
    return mentioned.originals.map { evidence.entities[$0].id }
  }

  /// A stable counting sort of places by a column of numbers below `bound`.
  private func sort(_ order: inout [Int32], by column: [Int32], below bound: Int) {
    guard bound > 1 else { return }
    var next = Array(repeating: 0, count: bound + 1)
    for value in column { next[Int(value) + 1] += 1 }
    for value in 0..<bound { next[value + 1] += next[value] }
    var sorted = order
    for place in order {
      let value = Int(column[Int(place)])
      sorted[next[value]] = place
      next[value] += 1
    }
    order = sorted
  }
}
