import PartnerModel

/// Which ranks hang on one outlet: for each outlet the ranking without its documents.
///
/// What another outlet reports as well stays, a story that several tell included. An entity none of
/// whose ties is left ranks after all who have one. Documents that name no outlet, and rows without
/// a document, always count.
public struct SourceDependence: Hashable, Sendable {
  /// How far an entity's rank hangs on one outlet.
  public struct Dependence: Hashable, Sendable {
    /// Its rank when every outlet counts.
    public let rank: Int
    /// Its rank without each of ``SourceDependence/sources``; `nil` where the measure has no
    /// meaning on what is left.
    public let ranksWithout: [Int?]
    /// Place in ``SourceDependence/sources`` of the outlet without which the rank changes most; of
    /// several, the one with the most documents. `nil` if it changes without none.
    public let source: Int?

    /// Its rank without that outlet.
    public var rankWithout: Int { source.flatMap { ranksWithout[$0] } ?? rank }
    /// By how many ranks it falls (positive) or rises (negative) without that outlet.
    public var fall: Int { rankWithout - rank }
  }

  /// An entity and what its ranks hang on.
  public struct Row: Hashable, Sendable {
    /// Who it is.
    public let entity: Entity
    /// By measure.
    public let dependences: [Dependence]
    /// Place in ``SourceDependence/sources`` of the outlet without which it has no tie at all;
    /// `nil` if there is none.
    public let onlySource: Int?
  }

  /// The measures, in the order asked for.
  public let measures: [Measure]
  /// How the rankings were made.
  public let options: RankingOptions
  /// The outlets that were left out one by one: those of documents that contribute to a tie, the
  /// busiest first, then by name.
  public let sources: [Coverage.Source]
  /// The entities by rank of the first measure, then by name.
  public let rows: [Row]

  /// By outlet: by how many ranks leaving it out moves the entity that it moves most.
  ///
  /// - Parameter measure: Place in ``measures``.
  public func greatestChange(by measure: Int) -> [Int] {
    guard measures.indices.contains(measure) else { return sources.map { _ in 0 } }
    return sources.indices.map { source in
      rows.map(\.dependences[measure]).reduce(0) {
        max($0, abs(($1.ranksWithout[source] ?? $1.rank) - $1.rank))
      }
    }
  }
}

extension SourceDependence {
  /// Ranks the entities of a selection of the evidence with every outlet, and without each.
  ///
  /// - Throws: A ``NetworkError`` if there is no measure, an option is out of range, or a measure
  ///   has no meaning on the whole network.
  public init(
    of evidence: EvidenceSet, selection: Selection = Selection(), by measures: [Measure],
    options: RankingOptions = RankingOptions()
  ) throws(NetworkError) {
    let distinct = try options.checked(measures)
    let whole = Network(evidence, selection: selection)
    let plain = RankingOptions(
      projection: options.projection, threads: options.threads, preferred: options.preferred)
    let ranking = try Ranking(of: whole, by: distinct, options: plain)
    let sources = whole.contributingSources()
    let left = try inParallel(sources.count, threads: options.threads) {
      number throws(NetworkError) in
      try Remainder(
        without: sources[number].name, evidence, whole: whole, measures: distinct, options: plain)
    }
    self.measures = distinct
    self.options = options
    self.sources = sources
    rows = ranking.rows.map { row in
      Row(
        entity: row.entity,
        dependences: distinct.indices.map { measure in
          Dependence(
            rank: row.ranks[measure], ranksWithout: left.map { $0.rank(of: row.place, by: measure) }
          )
        },
        onlySource: left.firstIndex { !$0.hasTie[row.place] })
    }
  }
}

extension SourceDependence.Dependence {
  init(rank: Int, ranksWithout: [Int?]) {
    self.rank = rank
    self.ranksWithout = ranksWithout
    func change(_ source: Int) -> Int { abs((ranksWithout[source] ?? rank) - rank) }
    let greatest = ranksWithout.indices.map(change).max() ?? 0
    source = greatest == 0 ? nil : ranksWithout.indices.first { change($0) == greatest }
  }
}

/// What is left of a network without an outlet.
private struct Remainder {
  /// By place in the whole network.
  private(set) var hasTie: [Bool]
  /// By measure and by place in the whole network; 0 where the measure has no meaning.
  private var ranks: [[Int32]]

  init(
    without source: String, _ evidence: EvidenceSet, whole: Network, measures: [Measure],
    options: RankingOptions
  ) throws(NetworkError) {
    var evidence = evidence
    let isLeftOut = evidence.documents.map { $0.source == source }
    evidence.observations.removeAll {
      isLeftOut.indices.contains(Int($0.document)) && isLeftOut[Int($0.document)]
    }
    let rest = Network(evidence, selection: whole.selection)
    let scores = try Scoring(network: rest, measures: measures, options: options)
      .scores(toleratesUndefined: true)
    let found = scores.ranks(by: measures, count: rest.entities.count)
    let absent = Int32(scores.places.count + 1)
    ranks = scores.byMeasure.map {
      Array(repeating: $0 == nil ? 0 : absent, count: whole.entities.count)
    }
    hasTie = Array(repeating: false, count: whole.entities.count)
    for place in scores.places {
      // Both networks are ordered by id.
      guard let original = whole.place(of: rest.entities[place].id) else { continue }
      hasTie[original] = true
      for measure in measures.indices { ranks[measure][original] = found[measure][place] }
    }
  }

  func rank(of place: Int, by measure: Int) -> Int? {
    ranks[measure][place] == 0 ? nil : Int(ranks[measure][place])
  }
}

extension Network {
  /// The outlets of the documents that contribute to a tie.
  fileprivate func contributingSources() -> [Coverage.Source] {
    var counts: [String: Int] = [:]
    for document in documents {
      if let source = document.source { counts[source, default: 0] += 1 }
    }
    return counts.map { Coverage.Source(name: $0.key, documentCount: $0.value) }
      .sorted { ($1.documentCount, $0.name) < ($0.documentCount, $1.name) }
  }

  /// The place of an entity by its id.
  func place(of id: EntityID) -> Int? {
    var (low, high) = (0, entities.count)
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entities.count && entities[low].id == id ? low : nil
  }
}
