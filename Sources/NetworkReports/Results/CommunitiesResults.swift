import PartnerModel
import PartnerNetwork

/// Communities as the outputs of `communities`.
public struct CommunitiesResults: Sendable {
  /// The communities.
  public let communities: Communities
  /// The network in which they were found.
  public let network: Network
  /// How they were found.
  public let detection: CommunityDetection

  /// Made of its parts.
  public init(_ communities: Communities, of network: Network, by detection: CommunityDetection) {
    self.communities = communities
    self.network = network
    self.detection = detection
  }

  /// Whether hostile ties count as what pushes apart.
  private var isSigned: Bool { communities.method == .signed }

  /// What was found, in one line, with the rule by which it was found.
  public var summary: String {
    let options = ProjectionOptions(
      weights: detection.weights, ties: isSigned ? .all : detection.ties)
    var parts = ["\(communities.method.rawValue) on ties \(countedTies(network, options))"]
    parts.append(detection.weights == .strength ? "weighted by strength" : "each counted as 1")
    if communities.method.usesResolution {
      parts.append("resolution \(Decimals.short(detection.resolution))")
    }
    if communities.method == .infomap, detection.direction != .both {
      parts.append("along \(detection.direction == .incoming ? "incoming" : "outgoing") ties")
    }
    let count = communities.communities.count
    let found =
      "\(count) \(count == 1 ? "community" : "communities"),"
      + " \(communities.method.quality.name) \(Decimals.text(communities.quality, decimals: 3))"
    let runs =
      communities.method.isSeedless || detection.stabilityRuns == 0
      ? "" : "; stability over \(counted(detection.stabilityRuns, "further seed"))"
    return parts.joined(separator: ", ") + ": " + found + runs
  }

  /// A row for each member. Signed communities say of each how hostile it is within and to others.
  public var table: Table {
    let hostility = ["hostility_within", "hostility_to_others"].map { Table.Column($0) }
    return Table(
      columns: [
        Table.Column("community"), Table.Column("id", isShown: false), Table.Column("name"),
        Table.Column("kind"), Table.Column("strength"), Table.Column("stability"),
      ] + (isSigned ? hostility : []),
      rows: communities.communities.flatMap { community in
        byStrength(community).map { member in
          [
            .integer(community.id), .text(member.entity.id.rawValue), .text(member.entity.name),
            .init(member.entity.kind?.rawValue), .number(member.strength),
            .number(member.stability),
          ]
            + (isSigned
              ? [.number(community.internalHostility), .number(community.externalHostility)] : [])
        }
      })
  }

  /// Each community under a heading with its members, the strongest first.
  ///
  /// - Parameter limit: How many members of each to show.
  public func text(limit: Int? = nil) -> String {
    var sections: [String] = []
    for community in communities.communities {
      let others = community.members.count - 1
      let title =
        "\(community.id)  \(community.name)"
        + (others > 0 ? " and " + counted(others, "other") : "")
        + " (weight within \(Decimals.short(community.internalWeight)),"
        + " to others \(Decimals.short(community.externalWeight))"
        + (isSigned
          ? "; hostile within \(Decimals.short(community.internalHostility)),"
            + " to others \(Decimals.short(community.externalHostility))" : "") + ")"
      let table = Table(
        title: title,
        columns: [
          Table.Column("name"), Table.Column("kind"), Table.Column("strength"),
          Table.Column("stability", isRight: true),
        ],
        rows: byStrength(community).map { member in
          [
            .text(member.entity.name), .init(member.entity.kind?.rawValue),
            .number(member.strength), .text(Decimals.percent(member.stability)),
          ]
        })
      sections.append(table.text(limit: limit))
    }
    return sections.joined(separator: "\n")
  }

  /// The communities as JSON.
  public var json: JSON {
    let json: JSON = [
      "period": JSON(network.selection.period?.description),
      "method": .string(communities.method.rawValue),
      "resolution": .number(detection.resolution),
      "seed": .integer(Int(truncatingIfNeeded: detection.seed)),
      "quality": .number(communities.quality),
      "qualityName": .string(communities.method.quality.name),
      "communities": .array(
        communities.communities.map { community in
          let centre =
            community.members.indices.contains(community.centre)
            ? community.members[community.centre].entity.id.rawValue : nil
          let json: JSON = [
            "id": .integer(community.id), "name": .string(community.name),
            "centre": JSON(centre), "internalWeight": .number(community.internalWeight),
            "externalWeight": .number(community.externalWeight),
            "members": .array(community.members.map { .string($0.entity.id.rawValue) }),
            "stability": .array(community.members.map { .number($0.stability) }),
          ]
          return
            json
            .adding("internalHostility", isSigned ? .number(community.internalHostility) : nil)
            .adding("externalHostility", isSigned ? .number(community.externalHostility) : nil)
        }),
    ]
    return json.adding(
      "direction",
      communities.method == .infomap ? .string(detection.direction.rawValue) : nil)
  }

  /// Members by falling strength, then by name.
  func byStrength(_ community: Community) -> [Community.Member] {
    community.members.sorted {
      ($1.strength, $0.entity.name, $0.place) < ($0.strength, $1.entity.name, $1.place)
    }
  }
}
