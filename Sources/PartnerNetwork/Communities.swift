import PartnerModel

/// How to find communities.
public enum CommunityMethod: String, Hashable, CaseIterable, Sendable {
  /// All who are connected, whichever way ties point.
  case components
  /// All who reach one another along ties as they point.
  case strongComponents = "strong-components"
  case louvain, leiden

  /// The method of a name, in whatever case; a near miss is told what it may have meant.
  public init(named name: String) throws(NetworkError) {
    self = try chosen(name, what: "community method", code: .unknownMethod)
  }

  /// Whether it gives the same communities for every seed.
  public var isSeedless: Bool { self == .components || self == .strongComponents }
}

/// A group whose members have more to do with one another than with others.
public struct Community: Hashable, Sendable {
  /// One who belongs to it.
  public struct Member: Hashable, Sendable {
    /// Who it is.
    public let entity: Entity
    /// Its place in ``Network/entities``.
    public let place: Int
    /// The sum of the weights of its ties, within the community and beyond.
    public let strength: Double
    /// The share of runs with other seeds in which it stays with this community: is in the
    /// community of that run that holds most of this one's members. 1 if none were made.
    public let stability: Double
  }

  /// Its number: by size, then by smallest member.
  public let id: Int
  /// Who belongs to it, ordered by place.
  public let members: [Member]
  /// The sum of the weights of ties between members.
  public let internalWeight: Double
  /// The sum of the weights of ties between a member and someone else.
  public let externalWeight: Double
  /// Place in ``members`` of the strongest; of several, the first by name.
  public let centre: Int

  /// The name of its strongest member.
  public var name: String { members.indices.contains(centre) ? members[centre].entity.name : "" }
}

/// The communities of a network.
public struct Communities: Hashable, Sendable {
  /// How they were found.
  public let method: CommunityMethod
  /// The modularity of the partition at the resolution asked for, directions forgotten.
  public let quality: Double
  /// The communities, by number.
  public let communities: [Community]

  /// The number of the community of each of ``Network/entities``; `nil` for those without a tie
  /// that counts.
  public let communityOf: [Int?]
}
