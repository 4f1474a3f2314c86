import PartnerModel

/// Sums the observations of one tie after the other.
struct TieRuns {
  private(set) var ties: [Tie] = []
  private(set) var support = TieSupport()

  private let observations: [Observation]
  /// By the evidence's place: the document's place in the network.
  private let documentPlaces: [Int32]
  /// By the document's place in the network: its story, numbered in the order of the documents.
  private let stories: [Int32]
  /// The observations of the tie being summed, and where that tie belongs.
  private var run: [Entry] = []
  private var current: TieKey?

  /// One observation of the tie being summed.
  private struct Entry: Comparable {
    var witness: Int32
    var document: Int32
    var row: Int64
    var weight: Double
    var date: PartialDate?

    static func < (a: Entry, b: Entry) -> Bool {
      if a.witness != b.witness { return a.witness < b.witness }
      if a.document != b.document { return a.document < b.document }
      return a.row != b.row ? a.row < b.row : a.weight < b.weight
    }
  }

  init(_ evidence: EvidenceSet, documents: CanonicalPlaces) {
    observations = evidence.observations
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

  /// Makes the ties of observations that are ordered by tie.
  mutating func sum(_ keys: [TieKey]) {
    let count = zip(keys, keys.dropFirst()).reduce(1) { $0 + ($1.0.isSameTie(as: $1.1) ? 0 : 1) }
    ties.reserveCapacity(count)
    support.shareStart.reserveCapacity(count + 1)
    support.documentStart.reserveCapacity(count + 1)
    support.shares.reserveCapacity(keys.count)
    if !stories.isEmpty { support.documents.reserveCapacity(keys.count) }
    var start = 0
    while start < keys.count {
      // The observations of a tie lie anywhere in the evidence. Fetching a block of them in a loop
      // that does nothing else lets the processor wait for many at once.
      let block = keys[start..<min(start + Self.blockLength, keys.count)]
      let entries = block.map { entry(Int($0.place)) }
      for (key, entry) in zip(block, entries) {
        if let current, !key.isSameTie(as: current) { addTie(current) }
        current = key
        run.append(entry)
      }
      start = block.endIndex
    }
    if let current { addTie(current) }
  }

  private static let blockLength = 1024

  private func entry(_ place: Int) -> Entry {
    let observation = observations[place]
    let weight = observation.weight * observation.status.weight
    let original = Int(observation.document)
    guard documentPlaces.indices.contains(original), documentPlaces[original] >= 0 else {
      return Entry(
        witness: .max, document: -1, row: observation.row, weight: weight, date: observation.date)
    }
    let document = documentPlaces[original]
    return Entry(
      witness: stories[Int(document)], document: document, row: observation.row, weight: weight,
      date: observation.date)
  }

  /// Adds the tie of the run.
  private mutating func addTie(_ key: TieKey) {
    defer { run.removeAll(keepingCapacity: true) }
    if run.count == 1, run[0].witness == .max { return addTie(key, of: run[0]) }
    // Summed in one order whatever order they came in: rounding must not depend on it.
    if !zip(run, run.dropFirst()).allSatisfy({ !($1 < $0) }) { run.sort() }
    var tie = Tie(
      source: Int(key.source), target: Int(key.target), type: Int(key.type), weight: sumShares(),
      statementCount: run.count)
    tie.documentCount = support.documents.count - (support.documentStart.last ?? 0)
    support.shareStart.append(support.shares.count)
    support.documentStart.append(support.documents.count)
    tie.rows = run.map(\.row)
    if !zip(tie.rows, tie.rows.dropFirst()).allSatisfy({ $0 <= $1 }) { tie.rows.sort() }
    // Dated by the statements that count; a tie that is denied only, by all.
    for entry in run where entry.weight > 0 || tie.weight == 0 {
      guard let date = entry.date else { continue }
      if let first = tie.first { tie.first = min(first, date) } else { tie.first = date }
      if let last = tie.last, (last.last, last.first) >= (date.last, date.first) { continue }
      tie.last = date
    }
    ties.append(tie)
  }

  /// Adds the tie of a single row without a document, as most are in a large edge list.
  private mutating func addTie(_ key: TieKey, of entry: Entry) {
    support.shares.append(
      TieSupport.Share(
        witness: Int32(truncatingIfNeeded: support.witnessCount), weight: entry.weight))
    support.witnessCount += 1
    support.shareStart.append(support.shares.count)
    support.documentStart.append(support.documents.count)
    // A sum starts at 0: what is denied weighs 0, never -0.
    ties.append(
      Tie(
        source: Int(key.source), target: Int(key.target), type: Int(key.type),
        weight: 0 + entry.weight, date: entry.date, row: entry.row))
  }

  /// The weight of the run: over its stories, the greatest of what one document says of it.
  private mutating func sumShares() -> Double {
    var total = 0.0
    var next = 0
    while next < run.count {
      var witness = run[next].witness
      var weight = 0.0
      if witness == .max {
        witness = Int32(truncatingIfNeeded: support.witnessCount)
        support.witnessCount += 1
        weight = run[next].weight
        next += 1
      } else {
        while next < run.count, run[next].witness == witness {
          weight = max(weight, documentWeight(&next))
        }
      }
      support.shares.append(TieSupport.Share(witness: witness, weight: weight))
      total += weight
    }
    return total
  }

  /// What the document at `next` says of the tie; moves on to the one after.
  private mutating func documentWeight(_ next: inout Int) -> Double {
    let document = run[next].document
    support.documents.append(document)
    var weight = 0.0
    while next < run.count, run[next].document == document {
      weight += run[next].weight
      next += 1
    }
    return weight
  }
}
