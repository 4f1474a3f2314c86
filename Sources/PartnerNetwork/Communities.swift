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
    /// The share of networks made of resampled documents in which it stays with this community,
    /// likewise; one in which it has no tie counts against it. `nil` if none were made.
    public let documentStability: Double?
    /// The sum of the weights of its ties to other members.
    public let internalStrength: Double
    /// The sum of the weights of its hostile ties to other members; 0 unless the method is
    /// ``CommunityMethod/signed``.
    public let internalHostility: Double
    /// The sum of the weights of its hostile ties to those of other communities, likewise.
    public let externalHostility: Double
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
  /// How alike the communities found with other seeds are to these on average; `nil` if none were
  /// looked for.
  public let seedAgreement: PartitionAgreement?
  /// How alike the communities of networks made of resampled documents are, likewise.
  public let documentAgreement: PartitionAgreement?
  /// Whether friends of friends are friends; only of ``CommunityMethod/signed`` communities.
  public let balance: SignedBalance?
}
