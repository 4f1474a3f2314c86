import PartnerModel

/// What communities are called from one network to the next: a community keeps its name however
/// its strongest member changes.
public struct CommunityNames: Hashable, Sendable {
  /// By number of the community before.
  public let before: [Int: String]
  /// By number of the community after.
  public let after: [Int: String]
}

extension NetworkDiff {
  /// The names of the communities of both networks.
  ///
  /// A community after takes the name of the one before with which it shares most members, unless
  /// another shares more with that one; else it is called by its strongest member whose name is not
  /// taken.
  ///
  /// - Parameter given: The names of the communities before, where a diff with an earlier network
  ///   has given them names; those without one are called by their strongest member.
  public func communityNames(before given: [Int: String] = [:]) -> CommunityNames {
    var before = given
    for community in communities.flatMap(\.before) where before[community.id] == nil {
      before[community.id] = community.name
    }
    var after: [Int: String] = [:]
    var taken = Set(before.values)
    for change in communities {
      var heirs: Set<Int> = []
      for pair in change.pairsByOverlap
      where after[pair.after] == nil && heirs.insert(pair.before).inserted {
        after[pair.after] = before[pair.before]
      }
    }
    for community in communities.flatMap(\.after) where after[community.id] == nil {
      let name = community.name(notIn: taken)
      taken.insert(name)
      after[community.id] = name
    }
    return CommunityNames(before: before, after: after)
  }
}

extension CommunityChange {
  /// The pairs of communities that share members, those that share most first.
  fileprivate var pairsByOverlap: [(before: Int, after: Int)] {
    var pairs: [(shared: Int, union: Int, before: Int, after: Int)] = []
    for old in before {
      let members = Set(old.members.map(\.entity.id))
      for new in after {
        let shared = new.members.count { members.contains($0.entity.id) }
        guard shared > 0 else { continue }
        pairs.append((shared, members.count + new.members.count - shared, old.id, new.id))
      }
    }
    return pairs.sorted {
      ($1.shared, $0.union, $0.before, $0.after) < ($0.shared, $1.union, $1.before, $1.after)
    }.map { ($0.before, $0.after) }
  }
}

extension Community {
  /// The name of its strongest member whose name is not taken; with a number if all are.
  fileprivate func name(notIn taken: Set<String>) -> String {
    let strongest = members.indices.sorted {
      (members[$1].strength, members[$0].entity.name, $0)
        < (members[$0].strength, members[$1].entity.name, $1)
    }
    if let free = strongest.first(where: { !taken.contains(members[$0].entity.name) }) {
      return members[free].entity.name
    }
    let number = (2...).first { !taken.contains("\(name) \($0)") } ?? 2
    return "\(name) \(number)"
  }
}

extension CommunityChange {
  /// Who is in a community after and was in none of those before, by name.
  public var joined: [Entity] { difference(after, before) }
  /// Who was in a community before and is in none of those after, by name.
  public var left: [Entity] { difference(before, after) }

  private func difference(_ some: [Community], _ others: [Community]) -> [Entity] {
    let known = Set(others.flatMap(\.members).map(\.entity.id))
    return some.flatMap(\.members).map(\.entity).filter { !known.contains($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}
