import Synchronization

extension Graph {
  /// What a search finds with each of several seeds, in the order of the seeds: how much of a
  /// division depends on chance.
  ///
  ///     try graph.partitions(seeds: 1...20, threads: 2) { graph, seed throws(GraphError) in
  ///       try graph.leiden(seed: seed)
  ///     }
  ///
  /// Searches share the graph; each has its own working memory.
  ///
  /// - Parameters:
  ///   - threads: how many searches may run at once; what they find is the same for any number.
  ///   - search: finds the communities of the graph with a seed.
  /// - Throws: the error of the first seed whose search fails, or that the task was cancelled, which
  ///   is noticed between two searches.
  public func partitions(
    seeds: some Sequence<UInt64>, threads: Int = 1,
    search: @Sendable (Graph, UInt64) throws(GraphError) -> Partition
  ) throws(GraphError) -> [Partition] {
    let seeds = Array(seeds)
    let found = Mutex<[Result<Partition, GraphError>?]>(seeds.map { _ in nil })
    try inParallel(parts: seeds.count, threads: threads) { queue in
      // How far a single search is says nothing about the whole.
      Graph.$progress.withValue(nil) {
        while let part = queue.take() {
          let result = Result { () throws(GraphError) in try search(self, seeds[part]) }
          found.withLock { $0[part] = result }
        }
      }
    }
    var partitions: [Partition] = []
    for result in found.withLock({ $0 }) {
      guard let result else { throw .cancelled }
      partitions.append(try result.get())
    }
    return partitions
  }
}
