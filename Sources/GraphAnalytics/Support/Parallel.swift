import Dispatch
import Synchronization

/// Hands out the parts of a piece of work, until none is left or the task is cancelled.
///
/// The parts are the same for every number of threads, and whoever adds up their results does so
/// in the order of the parts: so a measure has the same bits on one thread and on many.
final class PartQueue: Sendable {
  private let next = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)
  private let count: Int
  private let task: CurrentTask
  private let progress: (@Sendable (Double) -> Void)?
  /// The hundredths that were told of.
  private let told = Atomic<Int>(0)

  fileprivate init(
    count: Int, task: UnsafeCurrentTask?, progress: (@Sendable (Double) -> Void)?
  ) {
    self.count = count
    self.task = CurrentTask(task: task)
    self.progress = progress
  }

  /// The next part to work on.
  func take() -> Int? {
    guard !isCancelled else { return nil }
    let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard part < count else { return nil }
    if let progress {
      let hundredths = 100 * part / count
      let before = told.max(hundredths, ordering: .relaxed).oldValue
      if hundredths > before { progress(Double(hundredths) / 100) }
    }
    return part
  }

  var isCancelled: Bool {
    if stopped.load(ordering: .relaxed) { return true }
    guard task.task?.isCancelled ?? false else { return false }
    stopped.store(true, ordering: .relaxed)
    return true
  }

  /// Worker threads belong to no task, so they ask the caller's, which waits for them.
  private struct CurrentTask: @unchecked Sendable {
    let task: UnsafeCurrentTask?
  }
}

/// Runs `worker` on as many threads as are asked for and useful; each takes parts from the queue.
/// Work that is all of a measure tells how far it is.
func inParallel(
  parts: Int, threads: Int, isWhole: Bool = true, _ worker: @Sendable (PartQueue) -> Void
) throws(GraphError) {
  // Task-local values do not reach the worker threads.
  let progress = isWhole ? Graph.progress : nil
  let wasCancelled = withUnsafeCurrentTask { task in
    let queue = PartQueue(count: parts, task: task, progress: progress)
    let workers = max(1, min(threads, parts, 64))
    if workers == 1 {
      worker(queue)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in worker(queue) }
    }
    return queue.isCancelled
  }
  if wasCancelled { throw .cancelled }
}

extension Graph {
  /// Is told how far a measure is, from 0 to 1, at every hundredth and from whatever thread gets
  /// there: the measures that take time for every pair of vertices and those that count triangles.
  ///
  ///     try Graph.$progress.withValue({ print("\(Int(100 * $0)) %") }) {
  ///       try graph.betweenness()
  ///     }
  @TaskLocal public static var progress: (@Sendable (Double) -> Void)?
}

/// Throws if the surrounding task was cancelled.
func checkCancellation() throws(GraphError) {
  if Task.isCancelled { throw .cancelled }
}
