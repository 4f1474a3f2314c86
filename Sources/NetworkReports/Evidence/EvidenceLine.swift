import PartnerModel

/// What one statement, or one row of an exchange file, says of a tie, ready to be shown.
public struct EvidenceLine: Hashable, Sendable {
  /// The sentence behind a statement.
  public struct Sentence: Hashable, Sendable {
    /// The sentence.
    public var text: String
    /// Where it stands in its document.
    public var range: TextRange
    /// The rule that read it.
    public var rule: String
    /// How far to trust it, 0 to 1.
    public var confidence: Double

    /// Made of its parts.
    public init(text: String, range: TextRange, rule: String, confidence: Double) {
      self.text = text
      self.range = range
      self.rule = rule
      self.confidence = confidence
    }
  }

  /// The statement's number in the store, or the row's in its file.
  public let row: Int64
  /// When it was so.
  public let date: PartialDate?
  /// Who does it.
  public let source: Entity
  /// What is claimed.
  public let type: TieType
  /// To whom it is done.
  public let target: Entity
  /// How the text presents it.
  public let status: Status
  /// The weight of the row, before its status.
  public let weight: Double
  /// The document that says so.
  public let document: DocumentInfo?
  /// The sentence; rows of exchange files have none.
  public let sentence: Sentence?

  /// The tie in words: `Russia → Turkey`, or `NATO – Russia` where the ends have no order.
  public var tie: String { tieName(source, type, target) }
}

func tieName(_ source: Entity, _ type: TieType, _ target: Entity) -> String {
  source.name + (type.isUndirected ? " – " : " → ") + target.name
}
