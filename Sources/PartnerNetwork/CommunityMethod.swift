/// How to find communities.
public enum CommunityMethod: String, Hashable, CaseIterable, Sendable {
  /// All who are connected, whichever way ties point.
  case components
  /// All who reach one another along ties as they point.
  case strongComponents = "strong-components"
  case louvain, leiden
  /// Leiden's search for the constant Potts model: ties within are stronger on average than the
  /// resolution. Finds small groups in large networks that modularity overlooks.
  case leidenPotts = "leiden-cpm"
  /// Everyone takes the label most of their partners have. Fast and crude.
  case labelPropagation = "label-propagation"
  /// Those among whom a random walker stays longest: the map equation.
  case infomap
  /// The tie that most shortest paths use is taken away, again and again, and the division of the
  /// greatest modularity on the way kept. For small networks.
  case girvanNewman = "girvan-newman"
  /// Blocs: cooperative and structural ties hold together, hostile ties push apart.
  case signed

  /// The method of a name, in whatever case; a near miss is told what it may have meant.
  public init(named name: String) throws(NetworkError) {
    self = try chosen(name, what: "community method", code: .unknownMethod)
  }

  /// Whether it gives the same communities for every seed.
  public var isSeedless: Bool {
    switch self {
    case .components, .strongComponents, .girvanNewman: true
    case .louvain, .leiden, .leidenPotts, .labelPropagation, .infomap, .signed: false
    }
  }

  /// Whether the resolution decides how small communities are.
  public var usesResolution: Bool {
    switch self {
    case .louvain, .leiden, .leidenPotts, .signed: true
    case .components, .strongComponents, .labelPropagation, .infomap, .girvanNewman: false
    }
  }

  /// What ``Communities/quality`` says of its communities.
  public var quality: PartitionQuality {
    switch self {
    case .infomap: .codelength
    case .signed: .signedModularity
    case .leidenPotts: .constantPotts
    default: .modularity
    }
  }
}

/// How good a division into communities is, by one definition.
public enum PartitionQuality: String, Hashable, CaseIterable, Sendable {
  /// How much more strength lies within than chance would put there, at the resolution asked for,
  /// directions forgotten. At most 1; the greater the better.
  case modularity
  /// The map equation: the bits a step that it takes to describe a random walk. The lower the
  /// better.
  case codelength = "map equation codelength"
  /// The modularity of the ties that hold together less that of the hostile ones, each in
  /// proportion to its strength. The greater the better.
  case signedModularity = "signed modularity"
  /// The strength within communities less the resolution for every pair of members. The greater
  /// the better.
  case constantPotts = "constant Potts quality"

  /// What it is called.
  public var name: String { rawValue }
  /// Whether a lower value is better.
  public var isBetterLower: Bool { self == .codelength }
}
