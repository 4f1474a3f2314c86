/// A stretch of a document, in Unicode scalars from the start of the decoded file; `end` is
/// excluded.
public struct TextRange: Hashable, Comparable, Sendable, Codable {
  /// The first scalar.
  public var start: Int
  /// The scalar after the last.
  public var end: Int

  /// Made of its parts.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// By start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// One claim made by one sentence.
public struct Statement: Hashable, Sendable {
  /// Who does it; of an undirected relation, either end.
  public var source: EntityID
  /// What is claimed.
  public var relation: Relation
  /// To whom it is done.
  public var target: EntityID
  /// How the text presents it.
  public var status: Status
  /// The event's own date where the sentence gives one.
  public var date: PartialDate?
  /// Where the sentence stands in its document.
  public var evidence: TextRange
  /// The sentence.
  public var text: String
  /// The name of the rule that found it.
  public var rule: String
  /// How far to trust it, 0 to 1.
  public var confidence: Double

  /// Made of its parts.
  public init(
    source: EntityID, relation: Relation, target: EntityID, status: Status,
    date: PartialDate? = nil, evidence: TextRange, text: String, rule: String, confidence: Double
  ) {
    self.source = source
    self.relation = relation
    self.target = target
    self.status = status
    self.date = date
    self.evidence = evidence
    self.text = text
    self.rule = rule
    self.confidence = confidence
  }
}
