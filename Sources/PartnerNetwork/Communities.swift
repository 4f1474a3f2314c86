import PartnerModel

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
  /// The sum of the weights of hostile ties between members; 0 unless the method is
  /// ``CommunityMethod/signed``, whose other weights leave hostile ties out.
  public let internalHostility: Double
  /// The sum of the weights of hostile ties between a member and someone else, likewise.
  public let externalHostility: Double
  /// Place in ``members`` of the strongest; of several, the first by name.
  public let centre: Int

  /// The name of its strongest member.
  public var name: String { members.indices.contains(centre) ? members[centre].entity.name : "" }
}

/// The communities of a network.
public struct Communities: Hashable, Sendable {
  /// How they were found.
  public let method: CommunityMethod
  /// How good the division is, by what ``CommunityMethod/quality`` of the method names.
  public let quality: Double
  /// The communities, by number.
  public let communities: [Community]

  /// The number of the community of each of ``Network/entities``; `nil` for those without a tie
  /// that counts.
  public let communityOf: [Int?]
}
