import PartnerModel

/// What became of the communities of one network in another.
///
/// Two communities are linked if they share at least 0.3 of their members in all (Jaccard index;
/// Greene, Doyle and Cunningham, "Tracking the evolution of communities in dynamic social
/// networks", ASONAM 2010); or at least two members that are more than half of the smaller one, so
/// that a large community which breaks into many parts is seen to have split; or more than half of
/// those of their members who are in both networks, so that a community whose members come and go
/// is the same as long as those who stay do so together; or if the strongest member of both is the
/// same, after whom both are called. Communities that hang together by links are one change.
struct CommunityMatching {
  static let leastOverlap = 0.3

  private let before: [Community]
  private let after: [Community]
  /// By place in the diff's entities, in the order of the networks.
  private let membersBefore: [[Int]]
  private let membersAfter: [[Int]]

  /// The places are those of the diff's entities, by place in each network.
  init(
    before: Communities, placesBefore: [Int: Int], after: Communities, placesAfter: [Int: Int]
  ) {
    self.before = before.communities
    self.after = after.communities
    membersBefore = before.communities.map { $0.members.compactMap { placesBefore[$0.place] } }
    membersAfter = after.communities.map { $0.members.compactMap { placesAfter[$0.place] } }
  }

  /// The changes, those that concern most members first, then by who they are: the same order
  /// whichever network is first.
  func changes() -> [CommunityChange] {
    groups().map { group in
      let all = group.before.flatMap { membersBefore[$0] }
      let others = group.after.flatMap { membersAfter[$0] }
      let shared = Set(all).intersection(others).count
      let change = CommunityChange(
        kind: kind(group.before.count, group.after.count), before: group.before.map { before[$0] },
        after: group.after.map { after[$0] },
        overlap: Double(shared) / Double(max(1, all.count + others.count - shared)))
      return (change: change, members: (all + others).sorted())
    }
    .sorted { a, b in
      a.members.count != b.members.count
        ? a.members.count > b.members.count : a.members.lexicographicallyPrecedes(b.members)
    }
    .map(\.change)
  }

  private func kind(_ before: Int, _ after: Int) -> CommunityChange.Kind {
    switch (before, after) {
    case (0, _): .born
    case (_, 0): .died
    case (1, 1): .continued
    case (1, _): .split
    case (_, 1): .merged
    default: .regrouped
    }
  }

  /// Communities that hang together by links, by number.
  private func groups() -> [(before: [Int], after: [Int])] {
    var root = Array(0..<before.count + after.count)
    func find(_ community: Int) -> Int {
      var community = community
      while root[community] != community { community = root[community] }
      return community
    }
    for (a, b) in links() {
      let (first, second) = (find(a), find(before.count + b))
      root[max(first, second)] = min(first, second)
    }
    var groups: [Int: (before: [Int], after: [Int])] = [:]
    for community in root.indices {
      let isBefore = community < before.count
      groups[find(community), default: ([], [])].before += isBefore ? [community] : []
      groups[find(community), default: ([], [])].after +=
        isBefore ? [] : [community - before.count]
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  /// Whether the strongest member of two communities is the same.
  private func haveOneCentre(_ old: Int, _ new: Int) -> Bool {
    let (one, other) = (before[old], after[new])
    guard one.members.indices.contains(one.centre), other.members.indices.contains(other.centre)
    else { return false }
    return one.members[one.centre].entity.id == other.members[other.centre].entity.id
  }

  private func links() -> [(Int, Int)] {
    var communityBefore: [Int: Int] = [:]
    for (number, members) in membersBefore.enumerated() {
      for member in members { communityBefore[member] = number }
    }
    let stayers = Set(membersBefore.joined()).intersection(membersAfter.joined())
    func stayingCount(_ members: [Int]) -> Int { members.count { stayers.contains($0) } }
    let staying = (membersBefore.map(stayingCount), membersAfter.map(stayingCount))
    var links: [(Int, Int)] = []
    for (number, members) in membersAfter.enumerated() {
      var shared: [Int: Int] = [:]
      for member in members {
        if let community = communityBefore[member] { shared[community, default: 0] += 1 }
      }
      for (community, count) in shared.sorted(by: { $0.key < $1.key }) {
        let sizes = (membersBefore[community].count, members.count)
        let overlap = Double(count) / Double(sizes.0 + sizes.1 - count)
        let isMostOfStayers = 2 * count > staying.0[community] + staying.1[number] - count
        if overlap >= Self.leastOverlap || isMostOfStayers || haveOneCentre(community, number)
          || (count >= 2 && 2 * count > min(sizes.0, sizes.1))
        {
          links.append((community, number))
        }
      }
    }
    return links
  }
}
