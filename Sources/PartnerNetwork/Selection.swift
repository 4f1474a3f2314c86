import PartnerModel

/// Which families of ties to look at.
public enum TieFilter: String, Hashable, CaseIterable, Sendable {
  case cooperative, hostile, structural
  /// Every tie: what maps and diffs show.
  case all
  /// Cooperative and structural ties: what rankings and communities rest on.
  case partner

  /// Whether ties of a family are looked at.
  public func includes(_ group: TieGroup) -> Bool {
    switch self {
    case .cooperative: group == .cooperative
    case .hostile: group == .hostile
    case .structural: group == .structural
    case .all: true
    case .partner: group != .hostile
    }
  }
}

/// What of the evidence a network is made of.
public struct Selection: Hashable, Sendable {
  /// The time to look at; `nil` for all of it.
  public var period: Period?
  /// Whether observations without a date count in a period as well.
  public var includesUndated: Bool
  /// The kinds that both ends of a tie must be of; `nil` for any.
  public var kinds: Set<EntityKind>?
  /// The names of the relations to look at; `nil` for all.
  public var relations: Set<String>?
  /// The families of ties to look at.
  public var ties: TieFilter

  /// Made of its parts; without any, everything is selected.
  public init(
    period: Period? = nil, includesUndated: Bool = false, kinds: Set<EntityKind>? = nil,
    relations: Set<String>? = nil, ties: TieFilter = .all
  ) {
    self.period = period
    self.includesUndated = includesUndated
    self.kinds = kinds
    self.relations = relations
    self.ties = ties
  }

  /// Where a date lies with respect to the period.
  enum Place {
    case inside, outside, undated
  }

  func place(of date: PartialDate?) -> Place {
    guard let period else { return .inside }
    guard let date else { return includesUndated ? .inside : .undated }
    return period.contains(date) ? .inside : .outside
  }

  func includes(_ type: TieType) -> Bool {
    ties.includes(type.group) && relations?.contains(type.name) ?? true
  }

  func includes(_ entity: Entity) -> Bool {
    guard let kinds else { return true }
    guard let kind = entity.kind else { return false }
    return kinds.contains(kind)
  }
}
