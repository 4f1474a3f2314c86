import PartnerModel
import PartnerNetwork

/// A graph as every format writes it: nodes, and edges that refer to them by place.
struct ExchangeGraph {
  struct Edge {
    var source: Int
    var target: Int
    /// Place in ``ExchangeGraph/types``.
    var type: Int
    var weight: Double
    var date: PartialDate?
    var counts: (statements: Int, documents: Int) = (0, 0)
    var status = Status.asserted
    var document: DocumentInfo?
  }

  /// What the edges are, and so what they can say.
  enum Kind {
    /// The ties of a network: sums with counts.
    case ties
    /// Single observations: each with its status and document.
    case observations
  }

  let kind: Kind
  let nodes: [Entity]
  let types: [TieType]
  let edges: [Edge]

  /// Whether a file of it is directed: unless no edge is. In a mixed one the edges say so.
  var isDirected: Bool { types.isEmpty || types.contains { !$0.isUndirected } }

  /// Of the ties of a network. A tie of several dates gets all the time from the first to the last.
  init(_ network: Network) {
    kind = .ties
    nodes = network.entities
    types = network.types
    edges = network.ties.map { tie in
      var date = tie.first
      if let first = tie.first, let last = tie.last {
        date = PartialDate(from: first.first, to: last.last)
      }
      return Edge(
        source: tie.source, target: tie.target, type: tie.type, weight: finite(tie.weight),
        date: date,
        counts: (tie.statementCount, tie.documentCount))
    }
  }

  /// Of evidence, one edge an observation. Observations that refer to nothing are left out.
  init(_ evidence: EvidenceSet) {
    kind = .observations
    nodes = evidence.entities
    types = evidence.relations
    edges = evidence.observations.compactMap { observation in
      let (source, target) = (Int(observation.source), Int(observation.target))
      let (type, document) = (Int(observation.relation), Int(observation.document))
      guard evidence.entities.indices.contains(source),
        evidence.entities.indices.contains(target), evidence.relations.indices.contains(type)
      else { return nil }
      return Edge(
        source: source, target: target, type: type, weight: finite(observation.weight),
        date: observation.date, status: observation.status,
        document: evidence.documents.indices.contains(document)
          ? evidence.documents[document] : nil)
    }
  }
}

/// No format can say that a sum of weights has overflowed.
private func finite(_ weight: Double) -> Double {
  weight.isNaN ? 0 : min(max(weight, 0), .greatestFiniteMagnitude)
}
