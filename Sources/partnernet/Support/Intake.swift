import Documents
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
  private let analyst: Analyst
  private var stories = StoryIndex()
  /// What the store holds, by the number it has among the stories.
  private var documents: [DocumentInfo] = []
  private var batch: [(document: Document, story: Int)] = []
  private var fingerprints: [(bytes: [UInt8], revised: [Int64])] = []
  private var taken: Set<String> = []

  init(store path: String, analyst: Analyst) throws {
    self.analyst = analyst
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    if !folder.isEmpty {
      // A store in a folder of its own is the usual place; what cannot be made is reported when
      // the store is.
      try? FileManager.default.createDirectory(
        atPath: (path.hasPrefix("/") ? "/" : "") + folder, withIntermediateDirectories: true)
    }
    store = try NetworkStore(path: path, mode: .writing)
    for known in try store.fingerprints() {
      stories.restore(
        id: Int64(documents.count), fingerprint: known.fingerprint, date: known.document.date,
        story: known.document.story)
      documents.append(known.document)
      taken.insert(known.document.digest)
    }
  }

  /// Takes a document, now or with the next ones.
  mutating func take(_ document: Document) throws {
    guard taken.insert(document.digest).inserted else {
      counts.known += 1
      return
    }
    var document = document
    let match = stories.add(document, id: Int64(documents.count))
    document.apply(match)
    for resolution in match.resolved where documents.indices.contains(Int(resolution.id)) {
      let place = Int(resolution.id)
      documents[place].date = resolution.date
      documents[place].dateBasis = .inferred
      counts.dated += 1
      counts.undated -= 1
    }
    counts.read += 1
    counts.dated += match.date == nil ? 0 : 1
    counts.undated += document.date == nil ? 1 : 0
    documents.append(
      DocumentInfo(
        name: document.name, digest: document.digest, title: document.title,
        source: document.source, url: document.url, date: document.date,
        dateBasis: document.dateBasis, story: match.story, wordCount: document.wordCount))
    batch.append((document, match.story))
    fingerprints.append((document.fingerprint, match.resolved.map(\.id)))
    if batch.count >= analyst.batchSize { try finish() }
  }

  /// Writes what has been taken and not yet written, each document in a transaction of its own.
  mutating func finish() throws {
    let analysed = analyst.analyse(batch)
    for (document, fingerprint) in zip(analysed, fingerprints) {
      // Documents of this batch that are dated by a later one are in the store by then.
      let revised = fingerprint.revised.map { documents[Int($0)] }
      try store.add(document, fingerprint: fingerprint.bytes, revising: revised)
      counts.statements += document.statements.count
      counts.entityIDs.formUnion(document.entities.map(\.entity.id))
    }
    batch = []
    fingerprints = []
  }
}
