import PartnerModel

/// Cleaned text that knows where it stands in the file.
public struct MappedText: Hashable, Sendable {
  /// The text: line breaks joined, entities decoded, single spaces.
  public let text: String
  let map: OffsetMap

  init(_ bytes: some Collection<UInt8>, _ map: OffsetMap) {
    text = String(decoding: bytes, as: UTF8.self)
    self.map = map
  }

  /// The stretch of the decoded file that some UTF-8 bytes of `text` stand for, in Unicode scalars.
  ///
  /// Bytes outside the text are left out. Complexity: logarithmic in the length of the text.
  public func originalRange(ofUTF8 range: Range<Int>) -> TextRange { map.original(range) }

  /// The stretch of the decoded file that the whole text stands for.
  public var originalRange: TextRange { map.original(0..<map.length) }
}

/// A stretch of running text of a document, free of page furniture.
public struct Passage: Hashable, Sendable {
  /// What a passage is in its document.
  public enum Kind: String, Hashable, Sendable {
    /// A headline or a heading between paragraphs.
    case heading
    /// Running text.
    case paragraph
    /// One item of a list.
    case listItem
    /// A paragraph of a speaker's turn in a transcript or an interview.
    case speech
    /// One person of a list of those whom the document concerns, as written: "Surname Given".
    case persons
  }

  /// What the passage is.
  public let kind: Kind
  /// The passage and its place in the file.
  public let body: MappedText
  /// Who speaks, as the transcript labels the turn, and where; each paragraph of a turn carries it.
  public let speakerLabel: MappedText?
  /// Whether the passage opens a speaker's turn, directly after its label.
  public let opensTurn: Bool

  init(
    kind: Kind, body: MappedText, speakerLabel: MappedText? = nil, opensTurn: Bool = false
  ) {
    self.kind = kind
    self.body = body
    self.speakerLabel = speakerLabel
    self.opensTurn = opensTurn
  }

  /// The text, cleaned.
  public var text: String { body.text }

  /// Who speaks, as the transcript labels the turn.
  public var speaker: String? { speakerLabel?.text }

  /// The stretch of the decoded file that some UTF-8 bytes of `text` stand for, in Unicode scalars.
  public func originalRange(ofUTF8 range: Range<Int>) -> TextRange {
    body.originalRange(ofUTF8: range)
  }
}
