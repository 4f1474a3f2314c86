import Documents
import PartnerModel

/// A first pass over documents: finds the dates that reports of one event lend one another.
struct DateTransfer {
  /// The documents themselves, as long as they are few enough to keep in memory.
  private(set) var held: [Document]? = []
  private var stories = StoryIndex()
  private var digests: [String] = []
  private var dates: [String: PartialDate] = [:]
  private var wordCount = 0

  /// How many words are kept in memory: some 100 MB with all that goes with them.
  private static let wordLimit = 2_000_000

  mutating func add(_ documents: [Document]) {
    for document in documents {
      let match = stories.add(document, id: Int64(digests.count))
      digests.append(document.digest)
      if let date = match.date { dates[document.digest] = date }
      for resolution in match.resolved { dates[digests[Int(resolution.id)]] = resolution.date }
      wordCount += document.wordCount
    }
    if wordCount > Self.wordLimit { held = nil }
    held?.append(contentsOf: documents)
  }

  /// The document with the date that another report of its event gives it.
  func dated(_ document: Document) -> Document {
    guard document.date == nil, let date = dates[document.digest] else { return document }
    var document = document
    document.dating.date = date
    document.dating.basis = .inferred
    return document
  }
}
