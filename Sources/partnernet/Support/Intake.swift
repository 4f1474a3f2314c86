import Documents
import Extraction
import NetworkStore
import PartnerModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Takes documents into a store: skips those it has, finds the stories they tell, and passes dates
/// between reports of one event.
struct Intake {
  struct Counts {
    var read = 0
    var known = 0
    var undated = 0
    /// Documents dated by another report, earlier ones of the store included.
    var dated = 0
    var statements = 0
    var entityIDs: Set<EntityID> = []
    var entities: Int { entityIDs.count }
  }

  private(set) var counts = Counts()
  private let store: NetworkStore
  private let extractor: Extractor
  private let threads: Int
  private var stories = StoryIndex()
  /// What the store holds, by the number it has among the stories.
  private var documents: [DocumentInfo] = []
  /// How many of them were in the store before.
  private let knownCount: Int
  private var taken: Set<String> = []

  /// A document on its way into the store.
  private struct Arrival {
    var document: Document
    var story: Int
    /// Documents that came before and get a date from this one.
    var revised: [Int]
  }

  init(store path: String, extractor: Extractor, threads: Int) throws {
    self.extractor = extractor
    self.threads = threads
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    if !folder.isEmpty {
      // A store in a folder of its own is the usual place; what cannot be made is reported when
      // the store is.
      try? FileManager.default.createDirectory(
        atPath: (path.hasPrefix("/") ? "/" : "") + folder, withIntermediateDirectories: true)
    }
    store = try NetworkStore(path: path, mode: .writing)
    let known = try store.fingerprints()
    knownCount = known.count
    for known in known {
      stories.restore(
        id: Int64(documents.count), fingerprint: known.fingerprint, date: known.document.date,
        story: known.document.story)
      documents.append(known.document)
      taken.insert(known.document.digest)
    }
  }

  /// Takes documents that the store does not have, each in a transaction of its own.
  mutating func take(_ documents: [Document], timings: Timings) throws {
    let arrivals = documents.compactMap { arrival($0) }
    let (extractor, threads) = (extractor, threads)
    let analysed = timings.measure("extract") {
      arrivals.parallelMap(threads: threads) { extractor.analyse($0.document, story: $0.story) }
    }
    try timings.measure("write") {
      for (arrival, document) in zip(arrivals, analysed) {
        try store.add(
          document, fingerprint: arrival.document.fingerprint,
          revising: arrival.revised.map { self.documents[$0] })
        counts.statements += document.statements.count
        counts.entityIDs.formUnion(document.entities.map(\.entity.id))
      }
    }
  }

  /// Finds out which story a document tells; `nil` for one that is known.
  private mutating func arrival(_ document: Document) -> Arrival? {
    guard taken.insert(document.digest).inserted else {
      counts.known += 1
      return nil
    }
    var document = document
    let match = stories.add(document, id: Int64(documents.count))
    document.apply(match)
    let revised = match.resolved.map { Int($0.id) }
    for (place, resolution) in zip(revised, match.resolved) {
      documents[place].date = resolution.date
      documents[place].dateBasis = .inferred
      counts.dated += 1
      if place >= knownCount { counts.undated -= 1 }
    }
    counts.read += 1
    counts.dated += match.date == nil ? 0 : 1
    counts.undated += document.date == nil ? 1 : 0
    documents.append(
      DocumentInfo(
        name: document.name, digest: document.digest, title: document.title,
        source: document.source, url: document.url, date: document.date,
        dateBasis: document.dateBasis, story: match.story, wordCount: document.wordCount))
    return Arrival(document: document, story: match.story, revised: revised)
  }
}
