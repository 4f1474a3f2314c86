import Dispatch
import Documents
import Extraction
import PartnerModel
import Synchronization

/// Turns documents into statements, several at a time, in the order in which they came.
struct Analyst: Sendable {
  private let extractor: Extractor
  private let threads: Int

  init(threads: Int) throws {
    extractor = try Extractor()
    self.threads = threads
  }

  /// How many documents are best handed over at once: more would only wait in memory.
  var batchSize: Int { threads == 1 ? 1 : threads * 8 }

  /// The documents with the numbers of their stories, analysed.
  func analyse(_ batch: [(document: Document, story: Int)]) -> [AnalysedDocument] {
    if threads == 1 || batch.count == 1 {
      return batch.map { extractor.analyse($0.document, story: $0.story) }
    }
    let results = Mutex<[AnalysedDocument?]>(Array(repeating: nil, count: batch.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, batch.count)) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < batch.count else { return }
        let result = extractor.analyse(batch[place].document, story: batch[place].story)
        results.withLock { $0[place] = result }
      }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
