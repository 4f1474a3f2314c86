import Synchronization

/// Analysers that wait for work: as many as there have been threads at work at once, for what they
/// remember makes them faster.
final class AnalyserPool: Sendable {
  private let weights: Weights
  private let waiting = Mutex<[Box]>([])

  /// One analyser, which one thread has at a time.
  private final class Box: @unchecked Sendable {
    var analyser: Analyser
    init(_ analyser: consuming Analyser) { self.analyser = analyser }
  }

  init(_ weights: Weights) { self.weights = weights }

  func withAnalyser<Result>(_ body: (inout Analyser) -> Result) -> Result {
    let box = waiting.withLock { $0.popLast() } ?? Box(Analyser(weights))
    defer { waiting.withLock { $0.append(box) } }
    return body(&box.analyser)
  }
}
