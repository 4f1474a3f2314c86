import Documents

/// What went wrong while documents were read: told as it happens, counted for the end.
struct ReadingLog {
  private let options: MessageOptions
  private let named: Set<String>
  private(set) var failed = 0
  /// Whether a path that the user named could not be read at all.
  private(set) var missesNamedPath = false
  var progress: Progress

  init(paths: [String], _ options: MessageOptions) {
    self.options = options
    named = Set(paths)
    progress = Progress(options)
  }

  mutating func note(_ problem: DocumentError) {
    if problem.isNote {
      guard !options.quiet else { return }
      progress.clear()
      Messages.line("Note: \(problem)")
      return
    }
    progress.clear()
    Messages.line("Warning: \(problem)")
    switch problem.code {
    case .missing, .emptyFolder: missesNamedPath = true
    case .denied where problem.file.map(named.contains) ?? false: missesNamedPath = true
    default: failed += 1
    }
  }

  /// Ends a run in which something could not be done.
  func check(readCount: Int) throws {
    progress.clear()
    if readCount == 0 {
      throw NothingRead(reason: "no document could be read")
    }
    if missesNamedPath {
      throw NothingRead(reason: "not every path could be read; see above")
    }
  }
}

/// A run over documents that did not do all it was asked to.
struct NothingRead: Error, CustomStringConvertible {
  let reason: String

  var description: String { "\(reason); check the paths and run the command again" }
}
