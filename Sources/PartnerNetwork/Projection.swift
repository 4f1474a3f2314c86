import GraphAnalytics
import PartnerModel

/// Whether measures look at strength.
public enum WeightRule: String, Hashable, CaseIterable, Sendable {
  /// A pair's strength is the sum of the weights of its ties.
  case strength
  /// Every pair that has a tie counts 1.
  case none
}

/// Which way measures look along ties.
///
/// A tie points from who acts to whom it is done to: a transfer from the supplier to the
/// recipient. Undirected ties point both ways.
public enum ProjectionDirection: String, Hashable, CaseIterable, Sendable {
  /// Directions are forgotten.
  case both
  /// By incoming ties: who receives, who is turned to.
  case incoming = "in"
  /// By outgoing ties: who supplies, who turns to others. Every arrow is turned round, so that
  /// what a measure says of incoming ties it says of outgoing ones.
  case outgoing = "out"
}

/// How the multigraph becomes the simple graph that measures work on.
public struct ProjectionOptions: Hashable, Sendable {
  /// Whether measures look at strength.
  public var weights: WeightRule
  /// Which way measures look along ties.
  public var direction: ProjectionDirection
  /// Which families of ties count. `nil` leaves it to the network's selection: what was selected
  /// there, or ``TieFilter/partner`` if nothing was.
  public var ties: TieFilter?

  /// Made of its parts.
  public init(
    weights: WeightRule = .strength, direction: ProjectionDirection = .both, ties: TieFilter? = nil
  ) {
    self.weights = weights
    self.direction = direction
    self.ties = ties
  }

  /// The families of ties that count for a network of a selection.
  public func ties(for selection: Selection) -> TieFilter {
    ties ?? (selection.ties == .all && selection.relations == nil ? .partner : .all)
  }
}

/// The simple graph that measures work on: parallel ties summed into one strength, loops and ties
/// that are only denied left out.
///
/// Its vertices are the entities that have a tie that counts. An undirected tie is an arc each way
/// where directions are looked at.
public struct Projection: Sendable {
  /// How it was made.
  public let options: ProjectionOptions
  /// The graph; its arcs are turned round for ``ProjectionDirection/outgoing``.
  public let graph: Graph
  /// By vertex: the entity's place in ``Network/entities``, ascending.
  public let places: [Int]

  /// - Parameters:
  ///   - tieWeights: By tie: its weight, in place of its own.
  ///   - family: The ties that become edges, where not all that make an entity a vertex do.
  init(
    _ network: Network, _ options: ProjectionOptions, tieWeights: [Double]? = nil,
    edgesOf family: TieFilter = .all
  ) throws(NetworkError) {
    self.options = options
    let filter = options.ties(for: network.selection)
    let counts = network.types.map { filter.includes($0.group) }
    let joins = network.types.map { family.includes($0.group) }
    let isUndirected = network.types.map(\.isUndirected)
    var isVertex = Array(repeating: false, count: network.entities.count)
    let isDirected = options.direction != .both
    var edges: [Edge] = []
    edges.reserveCapacity(network.ties.count)
    for (place, tie) in network.ties.enumerated() where counts[tie.type] {
      let weight = tieWeights?[place] ?? tie.weight
      guard weight > 0 else { continue }
      isVertex[tie.source] = true
      isVertex[tie.target] = true
      guard joins[tie.type] else { continue }
      let bothWays = isDirected && isUndirected[tie.type]
      if bothWays || options.direction != .outgoing {
        edges.append(Edge(source: tie.source, target: tie.target, weight: weight))
      }
      if bothWays || options.direction == .outgoing {
        edges.append(Edge(source: tie.target, target: tie.source, weight: weight))
      }
    }
    var vertices = Array(repeating: 0, count: isVertex.count)
    var places: [Int] = []
    for (place, isIncluded) in isVertex.enumerated() where isIncluded {
      vertices[place] = places.count
      places.append(place)
    }
    self.places = places
    if places.count < isVertex.count {
      for place in edges.indices {
        edges[place].source = vertices[edges[place].source]
        edges[place].target = vertices[edges[place].target]
      }
    }
    do {
      graph = try Graph(vertexCount: places.count, edges: edges, isDirected: isDirected)
    } catch {
      throw NetworkError(error)
    }
  }
}

extension Network {
  /// The simple graph of the network.
  public func projection(
    _ options: ProjectionOptions = ProjectionOptions()
  ) throws(NetworkError) -> Projection {
    try Projection(self, options)
  }
}

extension NetworkError {
  /// What the engine says, as an error of this module.
  init(_ error: GraphError) {
    self.init(.computation, detail: error.detail, remedy: error.remedy)
  }
}
