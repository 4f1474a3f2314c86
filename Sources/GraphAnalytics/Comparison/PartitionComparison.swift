extension Partition {
  /// The mutual information of two partitions of the same vertices, divided by the mean of their
  /// entropies: 1 if they are equal, 0 if one says nothing of the other.
  ///
  /// Two partitions into a single community are equal and have 1.
  ///
  /// - Throws: `GraphError` if the partitions are of different numbers of vertices.
  /// - Complexity: O(vertices).
  ///
  /// Danon, Díaz-Guilera, Duch and Arenas, "Comparing community structure identification", 2005.
  public func normalisedMutualInformation(with other: Partition) throws(GraphError) -> Double {
    let table = try Contingency(self, other)
    let mean = (table.entropy(table.rows) + table.entropy(table.columns)) / 2
    return mean > 0 ? max(0, table.mutualInformation / mean) : 1
  }

  /// The variation of information between two partitions: what each leaves unsaid of the other, in
  /// nats; 0 if they are equal.
  ///
  /// - Throws: `GraphError` if the partitions are of different numbers of vertices.
  /// - Complexity: O(vertices).
  ///
  /// Meilă, "Comparing clusterings", 2007.
  public func variationOfInformation(from other: Partition) throws(GraphError) -> Double {
    let table = try Contingency(self, other)
    return max(
      0,
      table.entropy(table.rows) + table.entropy(table.columns) - 2 * table.mutualInformation)
  }

  /// The adjusted Rand index: the share of pairs of vertices on which two partitions agree,
  /// corrected for chance; 1 if they are equal, about 0 for random ones.
  ///
  /// - Throws: `GraphError` if the partitions are of different numbers of vertices.
  /// - Complexity: O(vertices).
  ///
  /// Hubert and Arabie, "Comparing partitions", 1985.
  public func adjustedRandIndex(with other: Partition) throws(GraphError) -> Double {
    let table = try Contingency(self, other)
    func pairs(_ counts: some Sequence<Int>) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let (both, one, two) = (pairs(table.cells), pairs(table.rows), pairs(table.columns))
    let all = pairs([table.total])
    let expected = all > 0 ? one * two / all : 0
    let greatest = (one + two) / 2
    return greatest == expected ? 1 : (both - expected) / (greatest - expected)
  }
}

/// How many vertices are in each pair of communities of two partitions.
private struct Contingency {
  let rows: [Int]
  let columns: [Int]
  /// The numbers that are not 0, in a fixed order.
  var cells: [Int] { entries.map(\.count) }
  let total: Int
  private var entries: [(row: Int, column: Int, count: Int)] = []

  init(_ one: Partition, _ other: Partition) throws(GraphError) {
    total = one.communityOf.count
    guard other.communityOf.count == total else {
      throw GraphError(
        .invalidParameter,
        detail: "partitions of \(total) and \(other.communityOf.count) vertices",
        remedy: "compare partitions of the same vertices")
    }
    rows = one.sizes
    columns = other.sizes
    let pairs = zip(one.communityOf, other.communityOf).sorted { $0 < $1 }
    for (row, column) in pairs {
      if let last = entries.last, last.row == row, last.column == column {
        entries[entries.count - 1].count += 1
      } else {
        entries.append((row, column, 1))
      }
    }
  }

  func entropy(_ counts: [Int]) -> Double {
    counts.reduce(0) { $0 - share($1) * logarithm(share($1)) }
  }

  var mutualInformation: Double {
    entries.reduce(0) { sum, entry in
      sum + share(entry.count)
        * logarithm(share(entry.count) / (share(rows[entry.row]) * share(columns[entry.column])))
    }
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(total) }
}
