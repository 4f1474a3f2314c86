import PartnerModel

/// Of whom and by whom something is said in a network: what tells absence from silence.
struct Voice {
  private let network: Network
  private let sources: Set<String>
  private let documents: Set<String>

  init(_ network: Network) {
    self.network = network
    sources = Set(network.coverage.sources.map(\.name))
    documents = Set(network.documents.map(Voice.identity))
  }

  /// What is known here about a tie of another network that is missing in this one.
  func absence(of tie: TieAlignment.Placed, in other: Network, denied: Bool) -> Absence {
    let ends = Set([other.ties[tie.place].source, other.ties[tie.place].target])
    let own = other.documents(ofTieAt: tie.place).map { other.documents[$0] }
    return Absence(
      isDenied: denied,
      mentionedEnds: ends.reduce(0) { $0 + (network.mentions(other.entities[$1].id) ? 1 : 0) },
      sharedSources: Set(own.compactMap(\.source)).intersection(sources).count,
      sharesDocument: own.contains { documents.contains(Voice.identity($0)) })
  }

  /// Documents that an exchange file names have no digest.
  private static func identity(_ document: DocumentInfo) -> String {
    document.digest.isEmpty ? document.name : document.digest
  }
}
