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
      parts.append("resolution \(Decimals.plain(detection.resolution))")
    }
    if communities.method == .infomap, detection.direction != .both {
      parts.append("along \(detection.direction == .incoming ? "incoming" : "outgoing") ties")
    }
    let count = communities.communities.count
    let found =
      "\(count) \(count == 1 ? "community" : "communities"),"
      + " \(communities.method.quality.name) \(Decimals.text(communities.quality, decimals: 3))"
    return parts.joined(separator: ", ") + ": " + found + stability
  }

  /// Over what stability was looked at, and how alike the other divisions were.
  var stability: String {
    var text = ""
    if !communities.method.isSeedless, detection.stabilityRuns > 0 {
      text += "; stability over \(counted(detection.stabilityRuns, "further seed"))"
      text += communities.seedAgreement.map { " (\($0.inWords))" } ?? ""
    }
    if detection.bootstrap > 0 {
      text += "; support over \(counted(detection.bootstrap, "resample")) of the documents"
      text += communities.documentAgreement.map { " (\($0.inWords))" } ?? ""
    }
    return text
  }

  private var hasSupport: Bool { detection.bootstrap > 0 }

  /// A row for each member, with what is said of its community. Signed communities say how hostile
  /// they are within and to others.
  public var table: Table {
    let keys =
      ["community", "id", "name", "kind", "strength", "stability"]
      + (hasSupport ? ["support"] : [])
      + ["centre", "strength_within", "weight_within", "weight_to_others"]
      + (isSigned
        ? [
          "hostility_within", "hostility_to_others", "own_hostility_within",
          "own_hostility_to_others",
        ] : [])
    return Table(
      columns: keys.map { Table.Column($0, isShown: $0 != "id") },
      rows: communities.communities.flatMap { community in
        byStrength(community).map { member in
          var cells: [Table.Cell] = [
            .integer(community.id), .text(member.entity.id.rawValue), .text(member.entity.name),
            .init(member.entity.kind?.rawValue), .number(member.strength),
            .number(member.stability),
          ]
          if hasSupport { cells.append(.init(member.documentStability)) }
          cells += [
            .text(community.name), .number(member.internalStrength),
            .number(community.internalWeight), .number(community.externalWeight),
          ]
          guard isSigned else { return cells }
          return cells + [
            .number(community.internalHostility), .number(community.externalHostility),
            .number(member.internalHostility), .number(member.externalHostility),
          ]
        }
      })
  }

  /// Each community under a heading with its members, the strongest first; of signed ones, whether
  /// the sides hold.
  ///
  /// - Parameter limit: How many members of each to show.
  public func text(limit: Int? = nil) -> String {
    (sections.map { $0.text(limit: limit) }
      + (communities.balance.map { BalanceResults($0, of: network).text(limit: limit) }.map { [$0] }
        ?? []))
      .joined(separator: "\n")
  }

  /// A table for each community.
  var sections: [Table] {
    communities.communities.map { community in
      Table(
        title: title(community),
        columns: [
          Table.Column("name"), Table.Column("kind"), Table.Column("strength"),
          Table.Column("to_own", title: "to its own"),
          Table.Column("foes_within", title: "hostile to its own"),
          Table.Column("foes_beyond", title: "hostile to others"),
          Table.Column("stability", isRight: true), Table.Column("support", isRight: true),
        ],
        rows: byStrength(community).map { member in
          [
            .text(member.entity.name), .init(member.entity.kind?.rawValue),
            .number(member.strength), isSigned ? .number(member.internalStrength) : .empty,
            isSigned ? .number(member.internalHostility) : .empty,
            isSigned ? .number(member.externalHostility) : .empty,
            .text(Decimals.percent(member.stability)),
            .init(member.documentStability.map(Decimals.percent)),
          ]
        })
    }
  }

  private func title(_ community: Community) -> String {
    let others = community.members.count - 1
    return "\(community.id)  \(community.name)"
      + (others > 0 ? " and " + counted(others, "other") : "")
      + " (weight within \(Decimals.short(community.internalWeight)),"
      + " to others \(Decimals.short(community.externalWeight))"
      + (isSigned
        ? "; hostile within \(Decimals.short(community.internalHostility)),"
          + " to others \(Decimals.short(community.externalHostility))" : "") + ")"
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
      "communities": .array(communities.communities.map(json)),
    ]
    return
      json
      .adding(
        "direction",
        communities.method == .infomap ? .string(detection.direction.rawValue) : nil
      )
      .adding("bootstrap", hasSupport ? .integer(detection.bootstrap) : nil)
      .adding("seedAgreement", communities.seedAgreement?.json)
      .adding("documentAgreement", communities.documentAgreement?.json)
      .adding("balance", communities.balance.map { BalanceResults($0, of: network).json })
  }

  /// A community as JSON.
  func json(_ community: Community) -> JSON {
    func perMember(_ value: (Community.Member) -> Double?) -> JSON {
      .array(community.members.map { JSON(value($0)) })
    }
    let centre =
      community.members.indices.contains(community.centre)
      ? community.members[community.centre].entity.id.rawValue : nil
    let json: JSON = [
      "id": .integer(community.id), "name": .string(community.name),
      "centre": JSON(centre), "internalWeight": .number(community.internalWeight),
      "externalWeight": .number(community.externalWeight),
      "members": .array(community.members.map { .string($0.entity.id.rawValue) }),
      "stability": perMember(\.stability),
    ]
    return
      json
      .adding("support", hasSupport ? perMember(\.documentStability) : nil)
      .adding("internalHostility", isSigned ? .number(community.internalHostility) : nil)
      .adding("externalHostility", isSigned ? .number(community.externalHostility) : nil)
      .adding("memberStrengthWithin", isSigned ? perMember(\.internalStrength) : nil)
      .adding("memberHostilityWithin", isSigned ? perMember(\.internalHostility) : nil)
      .adding("memberHostilityToOthers", isSigned ? perMember(\.externalHostility) : nil)
  }

  /// Members by falling strength, then by name.
  func byStrength(_ community: Community) -> [Community.Member] {
    community.members.sorted {
      ($1.strength, $0.entity.name, $0.place) < ($0.strength, $1.entity.name, $1.place)
    }
  }
}
