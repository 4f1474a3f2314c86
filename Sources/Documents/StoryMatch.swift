import PartnerModel

/// What `StoryIndex` found out about a document.
public struct StoryMatch: Hashable, Sendable {
  /// How two documents tell the same story.
  public enum Kind: String, Hashable, Sendable {
    /// Their texts are nearly the same.
    case nearDuplicate
    /// They report the same event in different words.
    case sameEvent
  }

  /// A document that came before.
  public struct Partner: Hashable, Sendable {
    /// The document's id.
    public var id: Int64
    /// How they match.
    public var kind: Kind
    /// The share of their text that is the same, 0 to 1, as estimated.
    public var similarity: Double
    /// Names and figures that both have.
    public var sharedNames: Int
    /// Longer words that both have.
    public var sharedWords: Int

    /// Why they match, in words.
    public var reason: String {
      switch kind {
      case .nearDuplicate: "\(Int((similarity * 100).rounded())) % of the text is the same"
      case .sameEvent:
        "the day agrees, and \(sharedNames) names and figures and \(sharedWords) longer words"
      }
    }
  }

  /// A document whose date is now known from another report.
  public struct Resolution: Hashable, Sendable {
    /// The document's id.
    public var id: Int64
    /// Its date.
    public var date: PartialDate
    /// The document that the date, or its year, was taken from.
    public var from: Int64
  }

  /// The story's number, from 1.
  public var story: Int
  /// The documents that tell the same story, best first.
  public var partners: [Partner]
  /// The document's own date, when another report supplied it.
  public var date: PartialDate?
  /// Documents that came before and whose dates this one supplied, by id.
  public var resolved: [Resolution]
}
