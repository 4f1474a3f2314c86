import PartnerModel

/// How to compare two networks.
public struct DiffOptions: Hashable, Sendable {
  /// The measures whose ranks are compared; may be empty.
  public var measures: [Measure]
  /// How to rank.
  public var ranking: RankingOptions
  /// How to find the communities that are compared; `nil` not to.
  public var communities: CommunityDetection?
  /// How often to deal the documents to the two networks anew, to see what changes by chance; 0 not
  /// to. The seed is that of the ranking.
  public var permutations: Int

  /// Made of its parts.
  public init(
    measures: [Measure] = [.pagerank], ranking: RankingOptions = RankingOptions(),
    communities: CommunityDetection? = CommunityDetection(stabilityRuns: 0), permutations: Int = 0
  ) {
    self.measures = measures
    self.ranking = ranking
    self.communities = communities
    self.permutations = permutations
  }
}

extension NetworkDiff {
  /// What changed from one network to the other.
  ///
  /// - Throws: A ``NetworkError`` if ranks or communities cannot be computed as asked.
  public init(
    before: Network, after: Network, options: DiffOptions = DiffOptions()
  ) throws(NetworkError) {
    guard (0...1_000_000).contains(options.permutations) else {
      throw NetworkError(
        .invalidOption, detail: "cannot deal the documents \(options.permutations) times",
        remedy: "give a number from 0 to 1000000; 1000 is usual")
    }
    let measures = options.measures.withoutRepetitions
    let builder = NetworkDiffBuilder(before, after, options)
    var ties = builder.ties()
    var shifts = try builder.rankShifts(ties)
    let communities = try options.communities.map { detection throws(NetworkError) in
      try builder.communities(detection)
    }
    var chance: ChanceLevel?
    if options.permutations > 0 {
      let result = try ChanceTest(builder, measures: measures).result()
      for place in ties.indices { ties[place].chance = result.ties[place].chance }
      for place in shifts.indices {
        guard let measure = measures.firstIndex(of: shifts[place].measure) else { continue }
        shifts[place].chance = result.shifts[measure][shifts[place].entity].chance
      }
      chance = result.summary(seed: options.ranking.seed)
    }
    self.init(
      before: before, after: after, entities: builder.entities(), types: builder.aligned.types,
      ties: ties, relationChanges: builder.relationChanges(ties), measures: measures,
      rankShifts: shifts, communities: communities?.changes ?? [],
      distances: try builder.distances(ties), agreement: communities?.agreement, chance: chance)
  }
}

/// Makes the parts of a diff.
struct NetworkDiffBuilder {
  let before: Network
  let after: Network
  let options: DiffOptions
  let aligned: TieAlignment

  init(_ before: Network, _ after: Network, _ options: DiffOptions) {
    self.before = before
    self.after = after
    self.options = options
    aligned = TieAlignment(before, after)
  }

  func entities() -> [EntityChange] {
    let (strengthBefore, strengthAfter) = (before.strengths(), after.strengths())
    return aligned.entities.compactMap { places in
      let a = places.before.map { before.entities[$0] }
      let b = places.after.map { after.entities[$0] }
      guard let entity = b ?? a else { return nil }
      let isMentioned =
        a == nil ? before.mentions(entity.id) : b == nil ? after.mentions(entity.id) : nil
      return EntityChange(
        before: a, after: b, entity: entity,
        strengthBefore: places.before.map { strengthBefore[$0] } ?? 0,
        strengthAfter: places.after.map { strengthAfter[$0] } ?? 0, isMentioned: isMentioned)
    }
  }

  func ties() -> [TieChange] {
    let (voiceBefore, voiceAfter) = (Voice(before), Voice(after))
    return aligned.ties.map { pair in
      let (old, new) = (pair.before?.tie, pair.after?.tie)
      let kind = kind(old?.weight ?? 0, new?.weight ?? 0)
      let key = pair.before?.key ?? pair.after?.key ?? (0, 0, 0)
      let absence: Absence? =
        switch kind {
        case .came: pair.after.map { voiceBefore.absence(of: $0, in: after, denied: old != nil) }
        case .went: pair.before.map { voiceAfter.absence(of: $0, in: before, denied: new != nil) }
        default: nil
        }
      return TieChange(
        source: key.0, target: key.1, type: key.2, kind: kind, before: old, after: new,
        absence: absence)
    }
  }

  private func kind(_ before: Double, _ after: Double) -> TieChange.Kind {
    if before == 0 { return .came }
    if after == 0 { return .went }
    if after >= NetworkDiff.growthFactor * before { return .grew }
    if before >= NetworkDiff.growthFactor * after { return .faded }
    return .unchanged
  }

  func relationChanges(_ ties: [TieChange]) -> [RelationChange] {
    let pairs = ties.indices
      .map { (min(ties[$0].source, ties[$0].target), max(ties[$0].source, ties[$0].target), $0) }
      .filter { $0.0 != $0.1 }
      .sorted(by: <)
    var changes: [RelationChange] = []
    var start = 0
    while start < pairs.count {
      let (first, second, _) = pairs[start]
      var end = start
      while end < pairs.count, pairs[end].0 == first, pairs[end].1 == second { end += 1 }
      let places = pairs[start..<end].map(\.2)
      start = end
      let lost = places.filter { ties[$0].kind == .went }
      let gained = places.filter { ties[$0].kind == .came }
      let kept = places.filter { ties[$0].kind != .went && ties[$0].kind != .came }
      let isLasting = lost.count < places.count && gained.count < places.count
      guard isLasting, kept.count < places.count else { continue }
      changes.append(
        RelationChange(first: first, second: second, lost: lost, gained: gained, kept: kept))
    }
    return changes
  }

  /// By place in a network: the place in the diff.
  private func commonPlaces(_ side: ((before: Int?, after: Int?)) -> Int?) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (common, pair) in aligned.entities.enumerated() {
      if let place = side(pair) { places[place] = common }
    }
    return places
  }

  func communities(
    _ detection: CommunityDetection
  ) throws(NetworkError) -> (changes: [CommunityChange], agreement: PartitionAgreement?) {
    let (old, new) = (
      try detection.communities(of: before), try detection.communities(of: after)
    )
    let changes = CommunityMatching(
      before: old, placesBefore: commonPlaces(\.before),
      after: new, placesAfter: commonPlaces(\.after)
    ).changes()
    // In one order whichever network is first, so that not even rounding depends on it.
    let labels = aligned.entities.map { places in
      (places.before.flatMap { old.communityOf[$0] }, places.after.flatMap { new.communityOf[$0] })
    }
    return (changes, try PartitionAgreement(labels.map(\.0), labels.map(\.1)))
  }
}
