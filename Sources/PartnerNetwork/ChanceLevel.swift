/// What chance alone makes of two networks: how far apart they are if their documents are dealt to
/// them anew.
public struct ChanceLevel: Hashable, Sendable {
  /// A change with a lower chance is more than chance gives, one time in twenty apart. Of many
  /// changes some are below it by chance.
  public static let threshold = 0.05

  /// How often the documents were dealt.
  public let permutations: Int
  /// The seed of the dealing.
  public let seed: UInt64
  /// Where 95 % of the distances between dealt networks lie.
  public let distances: ClosedRange<Double>
  /// How probable it is by chance that the networks are at least so far apart.
  public let distanceChance: Double
}
