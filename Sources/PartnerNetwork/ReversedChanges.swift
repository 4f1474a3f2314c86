extension EntityChange {
  var reversed: EntityChange {
    EntityChange(
      before: after, after: before, entity: before ?? entity, strengthBefore: strengthAfter,
      strengthAfter: strengthBefore, isMentioned: isMentioned)
  }
}

extension TieChange {
  var reversed: TieChange {
    TieChange(
      source: source, target: target, type: type, kind: kind.reversed, before: after,
      after: before, absence: absence, chance: chance)
  }
}

extension TieChange.Kind {
  var reversed: TieChange.Kind {
    switch self {
    case .came: .went
    case .went: .came
    case .grew: .faded
    case .faded: .grew
    case .unchanged: .unchanged
    }
  }
}

extension RelationChange {
  var reversed: RelationChange {
    RelationChange(first: first, second: second, lost: gained, gained: lost, kept: kept)
  }
}

extension RankShift {
  var reversed: RankShift {
    RankShift(
      entity: entity, measure: measure, rankBefore: rankAfter, rankAfter: rankBefore,
      scoreBefore: scoreAfter, scoreAfter: scoreBefore, ties: ties, chance: chance)
  }
}

extension CommunityChange {
  var reversed: CommunityChange {
    CommunityChange(kind: kind.reversed, before: after, after: before, overlap: overlap)
  }
}

extension CommunityChange.Kind {
  var reversed: CommunityChange.Kind {
    switch self {
    case .born: .died
    case .died: .born
    case .split: .merged
    case .merged: .split
    case .continued, .regrouped: self
    }
  }
}
