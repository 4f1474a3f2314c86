import PartnerModel

/// The weighted directed multigraph of a period: one tie per source, relation and target.
///
/// The weight of a tie is the sum over its statements, each scaled by its status. Reports of one
/// story are one witness: what several of them say counts once, as often as the one that says it
/// most, and each of them is a document that corroborates it. Rows without a document count each
/// on its own. The order of the evidence makes no difference.
public struct Network: Hashable, Sendable {
  /// What of the evidence it is made of.
  public let selection: Selection
  /// The entities that have a tie, ordered by id.
  public let entities: [Entity]
  /// The types of ties that occur: the vocabulary's in its order, then others by name.
  public let types: [TieType]
  /// The ties, ordered by source, target and type.
  public let ties: [Tie]
  /// The documents that contribute to a tie, ordered by name.
  public let documents: [DocumentInfo]
  /// How many observations were left out of the period because they have no date.
  public let undatedObservationCount: Int
  /// What was reported in the period.
  public let coverage: Coverage
  /// What is wrong with the evidence.
  public let problems: [EvidenceProblem]

  /// Everyone spoken of in the period, whatever kinds and ties were selected; ordered.
  let mentioned: [EntityID]
  /// For every tie, which documents speak of it, and what each independent witness adds to it.
  let support: TieSupport

  /// The network of what is selected of the evidence.
  public init(_ evidence: EvidenceSet, selection: Selection = Selection()) {
    var builder = NetworkBuilder(evidence, selection: selection)
    self = builder.network()
  }

  init(
    selection: Selection, entities: [Entity], types: [TieType], ties: [Tie],
    documents: [DocumentInfo], undatedObservationCount: Int, coverage: Coverage,
    problems: [EvidenceProblem], mentioned: [EntityID], support: TieSupport
  ) {
    self.selection = selection
    self.entities = entities
    self.types = types
    self.ties = ties
    self.documents = documents
    self.undatedObservationCount = undatedObservationCount
    self.coverage = coverage
    self.problems = problems
    self.mentioned = mentioned
    self.support = support
  }

  /// Places in ``documents`` of those that speak of the tie at a place in ``ties``, ascending;
  /// none for a place that does not exist.
  public func documents(ofTieAt place: Int) -> [Int] {
    guard ties.indices.contains(place) else { return [] }
    return support.documents[support.documentStart[place]..<support.documentStart[place + 1]]
      .map { Int($0) }
  }

  /// Whether an entity is spoken of in the period, even where it has no selected tie.
  public func mentions(_ id: EntityID) -> Bool {
    var low = 0
    var high = mentioned.count
    while low < high {
      let middle = (low + high) / 2
      if mentioned[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < mentioned.count && mentioned[low] == id
  }
}

/// What stands behind the ties, run after run in contiguous storage.
struct TieSupport: Hashable, Sendable {
  /// What one independent witness adds to the weight of a tie. A story is one, however many
  /// documents tell it, and so is a row without a document.
  struct Share: Hashable, Sendable {
    var witness: Int32
    var weight: Double
  }

  var shareStart: [Int] = [0]
  var shares: [Share] = []
  var documentStart: [Int] = [0]
  var documents: [Int32] = []
  var witnessCount = 0
}
