import GraphAnalytics
import PartnerModel

/// How to look for communities.
public struct CommunityDetection: Hashable, Sendable {
  /// By which method.
  public var method: CommunityMethod
  /// Whether strength counts.
  public var weights: WeightRule
  /// Which families of ties count; `nil` as in ``ProjectionOptions/ties``, but for
  /// ``CommunityMethod/signed`` all that are selected.
  public var ties: TieFilter?
  /// Whether infomap's walker follows ties as they point, or against them; other methods forget
  /// directions, or are about them.
  public var direction: ProjectionDirection
  /// How small communities should be: above 1 smaller, below 1 larger.
  public var resolution: Double
  /// The seed of the search.
  public var seed: UInt64
  /// How many further seeds to try in order to see how stable each membership is.
  public var stabilityRuns: Int
  /// How many times to resample the documents in order to see how far each membership hangs on
  /// few of them; 0 not to.
  public var bootstrap: Int
  /// How many threads may work on further seeds and resamples; the result is the same for any
  /// number.
  public var threads: Int

  /// Made of its parts.
  public init(
    method: CommunityMethod = .leiden, weights: WeightRule = .strength, ties: TieFilter? = nil,
    direction: ProjectionDirection = .both, resolution: Double = 1, seed: UInt64 = 1,
    stabilityRuns: Int = 20, bootstrap: Int = 0, threads: Int = 1
  ) {
    self.method = method
    self.weights = weights
    self.ties = ties
    self.direction = direction
    self.resolution = resolution
    self.seed = seed
    self.stabilityRuns = stabilityRuns
    self.bootstrap = bootstrap
    self.threads = threads
  }

  /// How many further seeds are usual: 20, and in a network of more than a million ties, where each
  /// takes seconds, 5.
  public static func usualStabilityRuns(for network: Network) -> Int {
    network.ties.count > 1_000_000 ? 5 : 20
  }

  /// The communities of a network.
  ///
  /// - Throws: A ``NetworkError`` if an option is out of range, the network is too large for the
  ///   method, or the selection leaves out ties that it needs.
  public func communities(of network: Network) throws(NetworkError) -> Communities {
    try hierarchy(of: network, resolutions: [resolution]).levels[0]
  }

  func check() throws(NetworkError) {
    if !(resolution > 0 && resolution.isFinite) {
      throw NetworkError(
        .invalidOption, detail: "cannot look for communities at resolution \(resolution)",
        remedy: "give a number above 0; 1 is usual")
    }
    if !(0...100_000).contains(stabilityRuns) {
      throw NetworkError(
        .invalidOption, detail: "cannot try \(stabilityRuns) seeds",
        remedy: "give a number from 0 to 100000; 20 is usual")
    }
    if !(0...1_000_000).contains(bootstrap) {
      throw NetworkError(
        .invalidOption, detail: "cannot resample \(bootstrap) times",
        remedy: "give a number from 0 to 1000000; 200 is usual")
    }
  }
}
