import PartnerModel

/// Sums the observations of one tie after the other.
struct TieRuns {
  private(set) var ties: [Tie] = []
  private(set) var support = TieSupport()

  private let evidence: EvidenceSet
  /// By the evidence's place: the document's place in the network.
  private let documentPlaces: [Int32]
  /// By the document's place in the network: its story, numbered in the order of the documents.
  private let stories: [Int32]
  private var run: [Entry] = []

  /// One observation of the tie being summed.
  private struct Entry: Comparable {
    var witness: Int32
    var document: Int32
    var row: Int64
    var weight: Double
    var place: Int

    static func < (a: Entry, b: Entry) -> Bool {
      (a.witness, a.document, a.row, a.weight) < (b.witness, b.document, b.row, b.weight)
    }
  }

  init(evidence: EvidenceSet, documents: CanonicalPlaces) {
    self.evidence = evidence
    documentPlaces = documents.places
    var numbers: [Int: Int32] = [:]
    stories = documents.originals.map { original in
      let story = evidence.documents[original].story
      let number = numbers[story] ?? Int32(numbers.count)
      numbers[story] = number
      return number
    }
    support.witnessCount = numbers.count
  }

  /// Adds a tie made of observations at places in the evidence.
  mutating func add(
    source: Int, target: Int, type: Int, observations: some Collection<Int>
  ) {
    run.removeAll(keepingCapacity: true)
    for place in observations { run.append(entry(place)) }
    // Summed in one order whatever order they came in: rounding must not depend on it.
    if !zip(run, run.dropFirst()).allSatisfy({ $0 <= $1 }) { run.sort() }
    var tie = Tie(
      source: source, target: target, type: type, weight: 0, statementCount: run.count)
    tie.weight = sumShares()
    tie.documentCount = support.documents.count - (support.documentStart.last ?? 0)
    support.shareStart.append(support.shares.count)
    support.documentStart.append(support.documents.count)
    date(&tie)
    tie.rows = run.map(\.row)
    if !zip(tie.rows, tie.rows.dropFirst()).allSatisfy({ $0 <= $1 }) { tie.rows.sort() }
    ties.append(tie)
  }

  private func entry(_ place: Int) -> Entry {
    let observation = evidence.observations[place]
    let weight = observation.weight * observation.status.weight
    let original = Int(observation.document)
    guard documentPlaces.indices.contains(original), documentPlaces[original] >= 0 else {
      return Entry(witness: .max, document: -1, row: observation.row, weight: weight, place: place)
    }
    let document = documentPlaces[original]
    return Entry(
      witness: stories[Int(document)], document: document, row: observation.row, weight: weight,
      place: place)
  }

  /// The weight of the run: over its stories, the greatest of what one document says of it.
  private mutating func sumShares() -> Double {
    var total = 0.0
    var next = 0
    while next < run.count {
      let witness = run[next].witness
      guard witness != .max else {
        add(run[next].weight, of: Int32(truncatingIfNeeded: support.witnessCount), to: &total)
        support.witnessCount += 1
        next += 1
        continue
      }
      var greatest = 0.0
      while next < run.count, run[next].witness == witness {
        let document = run[next].document
        var sum = 0.0
        while next < run.count, run[next].document == document {
          sum += run[next].weight
          next += 1
        }
        support.documents.append(document)
        greatest = max(greatest, sum)
      }
      add(greatest, of: witness, to: &total)
    }
    return total
  }

  private mutating func add(_ weight: Double, of witness: Int32, to total: inout Double) {
    support.shares.append(TieSupport.Share(witness: witness, weight: weight))
    total += weight
  }

  /// Dates the tie by the statements that count; one that is denied only, by all.
  private func date(_ tie: inout Tie) {
    for entry in run where entry.weight > 0 || tie.weight == 0 {
      guard let date = evidence.observations[entry.place].date else { continue }
      if let first = tie.first { tie.first = min(first, date) } else { tie.first = date }
      if let last = tie.last, (last.last, last.first) >= (date.last, date.first) { continue }
      tie.last = date
    }
  }
}
