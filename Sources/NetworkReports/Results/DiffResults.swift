import PartnerModel
import PartnerNetwork

/// A diff as the outputs of `diff`.
public struct DiffResults: Sendable {
  /// The diff.
  public let diff: NetworkDiff
  /// What the two networks are called: their periods, or their files.
  public let names: (before: String, after: String)
  /// What the communities are called.
  public let communityNames: CommunityNames

  /// Made of its parts.
  ///
  /// - Parameter communityNames: What the communities before are called, by number, where a diff
  ///   with an earlier network has given them names.
  public init(
    _ diff: NetworkDiff, names: (before: String, after: String),
    communityNames: [Int: String] = [:]
  ) {
    self.diff = diff
    self.names = names
    self.communityNames = diff.communityNames(before: communityNames)
  }

  /// The whole diff for people: a line that sums it up, then a table for each kind of change.
  ///
  /// - Parameter limit: How many rows of each table to show.
  public func text(limit: Int? = nil) -> String {
    let sections = sections.map { $0.text(limit: limit) }
    return summary + "\n"
      + (sections.isEmpty ? "\nNothing changed.\n" : sections.map { "\n" + $0 }.joined())
  }

  /// What was compared, on what evidence, and how far apart it is.
  public var summary: String {
    "before  \(DisplayWidth.harmless(names.before)): \(coverage(diff.before))\n"
      + "after   \(DisplayWidth.harmless(names.after)): \(coverage(diff.after))\n"
      + "distance \(Decimals.text(diff.distance, decimals: 2))"
      + " (0: the same ties and weights, 1: no tie in common)\n"
      + distanceSummary
      + (chanceSummary.map { "\n" + $0 } ?? "")
  }

  /// What chance gives, and how many changes are more than that.
  private var chanceSummary: String? {
    guard let chance = diff.chance else { return nil }
    let changed = diff.ties.filter { $0.kind != .unchanged }
    let beyond = changed.count { $0.exceedsChance == true }
    let low = Decimals.text(chance.distances.lowerBound, decimals: 2)
    let high = Decimals.text(chance.distances.upperBound, decimals: 2)
    return "chance   95 % of \(counted(chance.permutations, "deal")) of the \(dealt) lie"
      + " \(low)–\(high) apart; so great a distance has chance"
      + " \(Decimals.text(chance.distanceChance, decimals: 3))\n"
      + "         \(beyond) of \(counted(changed.count, "changed tie")) exceed chance"
      + " (*: at most \(Decimals.short(ChanceLevel.threshold)), which one in twenty is by luck)"
  }

  /// The column for how probable so great a change is by chance, where it was asked for.
  private var chanceColumns: [Table.Column] {
    diff.chance == nil ? [] : [Table.Column("chance", isRight: true)]
  }

  /// `0.004 *` if that is more than chance gives.
  private func chanceCells(_ chance: Double?, exceeds: Bool?) -> [Table.Cell] {
    guard diff.chance != nil else { return [] }
    let text = chance.map { Decimals.text($0, decimals: 3) + (exceeds == true ? " *" : "  ") }
    return [.init(text)]
  }

  private func coverage(_ network: Network) -> String {
    let ties = network.ties.reduce(0) { $0 + ($1.weight > 0 ? 1 : 0) }
    return
      "\(network.coverage.inWords), \(counted(network.entities.count, "entity")), \(counted(ties, "tie"))"
  }

  /// The tables for people, those that are empty left out.
  public var sections: [Table] { linkedSections.map(\.table) }

  /// The tables, and for those of ties the place in the diff of the tie of each row.
  var linkedSections: [(table: Table, ties: [Int])] {
    let kinds: [TieChange.Kind] = [.came, .went, .grew, .faded]
    let tables: [(table: Table, ties: [Int])] =
      [(entities(.came), []), (entities(.went), [])]
      + kinds.map { (ties($0), places(of: $0)) } + [(relations, [])]
      + diff.measures.map { (shifts($0), []) } + [(communities, [])]
    return tables.filter { !$0.table.rows.isEmpty }
  }

  /// The ties that changed in a way, those that changed most first.
  private func places(of kind: TieChange.Kind) -> [Int] {
    diff.ties.indices.filter { diff.ties[$0].kind == kind }.sorted { a, b in
      let (x, y) = (abs(diff.ties[a].weightChange), abs(diff.ties[b].weightChange))
      return x != y ? x > y : a < b
    }
  }

  /// What was dealt to see what chance gives.
  var dealt: String { hasDocuments ? "documents" : "rows" }

  private var hasDocuments: Bool {
    diff.before.coverage.documentCount + diff.after.coverage.documentCount > 0
  }

  private func entities(_ kind: EntityChange.Kind) -> Table {
    let changed = diff.entities.filter { $0.kind == kind }
    return Table(
      title: "Entities that \(kind.rawValue) (\(changed.count))",
      columns: [
        Table.Column("name"), Table.Column("kind"), Table.Column("strength"), Table.Column("note"),
      ],
      rows: changed.sorted { ($1.strength, $0.entity.name) < ($0.strength, $1.entity.name) }.map {
        [
          .text($0.entity.name), .init($0.entity.kind?.rawValue), .number($0.strength),
          .text(note($0)),
        ]
      })
  }

  private func ties(_ kind: TieChange.Kind) -> Table {
    let changed = places(of: kind).map { diff.ties[$0] }
    let isBoth = kind == .grew || kind == .faded
    return Table(
      title: "Ties that \(kind.rawValue) (\(changed.count))",
      columns: [Table.Column("tie"), Table.Column("relation")]
        + (isBoth ? [Table.Column("before"), Table.Column("after")] : [Table.Column("weight")])
        + [
          Table.Column("statements", isRight: true), Table.Column("documents", isRight: true),
          Table.Column("dates"),
        ] + chanceColumns + [Table.Column("note")],
      rows: changed.map { tie in
        let weights: [Table.Cell] =
          isBoth
          ? [.number(tie.weightBefore), .number(tie.weightAfter)]
          : [.number(max(tie.weightBefore, tie.weightAfter))]
        return [.text(name(tie)), .text(diff.types[tie.type].name)] + weights + [
          .text(pair(tie) { $0.statementCount }),
          hasDocuments ? .text(pair(tie) { $0.documentCount }) : .empty,
          .text(dates(tie)),
        ] + chanceCells(tie.chance, exceeds: tie.exceedsChance) + [.text(note(tie))]
      })
  }

  private var relations: Table {
    func names(_ ties: [Int]) -> Table.Cell {
      .text(ties.map { diff.types[diff.ties[$0].type].name }.joined(separator: ", "))
    }
    return Table(
      title: "Pairs whose relations changed (\(diff.relationChanges.count))",
      columns: [
        Table.Column("pair"), Table.Column("lost"), Table.Column("gained"), Table.Column("kept"),
      ],
      rows: diff.relationChanges.map { change in
        [
          .text("\(diff.entity(change.first).name) – \(diff.entity(change.second).name)"),
          names(change.lost), names(change.gained), names(change.kept),
        ]
      })
  }

  private func shifts(_ measure: Measure) -> Table {
    let shifts = diff.rankShifts.filter { $0.measure == measure && ($0.shift ?? 0) != 0 }
    return Table(
      title: "Who rose and fell by \(measure.rawValue) (\(shifts.count))",
      columns: [
        Table.Column("name"), Table.Column("shift", isRight: true), Table.Column("before"),
        Table.Column("after"),
      ] + chanceColumns + [Table.Column("because"), Table.Column("and")],
      rows: shifts.map { shift in
        [
          .text(diff.entity(shift.entity).name),
          .text((shift.shift ?? 0) > 0 ? "+\(shift.shift ?? 0)" : "\(shift.shift ?? 0)"),
          .init(shift.rankBefore), .init(shift.rankAfter),
        ] + chanceCells(shift.chance, exceeds: shift.exceedsChance)
          + because(shift).map { .init($0) }
      })
  }

  private var communities: Table {
    let changed = diff.communities.filter { $0.kind != .continued || $0.overlap < 1 }
    return Table(
      title: "What became of the communities (\(changed.count))",
      columns: [
        Table.Column("community"), Table.Column("change"), Table.Column("became"),
        Table.Column("members before", isRight: true),
        Table.Column("members after", isRight: true), Table.Column("in common", isRight: true),
        Table.Column("joined"), Table.Column("left"),
      ],
      rows: changed.map { change in
        let (before, after) = communityNames(change)
        let isSame = before == after || before.isEmpty || after.isEmpty
        return [
          .text((before.isEmpty ? after : before).joined(separator: ", ")),
          .text(change.kind.rawValue),
          isSame ? .empty : .text(after.joined(separator: ", ")),
          .text(sizes(change.before)), .text(sizes(change.after)),
          change.before.isEmpty || change.after.isEmpty
            ? .empty : .text(Decimals.percent(change.overlap)),
          change.before.isEmpty ? .empty : .text(few(change.joined)),
          change.after.isEmpty ? .empty : .text(few(change.left)),
        ]
      })
  }

  /// What the communities of a change are called before and after.
  func communityNames(_ change: CommunityChange) -> (before: [String], after: [String]) {
    (
      change.before.map { communityNames.before[$0.id] ?? $0.name },
      change.after.map { communityNames.after[$0.id] ?? $0.name }
    )
  }

  /// Three names, and how many more there are.
  private func few(_ entities: [Entity]) -> String {
    let shown = entities.prefix(3).map(\.name)
    return (entities.count > 3 ? shown + ["\(entities.count - 3) more"] : Array(shown))
      .joined(separator: ", ")
  }

  private func sizes(_ communities: [Community]) -> String {
    communities.map { "\($0.members.count)" }.joined(separator: " + ")
  }

  // MARK: Wording

  func name(_ tie: TieChange) -> String {
    tieName(diff.entity(tie.source), diff.types[tie.type], diff.entity(tie.target))
  }

  private func pair(_ tie: TieChange, _ count: (Tie) -> Int) -> String {
    switch (tie.before.map(count), tie.after.map(count)) {
    case (let before?, let after?) where tie.kind == .grew || tie.kind == .faded:
      "\(before) → \(after)"
    case (let before?, let after?): "\(tie.kind == .came ? after : before)"
    case (let count?, nil), (nil, let count?): "\(count)"
    case (nil, nil): ""
    }
  }

  private func dates(_ tie: TieChange) -> String {
    let ties = [tie.before, tie.after].compactMap(\.self)
    guard let first = ties.compactMap(\.first).min(), let last = ties.compactMap(\.last).max()
    else { return "" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  /// What is known about the network in which a tie is missing.
  func note(_ tie: TieChange) -> String {
    guard let absence = tie.absence else { return "" }
    let time = tie.kind == .came ? "before" : "after"
    if absence.isDenied { return "denied \(time)" }
    if absence.isUnreported { return "nothing reported \(time)" }
    return ""
  }

  /// Whether an entity is spoken of where it has no tie.
  func note(_ entity: EntityChange) -> String {
    switch entity.isMentioned {
    case true?: "mentioned \(entity.kind == .came ? "before" : "after") without such ties"
    case false?: "not mentioned \(entity.kind == .came ? "before" : "after")"
    case nil: ""
    }
  }
}

extension EntityChange {
  /// The greater of the two strengths.
  var strength: Double { max(strengthBefore, strengthAfter) }
}
