import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The elements transformed on several threads; results are in the order of the elements.
  func parallelMap<Result: Sendable>(
    threads: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    if threads == 1 || count < 2 { return map(transform) }
    let results = Mutex<[Result?]>(Array<Result?>(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        let result = transform(self[place])
        results.withLock { $0[place] = result }
      }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
