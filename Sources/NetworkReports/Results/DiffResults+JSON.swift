import PartnerModel
import PartnerNetwork

extension DiffResults {
  /// The name of the form of ``json(book:bookAfter:allEvidence:)``, described in `docs/diff.md`.
  /// Keys are only added to a version.
  public static let schema = "partnernet-diff/1"

  /// The diff as JSON, with the sentences behind every tie that changed.
  ///
  /// What chance gives is there if it was asked for.
  ///
  /// - Parameters:
  ///   - book: The evidence of the network before.
  ///   - bookAfter: That of the network after, if it is another.
  ///   - allEvidence: Whether ties that are as they were have their sentences as well.
  public func json(
    book: EvidenceBook? = nil, bookAfter: EvidenceBook? = nil, allEvidence: Bool = false
  ) throws -> JSON {
    let json: JSON = [
      "schema": .string(DiffResults.schema),
      "before": side(names.before, diff.before),
      "after": side(names.after, diff.after),
      "distance": .number(diff.distance),
      "distances": [
        "ties": .number(diff.distances.ties), "pairs": .number(diff.distances.pairs),
        "influence": JSON(diff.distances.influence), "shape": JSON(diff.distances.shape),
      ],
      "agreement": diff.agreement?.json ?? .null,
      "entities": .array(
        diff.entities.indices.filter { diff.entities[$0].kind != .stayed }.map(entity)),
      "ties": .array(
        try diff.ties.map { change in
          try tie(
            change, before: book, after: bookAfter ?? book,
            hasEvidence: allEvidence || change.kind != .unchanged)
        }),
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

  private func entity(_ place: Int) -> JSON {
    let change = diff.entities[place]
    return [
      "change": .string(change.kind.rawValue), "id": .string(change.entity.id.rawValue),
      "name": .string(change.entity.name), "kind": JSON(change.entity.kind?.rawValue),
      "strengthBefore": .number(change.strengthBefore),
      "strengthAfter": .number(change.strengthAfter),
      "isMentioned": change.isMentioned.map { .bool($0) } ?? .null,
      "ties": places { $0.source == place || $0.target == place },
    ]
  }

  /// The places of ties for which a condition holds.
  private func places(where isMeant: (TieChange) -> Bool) -> JSON {
    places(diff.ties.indices.filter { isMeant(diff.ties[$0]) })
  }

  private func places(_ ties: [Int]) -> JSON { .array(ties.map { .integer($0) }) }

  private func tie(
    _ change: TieChange, before: EvidenceBook?, after: EvidenceBook?, hasEvidence: Bool
  ) throws -> JSON {
    let json: JSON = [
      "change": .string(change.kind.rawValue),
      "source": .string(diff.entity(change.source).id.rawValue),
      "relation": .string(diff.types[change.type].name),
      "target": .string(diff.entity(change.target).id.rawValue),
      "weightBefore": .number(change.weightBefore), "weightAfter": .number(change.weightAfter),
      "before": try side(change.before, hasEvidence ? before : nil),
      "after": try side(change.after, hasEvidence ? after : nil),
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

  private func side(_ tie: Tie?, _ book: EvidenceBook?) throws -> JSON {
    guard let tie else { return .null }
    let lines = try book?.lines(rows: tie.rows) ?? []
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
            "title": JSON(line.document?.title), "url": JSON(line.document?.url),
            "range": line.sentence.map { [.integer($0.range.start), .integer($0.range.end)] }
              ?? .null,
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
      "ties": places((change.lost + change.gained + change.kept).sorted()),
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
    let names = communityNames(change)
    let those = Set((change.before + change.after).flatMap(\.members).map(\.entity.id))
    return [
      "change": .string(change.kind.rawValue),
      "name": .string(names.before.first ?? names.after.first ?? ""),
      "overlap": .number(change.overlap), "before": members(change.before),
      "after": members(change.after),
      "namesBefore": .array(names.before.map { .string($0) }),
      "namesAfter": .array(names.after.map { .string($0) }),
      "joined": .array(change.joined.map { .string($0.id.rawValue) }),
      "left": .array(change.left.map { .string($0.id.rawValue) }),
      "ties": places {
        $0.weightChange != 0 && those.contains(diff.entity($0.source).id)
          && those.contains(diff.entity($0.target).id)
      },
    ]
  }
}
