import PartnerModel

/// Of whom and by whom something is said in a network: what tells absence from silence.
struct Voice {
  private let network: Network
  private let sources: Set<String>
  private let digests: Set<String>

  init(_ network: Network) {
    self.network = network
    sources = Set(network.coverage.sources.map(\.name))
    digests = Set(network.documents.map(\.digest))
  }

  /// What is known here about a tie of another network that is missing in this one.
  func absence(of tie: TieAlignment.Placed, in other: Network, denied: Bool) -> Absence {
    let own = other.ties[tie.place]
    let ends = Set([own.source, own.target])
    let documents = other.documents(ofTieAt: tie.place).map { other.documents[$0] }
    return Absence(
      isDenied: denied,
      mentionedEnds: ends.reduce(0) { $0 + (network.mentions(other.entities[$1].id) ? 1 : 0) },
      sharedSources: Set(documents.compactMap(\.source)).intersection(sources).count,
      sharesDocument: documents.contains { digests.contains($0.digest) })
  }
}
