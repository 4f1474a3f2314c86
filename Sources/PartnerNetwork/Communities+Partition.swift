import GraphAnalytics
import PartnerModel

extension Communities {
  init(
    _ network: Network, _ search: CommunitySearch, _ partition: Partition, quality: Double,
    bySeed: CommunityStability, byDocument: CommunityStability?, balance: SignedBalance?
  ) {
    let projection = search.projection
    method = search.detection.method
    self.quality = quality
    let ties = partition.weights(of: projection.graph)
    let hostility = search.hostility.map { partition.weights(of: $0.graph) }
    let strength = projection.graph.strength(.both)
    let (stability, documentStability) = (bySeed.shares, byDocument?.shares)
    communities = partition.members().enumerated().map { number, vertices in
      let members = vertices.map { vertex in
        let place = projection.places[vertex]
        return Community.Member(
          entity: network.entities[place], place: place, strength: strength[vertex],
          stability: stability[place], documentStability: documentStability?[place],
          internalStrength: ties.vertexWithin[vertex],
          internalHostility: hostility?.vertexWithin[vertex] ?? 0,
          externalHostility: hostility?.vertexBeyond[vertex] ?? 0)
      }
      let ranks = competitionRanks(members.map(\.strength))
      let centre = members.indices.min {
        (ranks[$0], members[$0].entity.name, $0) < (ranks[$1], members[$1].entity.name, $1)
      }
      return Community(
        id: number, members: members, internalWeight: ties.within[number],
        externalWeight: ties.beyond[number],
        internalHostility: hostility?.within[number] ?? 0,
        externalHostility: hostility?.beyond[number] ?? 0, centre: centre ?? 0)
    }
    communityOf = search.labels(of: partition, network)
    seedAgreement = bySeed.agreement
    documentAgreement = byDocument?.agreement
    self.balance = balance
  }
}

/// The weight of edges within communities and between them.
private struct PartitionWeights {
  /// By community: of the edges between members.
  var within: [Double]
  /// By community: of the edges between members and others.
  var beyond: [Double]
  /// By vertex: of the edges to members of its community.
  var vertexWithin: [Double]
  /// By vertex: of the edges to others.
  var vertexBeyond: [Double]
}

extension Partition {
  fileprivate func weights(of graph: Graph) -> PartitionWeights {
    let none = Array(repeating: 0.0, count: count)
    let nobody = Array(repeating: 0.0, count: graph.vertexCount)
    var weights = PartitionWeights(
      within: none, beyond: none, vertexWithin: nobody, vertexBeyond: nobody)
    for edge in graph.edges {
      let (source, target) = (communityOf[edge.source], communityOf[edge.target])
      if source == target {
        weights.within[source] += edge.weight
        weights.vertexWithin[edge.source] += edge.weight
        weights.vertexWithin[edge.target] += edge.weight
      } else {
        weights.beyond[source] += edge.weight
        weights.beyond[target] += edge.weight
        weights.vertexBeyond[edge.source] += edge.weight
        weights.vertexBeyond[edge.target] += edge.weight
      }
    }
    return weights
  }
}
