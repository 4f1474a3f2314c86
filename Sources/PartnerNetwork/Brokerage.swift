import GraphAnalytics
import PartnerModel

/// A role that a broker plays between two others who have no tie of their own (Gould and Fernandez,
/// "Structures of mediation", 1989).
public enum BrokerageRole: String, Hashable, CaseIterable, Sendable {
  /// Between two of its own group.
  case coordinator
  /// Lets an outsider reach one of its own group.
  case gatekeeper
  /// Carries from one of its own group to an outsider.
  case representative
  /// Between two of one other group.
  case consultant
  /// Between two of two other groups.
  case liaison
}

/// The groups between which entities are brokers.
public enum BrokerageGroups: Hashable, Sendable {
  /// Countries, organisations and persons.
  case kinds
  /// Communities as they are found.
  case communities(CommunityDetection)
  /// The groups of a list, by name; those who are not in it belong to no group.
  case named([EntityID: String])
}

/// Who stands between whom: for every entity how often it connects two others without a tie of
/// their own, by what groups the three belong to.
///
/// Counts ordered pairs (*a*, *c*) with ties *a* → entity → *c* but none *a* → *c*; an undirected
/// tie leads both ways. Who belongs to no group is a group of its own. Weights are ignored.
public struct Brokerage: Hashable, Sendable {
  /// An entity and its roles.
  public struct Row: Hashable, Sendable {
    /// Who it is.
    public let entity: Entity
    /// Its place in ``Network/entities``.
    public let place: Int
    /// Place of its group in ``Brokerage/groups``; `nil` if it belongs to none.
    public let group: Int?
    /// How often it plays each role, in the order of ``BrokerageRole``'s cases.
    public let counts: [Int]
    /// Its rank by all roles together, from 1; equals share a rank.
    public let rank: Int

    /// How often it plays a role.
    public subscript(role: BrokerageRole) -> Int {
      counts[BrokerageRole.allCases.firstIndex(of: role) ?? 0]
    }

    /// All roles together.
    public var total: Int { counts.reduce(0, +) }
  }

  /// What the groups are called: kinds and named groups in order of the name, communities by
  /// number.
  public let groups: [String]
  /// The entities by rank, then by name.
  public let rows: [Row]
}

extension Network {
  /// The brokers between groups: everyone who has a tie that counts, with its roles.
  ///
  /// - Parameters:
  ///   - groups: Between which groups.
  ///   - options: Which ties count. Arcs lead as ties point unless directions are forgotten
  ///     (``ProjectionDirection/both``), where gatekeeper and representative are the same.
  /// - Throws: A ``NetworkError`` if communities cannot be found as asked.
  public func brokerage(
    between groups: BrokerageGroups,
    options: ProjectionOptions = ProjectionOptions(direction: .incoming)
  ) throws(NetworkError) -> Brokerage {
    var options = options
    // Roles speak of who carries to whom, so there is no turning round.
    if options.direction == .outgoing { options.direction = .incoming }
    let projection = try self.projection(options)
    let grouping = try grouping(groups)
    let roles: [BrokerageRoles]
    do {
      let labels = projection.places.map { grouping.groupOf[$0] ?? grouping.names.count + $0 }
      roles = try projection.graph.brokerage(between: Partition(labels: labels))
    } catch {
      throw NetworkError(error)
    }
    let ranks = competitionRanks(roles.map { Double($0.total) })
    let rows = projection.places.enumerated().map { vertex, place in
      Brokerage.Row(
        entity: entities[place], place: place, group: grouping.groupOf[place],
        counts: roles[vertex].counts, rank: ranks[vertex])
    }
    return Brokerage(
      groups: grouping.names,
      rows: rows.sorted {
        ($0.rank, $0.entity.name, $0.place) < ($1.rank, $1.entity.name, $1.place)
      })
  }

  /// The names of groups, and by place of the entity its group.
  private func grouping(
    _ groups: BrokerageGroups
  ) throws(NetworkError) -> (names: [String], groupOf: [Int?]) {
    let labels: [String?]
    switch groups {
    case .kinds: labels = entities.map { $0.kind?.rawValue }
    case .named(let names): labels = entities.map { names[$0.id] }
    case .communities(var detection):
      detection.stabilityRuns = 0
      let found = try detection.communities(of: self)
      return (found.communities.map(\.name), found.communityOf)
    }
    let names = Set(labels.compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (names, labels.map { $0.flatMap { places[$0] } })
  }
}

extension BrokerageRoles {
  /// In the order of ``BrokerageRole``'s cases.
  fileprivate var counts: [Int] { [coordinator, gatekeeper, representative, consultant, liaison] }
}
