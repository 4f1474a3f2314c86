import PartnerModel
import PartnerNetwork

extension DiffResults {
  /// The diff as JSON, with the sentences behind every tie that changed.
  ///
  /// What chance gives is there if it was asked for.
  public func json(book: EvidenceBook? = nil, bookAfter: EvidenceBook? = nil) throws -> JSON {
    let json: JSON = [
      "schema": "partnernet-diff/1",
      "before": side(names.before, diff.before),
      "after": side(names.after, diff.after),
      "distance": .number(diff.distance),
      "entities": .array(diff.entities.filter { $0.kind != .stayed }.map(entity)),
      "ties": .array(
        try diff.ties.map { try tie($0, before: book, after: bookAfter ?? book) }),
      "relationChanges": .array(diff.relationChanges.map(relationChange)),
      "rankShifts": .array(diff.rankShifts.map(rankShift)),
      "communities": .array(diff.communities.map(communityChange)),
    ]
    return json.adding("chance", diff.chance.map(chance))
  }

  private func chance(_ level: ChanceLevel) -> JSON {
    [
      "permutations": .integer(level.permutations),
      "seed": .integer(Int(truncatingIfNeeded: level.seed)),
      "threshold": .number(ChanceLevel.threshold),
      "distances": [.number(level.distances.lowerBound), .number(level.distances.upperBound)],
      "distanceChance": .number(level.distanceChance),
    ]
  }

  private func side(_ name: String, _ network: Network) -> JSON {
    [
      "name": .string(name), "period": JSON(network.selection.period?.description),
      "documents": .integer(network.coverage.documentCount),
      "statements": .integer(network.coverage.observationCount),
      "undatedLeftOut": .integer(network.undatedObservationCount),
      "sources": .array(
        network.coverage.sources.map {
          ["name": .string($0.name), "documents": .integer($0.documentCount)]
        }),
      "entities": .integer(network.entities.count), "ties": .integer(network.ties.count),
    ]
  }

  private func entity(_ change: EntityChange) -> JSON {
    [
      "change": .string(change.kind.rawValue), "id": .string(change.entity.id.rawValue),
      "name": .string(change.entity.name), "kind": JSON(change.entity.kind?.rawValue),
      "strengthBefore": .number(change.strengthBefore),
      "strengthAfter": .number(change.strengthAfter),
      "isMentioned": change.isMentioned.map { .bool($0) } ?? .null,
    ]
  }

  private func tie(
    _ change: TieChange, before: EvidenceBook?, after: EvidenceBook?
  ) throws -> JSON {
    let json: JSON = [
      "change": .string(change.kind.rawValue),
      "source": .string(diff.entity(change.source).id.rawValue),
      "relation": .string(diff.types[change.type].name),
      "target": .string(diff.entity(change.target).id.rawValue),
      "weightBefore": .number(change.weightBefore), "weightAfter": .number(change.weightAfter),
      "before": try side(change, change.before, before),
      "after": try side(change, change.after, after),
      "absence": change.absence.map { absence in
        [
          "isUnreported": .bool(absence.isUnreported), "isDenied": .bool(absence.isDenied),
          "mentionedEnds": .integer(absence.mentionedEnds),
          "sharedSources": .integer(absence.sharedSources),
          "sharesDocument": .bool(absence.sharesDocument),
        ]
      } ?? .null,
    ]
    return json.adding("chance", change.chance.map { .number($0) })
      .adding("exceedsChance", change.exceedsChance.map { .bool($0) })
  }

  private func side(_ change: TieChange, _ tie: Tie?, _ book: EvidenceBook?) throws -> JSON {
    guard let tie else { return .null }
    // Sentences of ties that are as they were would only make the file long.
    let lines = change.kind == .unchanged ? [] : try book?.lines(rows: tie.rows) ?? []
    return [
      "weight": .number(tie.weight), "first": JSON(tie.first?.description),
      "last": JSON(tie.last?.description), "statements": .integer(tie.statementCount),
      "documents": .integer(tie.documentCount),
      "evidence": .array(
        lines.map { line in
          [
            "row": .integer(Int(line.row)), "date": JSON(line.date?.description),
            "status": .string(line.status.rawValue), "document": JSON(line.document?.name),
            "outlet": JSON(line.document?.source), "text": JSON(line.sentence?.text),
          ]
        }),
    ]
  }

  private func relationChange(_ change: RelationChange) -> JSON {
    func names(_ ties: [Int]) -> JSON {
      .array(ties.map { .string(diff.types[diff.ties[$0].type].name) })
    }
    return [
      "first": .string(diff.entity(change.first).id.rawValue),
      "second": .string(diff.entity(change.second).id.rawValue),
      "lost": names(change.lost), "gained": names(change.gained), "kept": names(change.kept),
    ]
  }

  private func rankShift(_ shift: RankShift) -> JSON {
    let json: JSON = [
      "measure": .string(shift.measure.rawValue),
      "id": .string(diff.entity(shift.entity).id.rawValue),
      "rankBefore": JSON(shift.rankBefore), "rankAfter": JSON(shift.rankAfter),
      "shift": JSON(shift.shift), "scoreBefore": JSON(shift.scoreBefore),
      "scoreAfter": JSON(shift.scoreAfter), "ties": .array(shift.ties.map { .integer($0) }),
    ]
    return json.adding("chance", shift.chance.map { .number($0) })
      .adding("exceedsChance", shift.exceedsChance.map { .bool($0) })
  }

  private func communityChange(_ change: CommunityChange) -> JSON {
    func members(_ communities: [Community]) -> JSON {
      .array(
        communities.map { community in
          .array(community.members.map { .string($0.entity.id.rawValue) })
        })
    }
    return [
      "change": .string(change.kind.rawValue), "name": .string(change.name),
      "overlap": .number(change.overlap), "before": members(change.before),
      "after": members(change.after),
    ]
  }
}
