/// What is known of a document apart from what it says.
public struct DocumentInfo: Hashable, Sendable {
  /// The file's path as the user gave it, or the id of an NDJSON line.
  public var name: String
  /// SHA-256 of the file's bytes in hexadecimal: the identity of the document.
  public var digest: String
  /// The headline.
  public var title: String?
  /// The outlet that published it.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// When it was published, as far as that is known.
  public var date: PartialDate?
  /// `nil` exactly when `date` is.
  public var dateBasis: DateBasis?
  /// Reports of one story carry the same number; it counts once for weight.
  public var story: Int
  /// Words of running text.
  public var wordCount: Int

  /// Made of its parts.
  public init(
    name: String, digest: String, title: String? = nil, source: String? = nil, url: String? = nil,
    date: PartialDate? = nil, dateBasis: DateBasis? = nil, story: Int, wordCount: Int = 0
  ) {
    self.name = name
    self.digest = digest
    self.title = title
    self.source = source
    self.url = url
    self.date = date
    self.dateBasis = dateBasis
    self.story = story
    self.wordCount = wordCount
  }
}

/// An entity of a document and every place that mentions it.
public struct MentionedEntity: Hashable, Sendable {
  /// Who it is.
  public var entity: Entity
  /// The fullest form in which this document names it.
  public var surface: String
  /// In the order of the text.
  public var mentions: [TextRange]

  /// Made of its parts; the surface is the entity's name unless given.
  public init(entity: Entity, surface: String? = nil, mentions: [TextRange]) {
    self.entity = entity
    self.surface = surface ?? entity.name
    self.mentions = mentions
  }
}

/// A document as reading leaves it: its entities and what it states of them.
public struct AnalysedDocument: Hashable, Sendable {
  /// The document itself.
  public var info: DocumentInfo
  /// Who it speaks of.
  public var entities: [MentionedEntity]
  /// What it claims, in the order of the text.
  public var statements: [Statement]

  /// Made of its parts.
  public init(info: DocumentInfo, entities: [MentionedEntity], statements: [Statement]) {
    self.info = info
    self.entities = entities
    self.statements = statements
  }
}
