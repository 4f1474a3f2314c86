import PartnerModel

/// A news story, transcript or brief as reading leaves it: what it says, and what is known of it.
public struct Document: Sendable {
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
  /// Where it was written, as its dateline says.
  public var place: String?
  /// When it was published, how that is known, and what is known when it is not.
  public var dating: Dating
  /// The running text, in the order of the file.
  public var passages: [Passage]
  /// Words of running text.
  public var wordCount: Int
  /// What `StoryIndex` needs to tell whether two documents report the same story.
  public var fingerprint: [UInt8]
  /// Remarks on reading it, such as a guessed encoding.
  public var notes: [DocumentError]

  /// What a store keeps of the document, as one that tells a story of this number.
  public func info(story: Int) -> DocumentInfo {
    DocumentInfo(
      name: name, digest: digest, title: title, source: source, url: url, date: date,
      dateBasis: dateBasis, story: story, wordCount: wordCount)
  }

  /// When it was published, as far as that is known.
  public var date: PartialDate? { dating.date }
  /// How the date is known; `nil` exactly when `date` is.
  public var dateBasis: DateBasis? { dating.basis }
}
