import Documents

/// Reads the documents of some paths, several at a time.
struct DocumentBatches {
  let paths: [String]
  let threads: Int
  /// What comes through a pipe goes on at once.
  private let size: Int

  init(paths: [String], threads: Int) {
    self.paths = paths
    self.threads = threads
    size = threads == 1 || paths.contains("-") ? 1 : threads * 8
  }

  /// Calls `body` with documents in the order of the paths; what cannot be read is reported in its
  /// place.
  func read(
    problem: (DocumentError) throws -> Void, body: ([Document]) throws -> Void
  ) throws {
    var waiting: [DocumentSource] = []
    func flush() throws {
      let results = waiting.parallelMap(threads: threads) { source in
        Result { () throws(DocumentError) in try Document(source) }
      }
      waiting = []
      var documents: [Document] = []
      for result in results {
        switch result {
        case .success(let document):
          for note in document.notes { try problem(note) }
          documents.append(document)
        case .failure(let error): try problem(error)
        }
      }
      if !documents.isEmpty { try body(documents) }
    }
    try DocumentReader().sources(paths: paths, problem: problem) { source in
      waiting.append(source)
      if waiting.count >= size { try flush() }
    }
    try flush()
  }
}
