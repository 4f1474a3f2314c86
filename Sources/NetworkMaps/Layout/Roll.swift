import PartnerModel
import PartnerNetwork

/// The entities that some networks draw, with all that is between them.
struct Roll {
  /// Ordered by id.
  private(set) var entities: [Entity] = []
  /// By place in `entities`; each pair once, in order, loops left out.
  private(set) var pairs: [Pair] = []
  /// The sum of the weights of each entity's ties.
  private(set) var strengths: [Double] = []

  init(of networks: [Network]) {
    var known: [EntityID: Entity] = [:]
    for network in networks {
      for place in network.drawnEntities() {
        let entity = network.entities[place]
        known[entity.id] = entity
      }
    }
    entities = known.values.sorted { $0.id < $1.id }
    var places: [EntityID: Int] = [:]
    for (place, entity) in entities.enumerated() { places[entity.id] = place }
    strengths = [Double](repeating: 0, count: entities.count)
    var weights: [Pair.Ends: Double] = [:]
    for network in networks {
      for pair in network.pairs() {
        guard let a = places[network.entities[pair.first].id],
          let b = places[network.entities[pair.second].id]
        else { continue }
        strengths[a] += pair.weight
        if a == b { continue }
        strengths[b] += pair.weight
        weights[Pair.Ends(first: min(a, b), second: max(a, b)), default: 0] += pair.weight
      }
    }
    pairs = weights.map {
      Pair(first: $0.key.first, second: $0.key.second, weight: $0.value, ties: [])
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension Pair {
  /// Who the pair is.
  struct Ends: Hashable {
    var first: Int
    var second: Int
  }
}
