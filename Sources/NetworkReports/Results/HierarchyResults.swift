import PartnerModel
import PartnerNetwork

/// Communities within communities, as the outputs of `communities --resolutions`.
public struct HierarchyResults: Sendable {
  /// The levels.
  public let hierarchy: CommunityHierarchy
  /// The communities of each level as results of their own.
  private let levels: [CommunitiesResults]
  private let network: Network

  /// Made of its parts.
  public init(
    _ hierarchy: CommunityHierarchy, of network: Network, by detection: CommunityDetection
  ) {
    self.hierarchy = hierarchy
    self.network = network
    levels = zip(hierarchy.levels, hierarchy.resolutions).map { level, resolution in
      var detection = detection
      detection.resolution = resolution
      return CommunitiesResults(level, of: network, by: detection)
    }
  }

  /// What was found, a line for each level.
  public var summary: String {
    levels.map(\.summary).joined(separator: "\n")
  }

  /// `1.0.2`: the third part of the first part of the second community.
  private func path(_ level: Int, _ community: Int) -> String {
    hierarchy.path(level: level, community: community).map(String.init).joined(separator: ".")
  }

  /// A row for each community of each level, every one followed by its parts. One that stays whole
  /// at the next resolutions has one row for all of them.
  ///
  /// - Parameter limit: How many members to name.
  public func text(limit: Int? = nil) -> String {
    var rows: [[Table.Cell]] = []
    for community in hierarchy.levels.first?.communities.indices ?? 0..<0 {
      addRows(level: 0, community, indent: 0, limit: limit ?? 3, to: &rows)
    }
    return Table(
      columns: [
        Table.Column("community"), Table.Column("resolution", isRight: true),
        Table.Column("members"), Table.Column("within"), Table.Column("to_others"),
        Table.Column("stability", isRight: true), Table.Column("support", isRight: true),
        Table.Column("strongest"),
      ], rows: rows
    ).text()
  }

  private func addRows(
    level: Int, _ community: Int, indent: Int, limit: Int, to rows: inout [[Table.Cell]]
  ) {
    var (last, whole) = (level, community)
    var parts = hierarchy.parts(level: last, community: whole)
    while parts.count == 1 {
      (last, whole) = (last + 1, parts[0])
      parts = hierarchy.parts(level: last, community: whole)
    }
    let found = hierarchy.levels[last].communities[whole]
    let names = levels[last].byStrength(found).map(\.entity.name)
    let resolutions = (level == last ? [level] : [level, last]).map {
      Decimals.plain(hierarchy.resolutions[$0])
    }
    func mean(_ share: (Community.Member) -> Double) -> String {
      Decimals.percent(
        found.members.reduce(0) { $0 + share($1) } / Double(max(1, found.members.count)))
    }
    let hasSupport = found.members.contains { $0.documentStability != nil }
    rows.append([
      .text(String(repeating: "  ", count: indent) + path(level, community)),
      .text(resolutions.joined(separator: "–")), .integer(found.members.count),
      .number(found.internalWeight), .number(found.externalWeight), .text(mean(\.stability)),
      hasSupport ? .text(mean { $0.documentStability ?? 0 }) : .empty,
      .text(names.prefix(limit).joined(separator: ", ") + (names.count > limit ? ", …" : "")),
    ])
    for part in parts {
      addRows(level: last + 1, part, indent: indent + 1, limit: limit, to: &rows)
    }
  }

  /// A row for each entity, with its community at every resolution.
  public var table: Table {
    var paths: [[String?]] = []
    for (number, level) in hierarchy.levels.enumerated() {
      let names = level.communities.indices.map { path(number, $0) }
      paths.append(level.communityOf.map { $0.map { names[$0] } })
    }
    let members = hierarchy.levels.last.map { level in
      level.communities.flatMap { levels[levels.count - 1].byStrength($0) }
    }
    return Table(
      columns: ["id", "name", "kind", "strength"].map { Table.Column($0) }
        + hierarchy.resolutions.map { Table.Column("at_\(Decimals.plain($0))") },
      rows: (members ?? []).map { member in
        [
          .text(member.entity.id.rawValue), .text(member.entity.name),
          .init(member.entity.kind?.rawValue), .number(member.strength),
        ] + paths.map { .init($0[member.place]) }
      })
  }

  /// The levels as JSON.
  public var json: JSON {
    [
      "period": JSON(network.selection.period?.description),
      "method": .string(hierarchy.levels.first?.method.rawValue ?? ""),
      "resolutions": .array(hierarchy.resolutions.map { .number($0) }),
      "levels": .array(
        hierarchy.levels.enumerated().map { number, level in
          let json: JSON = [
            "resolution": .number(hierarchy.resolutions[number]),
            "quality": .number(level.quality),
            "communities": .array(
              level.communities.map { community in
                levels[number].json(community)
                  .adding("path", .string(path(number, community.id)))
                  .adding(
                    "parent",
                    number == 0 ? .null : .integer(hierarchy.parents[number][community.id]))
              }),
          ]
          return json.adding("seedAgreement", level.seedAgreement?.json)
            .adding("documentAgreement", level.documentAgreement?.json)
        }),
    ]
  }
}
