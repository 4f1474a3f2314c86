import GraphAnalytics

/// The graph in which communities are looked for, and the engine's methods on it.
struct CommunitySearch {
  /// How many tied pairs Girvan and Newman's method takes: it grows with their square, times the
  /// number of entities.
  static let girvanNewmanLimit = 500

  let detection: CommunityDetection
  /// The ties that hold together.
  let projection: Projection
  /// The hostile ties of the same entities, for signed communities.
  let hostility: Projection?

  private var graph: Graph { projection.graph }
  private var weighted: Bool { detection.weights == .strength }

  /// - Parameter tieWeights: By tie: its weight, in place of its own.
  init(
    _ detection: CommunityDetection, _ network: Network, tieWeights: [Double]? = nil
  ) throws(NetworkError) {
    self.detection = detection
    let direction: ProjectionDirection =
      switch detection.method {
      case .strongComponents: .incoming
      case .infomap: detection.direction
      default: .both
      }
    var options = ProjectionOptions(
      weights: detection.weights, direction: direction, ties: detection.ties)
    if detection.method == .signed {
      try CommunitySearch.requireBothSides(detection.ties ?? .all, network.selection.ties)
      options.ties = .all
      projection = try Projection(network, options, tieWeights: tieWeights, edgesOf: .partner)
      hostility = try Projection(network, options, tieWeights: tieWeights, edgesOf: .hostile)
    } else {
      projection = try Projection(network, options, tieWeights: tieWeights)
      hostility = nil
    }
    if detection.method == .girvanNewman { try requireSmall() }
  }

  private static func requireBothSides(_ filters: TieFilter...) throws(NetworkError) {
    guard let narrow = filters.first(where: { $0 != .all }) else { return }
    throw NetworkError(
      .invalidOption,
      detail: "signed communities need friendly and hostile ties, and only"
        + " \(narrow == .partner ? "cooperative and structural" : narrow.rawValue) ones are looked"
        + " at",
      remedy: "look at all ties, or use another method")
  }

  private func requireSmall() throws(NetworkError) {
    guard graph.edgeCount > Self.girvanNewmanLimit else { return }
    throw NetworkError(
      .tooLarge,
      detail: "girvan-newman is for networks of up to \(Self.girvanNewmanLimit) tied pairs, and"
        + " this one has \(graph.edgeCount)",
      remedy: "use leiden, or select less: a period, a kind, a relation")
  }

  /// - Parameter bounds: A division whose communities are to be divided; only Leiden takes one.
  func partition(seed: UInt64, within bounds: Partition? = nil) throws(NetworkError) -> Partition {
    let resolution = detection.resolution
    do {
      return switch detection.method {
      case .components: graph.components(.weak)
      case .strongComponents: graph.components(.strong)
      case .louvain: try graph.louvain(resolution: resolution, seed: seed, weighted: weighted)
      case .leiden:
        try graph.leiden(
          within: bounds, resolution: resolution, seed: seed, weighted: weighted)
      case .leidenPotts:
        try graph.leiden(
          within: bounds, quality: .constantPotts, resolution: resolution, seed: seed,
          weighted: weighted)
      case .labelPropagation: try graph.labelPropagation(seed: seed, weighted: weighted)
      case .infomap: try graph.infomap(seed: seed, weighted: weighted)
      case .girvanNewman: try graph.girvanNewman(weighted: weighted)
      case .signed:
        try graph.signedCommunities(
          hostile: hostility?.graph ?? graph, resolution: resolution, seed: seed,
          weighted: weighted)
      }
    } catch {
      throw NetworkError(error)
    }
  }

  /// By place in the network: the number of the community; `nil` for those without a tie that
  /// counts.
  func labels(of partition: Partition, _ network: Network) -> [Int?] {
    var labels = [Int?](repeating: nil, count: network.entities.count)
    for (vertex, place) in projection.places.enumerated() {
      labels[place] = partition.communityOf[vertex]
    }
    return labels
  }

  /// How good a partition is, by what the method names; 0 if there is nobody to divide.
  func quality(of partition: Partition) throws(NetworkError) -> Double {
    guard graph.vertexCount > 0 else { return 0 }
    do {
      switch detection.method.quality {
      case .modularity:
        return try graph.undirected().modularity(
          of: partition, resolution: detection.resolution, weighted: weighted)
      case .codelength: return try graph.mapEquation(of: partition, weighted: weighted)
      case .signedModularity:
        return try graph.signedModularity(
          of: partition, hostile: hostility?.graph ?? graph, resolution: detection.resolution,
          weighted: weighted)
      case .constantPotts:
        let pairs = partition.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
        return graph.edges.reduce(-detection.resolution * pairs) { quality, edge in
          let isWithin = partition.communityOf[edge.source] == partition.communityOf[edge.target]
          return quality + (isWithin ? (weighted ? edge.weight : 1) : 0)
        }
      }
    } catch {
      throw NetworkError(error)
    }
  }
}
