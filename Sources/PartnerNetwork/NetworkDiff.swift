import PartnerModel

/// What changed from one network to another: usually the same evidence in two periods.
///
/// Entities are matched by id, types by name. Turned round, every difference is the same with its
/// sign changed: ``reversed`` equals the diff of the two networks in the other order.
public struct NetworkDiff: Hashable, Sendable {
  /// How much the greater weight must be of the lesser for a tie to have grown or faded.
  public static let growthFactor = 1.5

  /// The network that the diff starts from.
  public let before: Network
  /// The network that it leads to.
  public let after: Network
  /// Everyone who has a tie that counts in either network, ordered by id.
  public let entities: [EntityChange]
  /// The types of ties of either network, in the order of ``Network/types``.
  public let types: [TieType]
  /// Every tie that counts in either network, ordered by source, target and type.
  public let ties: [TieChange]
  /// Pairs that have ties in both networks, but not of the same relations; in order of the pair.
  public let relationChanges: [RelationChange]
  /// The measures that ``rankShifts`` speaks of.
  public let measures: [Measure]
  /// Who rose and fell, by measure in the order asked for, the greatest shift first.
  public let rankShifts: [RankShift]
  /// What became of the communities.
  public let communities: [CommunityChange]
  /// How far apart the networks are, from 0 (the same ties and weights) to 1 (no tie in common):
  /// 1 - sum of the lesser weights / sum of the greater weights over all ties.
  public let distance: Double
  /// How far apart they are by other definitions as well.
  public let distances: GraphDistances
  /// How alike the communities of the two networks are, over those who are in both; `nil` if nobody
  /// is, or communities were not asked for.
  public let agreement: PartitionAgreement?
  /// What chance alone makes of the two networks; `nil` unless asked for.
  public let chance: ChanceLevel?

  init(
    before: Network, after: Network, entities: [EntityChange], types: [TieType],
    ties: [TieChange], relationChanges: [RelationChange], measures: [Measure],
    rankShifts: [RankShift], communities: [CommunityChange], distances: GraphDistances,
    agreement: PartitionAgreement?, chance: ChanceLevel?
  ) {
    self.before = before
    self.after = after
    self.entities = entities
    self.types = types
    self.ties = ties
    self.relationChanges = relationChanges
    self.measures = measures
    self.rankShifts = rankShifts
    self.communities = communities
    distance = distances.ties
    self.distances = distances
    self.agreement = agreement
    self.chance = chance
  }

  /// The entity at a place in ``entities``.
  public func entity(_ place: Int) -> Entity { entities[place].entity }

  /// The diff of the two networks in the other order.
  public var reversed: NetworkDiff {
    NetworkDiff(
      before: after, after: before, entities: entities.map(\.reversed), types: types,
      ties: ties.map(\.reversed), relationChanges: relationChanges.map(\.reversed),
      measures: measures, rankShifts: rankShifts.map(\.reversed),
      communities: communities.map(\.reversed), distances: distances, agreement: agreement,
      chance: chance)
  }

  /// How many ties changed in a way.
  public func count(of change: TieChange.Kind) -> Int {
    ties.reduce(0) { $0 + ($1.kind == change ? 1 : 0) }
  }
}

/// An entity in two networks.
public struct EntityChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    case came, went, stayed
  }

  /// As the network before describes it; `nil` if it has no tie there.
  public let before: Entity?
  /// As the network after describes it; `nil` if it has no tie there.
  public let after: Entity?
  /// Who it is, as the later network describes it unless it has gone.
  public let entity: Entity
  /// The sum of the weights of its ties to others in the network before.
  public let strengthBefore: Double
  /// The sum of the weights of its ties to others in the network after.
  public let strengthAfter: Double
  /// Whether the network in which it has no tie speaks of it all the same; `nil` if it stayed.
  public let isMentioned: Bool?

  /// What became of it.
  public var kind: Kind { before == nil ? .came : after == nil ? .went : .stayed }
}

/// A tie in two networks.
public struct TieChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    case came, went, grew, faded, unchanged
  }

  /// Place of the source in ``NetworkDiff/entities``.
  public let source: Int
  /// Place of the target in ``NetworkDiff/entities``.
  public let target: Int
  /// Place in ``NetworkDiff/types``.
  public let type: Int
  /// What became of it: it grew or faded if its weight changed by ``NetworkDiff/growthFactor``
  /// or more.
  public let kind: Kind
  /// The tie before, with the places of the diff; its `rows` are the evidence. A tie that is only
  /// denied has weight 0.
  public let before: Tie?
  /// The tie after, likewise.
  public let after: Tie?
  /// Of a tie that came or went, what is known about the network in which it is missing.
  public let absence: Absence?
  /// How probable so great a change of weight is by chance: if it made no difference in which of
  /// the two networks a document stands. `nil` unless asked for.
  public internal(set) var chance: Double?

  /// Its weight before; 0 if there was none.
  public var weightBefore: Double { before?.weight ?? 0 }
  /// Its weight after; 0 if there is none.
  public var weightAfter: Double { after?.weight ?? 0 }
  /// By how much the weight changed.
  public var weightChange: Double { weightAfter - weightBefore }
  /// Whether it came or went where nothing was reported, so that nothing can be said about it.
  public var isUnreported: Bool { absence?.isUnreported ?? false }
  /// Whether the change is more than chance gives (``ChanceLevel/threshold``); `nil` unless asked
  /// for.
  public var exceedsChance: Bool? { chance.map { $0 <= ChanceLevel.threshold } }
}

/// Why a tie may be missing from a network: because it is not there, or because nobody spoke.
public struct Absence: Hashable, Sendable {
  /// Whether the network holds statements that deny the tie, or rows that give it no weight.
  public let isDenied: Bool
  /// How many of the tie's two ends the network speaks of, whatever ties were selected.
  public let mentionedEnds: Int
  /// How many of the outlets that reported the tie are among the network's.
  public let sharedSources: Int
  /// Whether the network holds a document that reports the tie as well: a report of several
  /// events.
  public let sharesDocument: Bool

  /// Whether nothing in the network could have reported the tie: it speaks of neither end, holds
  /// none of the documents, and none of the outlets that reported it published anything.
  public var isUnreported: Bool {
    !isDenied && mentionedEnds == 0 && sharedSources == 0 && !sharesDocument
  }
}

/// A pair whose relations are not what they were: from `consult` to `transfer`.
public struct RelationChange: Hashable, Sendable {
  /// Place of the pair's first entity in ``NetworkDiff/entities``.
  public let first: Int
  /// Place of the second, which is greater.
  public let second: Int
  /// Places in ``NetworkDiff/ties`` of the ties that went.
  public let lost: [Int]
  /// Places in ``NetworkDiff/ties`` of the ties that came.
  public let gained: [Int]
  /// Places in ``NetworkDiff/ties`` of the ties that are in both networks.
  public let kept: [Int]
}

/// How an entity's rank changed.
public struct RankShift: Hashable, Sendable {
  /// Place in ``NetworkDiff/entities``.
  public let entity: Int
  /// By which measure.
  public let measure: Measure
  /// Its rank before, or `nil` if it was not there.
  public let rankBefore: Int?
  /// Its rank after, or `nil` if it is not there.
  public let rankAfter: Int?
  /// Its score before.
  public let scoreBefore: Double?
  /// Its score after.
  public let scoreAfter: Double?
  /// Places in ``NetworkDiff/ties`` of its ties that changed, those that changed most first.
  public let ties: [Int]
  /// How probable so great a shift is by chance, who is not there taken to rank after all who are;
  /// `nil` unless asked for.
  public internal(set) var chance: Double?

  /// By how many ranks it rose (positive) or fell; `nil` if it is not in both networks.
  public var shift: Int? {
    guard let rankBefore, let rankAfter else { return nil }
    return rankBefore - rankAfter
  }

  /// Whether the shift is more than chance gives (``ChanceLevel/threshold``); `nil` unless asked
  /// for.
  public var exceedsChance: Bool? { chance.map { $0 <= ChanceLevel.threshold } }
}

/// What became of communities that have members in common.
public struct CommunityChange: Hashable, Sendable {
  /// What became of them.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    case born, died, continued, split, merged
    /// Several communities became several others.
    case regrouped
  }

  /// What became of them.
  public let kind: Kind
  /// The communities before, by size; empty if born.
  public let before: [Community]
  /// The communities after, by size; empty if died.
  public let after: [Community]
  /// Members in common divided by members in all.
  public let overlap: Double

  /// The name that stays: that of the largest community before, or of the one that was born.
  public var name: String { before.first?.name ?? after.first?.name ?? "" }
}
