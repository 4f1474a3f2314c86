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

  fileprivate init(count: Int, task: UnsafeCurrentTask?) {
    self.count = count
    self.task = CurrentTask(task: task)
  }

  /// The next part to work on.
  func take() -> Int? {
    guard !isCancelled else { return nil }
    let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return part < count ? part : nil
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
func inParallel(
  parts: Int, threads: Int, _ worker: @Sendable (PartQueue) -> Void
) throws(GraphError) {
  let wasCancelled = withUnsafeCurrentTask { task in
    let queue = PartQueue(count: parts, task: task)
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

/// Throws if the surrounding task was cancelled.
func checkCancellation() throws(GraphError) {
  if Task.isCancelled { throw .cancelled }
}
