import PartnerModel

/// What a user knows better than the tables: names and partners to add, identifiers that are one,
/// names that mean something else.
///
/// ``Lexicon/init(extendedBy:)`` checks it against the tables. The file that holds one is described
/// in docs/tables.md.
public struct UserLexicon: Hashable, Sendable {
  /// More names of a partner that the tables or this lexicon know.
  public struct Aliases: Hashable, Sendable {
    /// Whose names they are.
    public var id: EntityID
    /// The names.
    public var names: [String]
    /// Where the file says so.
    public var line: Int?

    /// Made of its parts.
    public init(id: EntityID, names: [String], line: Int? = nil) {
      self.id = id
      self.names = names
      self.line = line
    }
  }

  /// An organisation or a person that the tables do not have.
  public struct Partner: Hashable, Sendable {
    /// `organisation` or `person`.
    public var kind: EntityKind
    /// The name to show, from which the identifier is made.
    public var name: String
    /// Other names.
    public var aliases: [String]
    /// What an organisation is: `company`, `ministry` … as in the table of organisations.
    public var type: String
    /// ISO 3166-1 alpha-2 code of where it is based, or whose citizen.
    public var country: String?
    /// Where the file says so.
    public var line: Int?

    /// Made of its parts.
    public init(
      kind: EntityKind, name: String, aliases: [String] = [], type: String = "other",
      country: String? = nil, line: Int? = nil
    ) {
      self.kind = kind
      self.name = name
      self.aliases = aliases
      self.type = type
      self.country = country
      self.line = line
    }
  }

  /// A place or product: known so that it is not taken for a partner.
  public struct Thing: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable { case place, product }
    /// What it is.
    public var kind: Kind
    /// Its name.
    public var name: String
    /// Where the file says so.
    public var line: Int?

    /// Made of its parts.
    public init(kind: Kind, name: String, line: Int? = nil) {
      self.kind = kind
      self.name = name
      self.line = line
    }
  }

  /// Identifiers that mean one partner.
  public struct Merge: Hashable, Sendable {
    /// Those that disappear; they may be of names that only documents know.
    public var ids: [EntityID]
    /// The one that stays.
    public var into: EntityID
    /// Why.
    public var reason: String
    /// Where the file says so.
    public var line: Int?

    /// Made of its parts.
    public init(ids: [EntityID], into: EntityID, reason: String, line: Int? = nil) {
      self.ids = ids
      self.into = into
      self.reason = reason
      self.line = line
    }
  }

  /// A name that is no partner, or another one than the tables say.
  public struct Ruling: Hashable, Sendable {
    /// The name, whatever its capitals.
    public var name: String
    /// Whom it stands for; `nil` for nobody.
    public var meaning: EntityID?
    /// The documents in which that holds, `*` for any characters; all if empty.
    public var documents: [String]
    /// Why.
    public var reason: String
    /// Where the file says so.
    public var line: Int?

    /// Made of its parts.
    public init(
      name: String, meaning: EntityID?, documents: [String] = [], reason: String, line: Int? = nil
    ) {
      self.name = name
      self.meaning = meaning
      self.documents = documents
      self.reason = reason
      self.line = line
    }
  }

  /// More names.
  public var aliases: [Aliases] = []
  /// New organisations and persons.
  public var partners: [Partner] = []
  /// New places and products.
  public var things: [Thing] = []
  /// Identifiers that are one.
  public var merges: [Merge] = []
  /// Names that mean nobody, or somebody else.
  public var rulings: [Ruling] = []
  /// The file it comes from.
  public var file: String?

  /// A lexicon that adds nothing.
  public init(file: String? = nil) { self.file = file }
}
