import GraphAnalytics
import PartnerModel

extension Communities {
  init(
    _ network: Network, _ search: CommunitySearch, _ partition: Partition, quality: Double,
    stability: [Double]
  ) {
    let projection = search.projection
    method = search.detection.method
    self.quality = quality
    let weights = partition.weights(of: projection.graph)
    let hostility = search.hostility.map { partition.weights(of: $0.graph) }
    let strength = projection.graph.strength(.both)
    communities = partition.members().enumerated().map { number, vertices in
      let members = vertices.map { vertex in
        Community.Member(
          entity: network.entities[projection.places[vertex]], place: projection.places[vertex],
          strength: strength[vertex], stability: stability[vertex])
      }
      let ranks = competitionRanks(members.map(\.strength))
      let centre = members.indices.min {
        (ranks[$0], members[$0].entity.name, $0) < (ranks[$1], members[$1].entity.name, $1)
      }
      return Community(
        id: number, members: members, internalWeight: weights.within[number],
        externalWeight: weights.beyond[number],
        internalHostility: hostility?.within[number] ?? 0,
        externalHostility: hostility?.beyond[number] ?? 0, centre: centre ?? 0)
    }
    var communityOf = [Int?](repeating: nil, count: network.entities.count)
    for (vertex, place) in projection.places.enumerated() {
      communityOf[place] = partition.communityOf[vertex]
    }
    self.communityOf = communityOf
  }
}

extension Partition {
  /// By community: the weight of the edges between members, and between members and others.
  fileprivate func weights(of graph: Graph) -> (within: [Double], beyond: [Double]) {
    var within = Array(repeating: 0.0, count: count)
    var beyond = within
    for edge in graph.edges {
      let (source, target) = (communityOf[edge.source], communityOf[edge.target])
      if source == target {
        within[source] += edge.weight
      } else {
        beyond[source] += edge.weight
        beyond[target] += edge.weight
      }
    }
    return (within, beyond)
  }
}
