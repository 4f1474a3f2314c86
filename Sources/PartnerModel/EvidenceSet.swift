/// Everything that is known: the entities, the documents and the dated observations from which
/// the network of any period is made.
///
/// A store and every exchange file are read into one. Observations refer to entities, relations
/// and documents by their place in the arrays, so that millions of them stay small.
public struct EvidenceSet: Sendable {
  /// Who there is.
  public var entities: [Entity]
  /// The types of ties that occur.
  public var relations: [TieType]
  /// Where the observations come from.
  public var documents: [DocumentInfo]
  /// The ties as they were observed.
  public var observations: [Observation]

  /// Made of its parts.
  public init(
    entities: [Entity] = [], relations: [TieType] = [], documents: [DocumentInfo] = [],
    observations: [Observation] = []
  ) {
    self.entities = entities
    self.relations = relations
    self.documents = documents
    self.observations = observations
  }
}

/// A type of tie: one of the vocabulary, or one that an exchange file brings.
public struct TieType: Hashable, Sendable {
  /// The name to show.
  public var name: String
  /// `nil` for a type outside the vocabulary.
  public var relation: Relation?
  /// Whether its ends have no order.
  public var isUndirected: Bool

  /// A type of the vocabulary.
  public init(_ relation: Relation) {
    name = relation.rawValue
    self.relation = relation
    isUndirected = relation.isUndirected
  }

  /// A type by name: the vocabulary's where it has one of that name.
  public init(name: String, isUndirected: Bool = false) {
    relation = Relation(rawValue: name)
    self.name = name
    self.isUndirected = relation?.isUndirected ?? isUndirected
  }

  /// The family of ties it belongs to; cooperative for a type outside the vocabulary.
  public var group: TieGroup { relation?.group ?? .cooperative }
}

/// One dated observation of a tie: a statement of a document, or a row of an exchange file.
public struct Observation: Hashable, Sendable {
  /// Place of the source in ``EvidenceSet/entities``.
  public var source: Int32
  /// Place of the target in ``EvidenceSet/entities``.
  public var target: Int32
  /// Place in ``EvidenceSet/relations``.
  public var relation: Int32
  /// How the text presents it.
  public var status: Status
  /// The weight the row itself has; 1 for a statement. Its status scales it.
  public var weight: Double
  /// When it was so, after all rules: the statement's own date, or its document's.
  public var date: PartialDate?
  /// Place in ``EvidenceSet/documents``, or -1.
  public var document: Int32
  /// The statement's number in the store, or the row's number in its file (from 1).
  public var row: Int64

  /// Made of its parts.
  public init(
    source: Int32, target: Int32, relation: Int32, status: Status = .asserted, weight: Double = 1,
    date: PartialDate? = nil, document: Int32 = -1, row: Int64
  ) {
    self.source = source
    self.target = target
    self.relation = relation
    self.status = status
    self.weight = weight
    self.date = date
    self.document = document
    self.row = row
  }
}
