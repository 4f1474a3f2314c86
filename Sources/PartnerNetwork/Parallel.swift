import Dispatch
import Synchronization

/// The results of independent pieces of work, by number; the first error by number if there is one.
package func inParallel<Piece: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ work: @Sendable (Int) throws(Failure) -> Piece
) throws(Failure) -> [Piece] {
  let results = Mutex<[Result<Piece, Failure>?]>(Array(repeating: nil, count: count))
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let result: Result<Piece, Failure>
      do throws(Failure) {
        result = .success(try work(number))
      } catch {
        result = .failure(error)
        // There is no use in the others.
        next.store(count, ordering: .relaxed)
      }
      results.withLock { $0[number] = result }
    }
  }
  var pieces: [Piece] = []
  for result in results.withLock({ $0 }) {
    if let result { pieces.append(try result.get()) }
  }
  return pieces
}
