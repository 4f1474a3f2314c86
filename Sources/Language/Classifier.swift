/// Chooses one of many classes by weights of features, in memory that it uses again.
struct Classifier: ~Copyable {
  private typealias Vector = RowMemo.Vector

  private let weights: SparseWeights
  private let classCount: Int
  private var memo: RowMemo
  private var features = FeatureList()
  private var missing = MissingGroups()
  private let scratch = LookupScratch()
  /// The scores of the classes and those of one group; all 256 classes that a table may name.
  private let scores: UnsafeMutablePointer<Vector>
  private let groupScores: UnsafeMutablePointer<Vector>
  private static let vectorCount = 32

  init(_ weights: SparseWeights, classCount: Int, remembered: Int) {
    self.weights = weights
    self.classCount = classCount
    memo = RowMemo(classCount: classCount, largest: remembered)
    scores = .allocate(capacity: Self.vectorCount)
    groupScores = .allocate(capacity: Self.vectorCount)
    scores.initialize(repeating: .zero, count: Self.vectorCount)
    groupScores.initialize(repeating: .zero, count: Self.vectorCount)
  }

  deinit {
    scores.deallocate()
    groupScores.deallocate()
  }

  /// Begins a decision.
  @inline(__always)
  mutating func start() {
    scores.update(repeating: .zero, count: memo.width)
    features.removeAll()
    missing.removeAll()
  }

  /// Counts in a group of features.
  @inline(__always)
  mutating func addGroup(_ group: UInt64, _ add: (inout FeatureList) -> Void) {
    let key = WordHash.mixed(group) | 1
    if let row = memo.row(key) {
      for place in 0..<memo.width { scores[place] &+= row[place] }
    } else {
      add(&features)
      missing.append(key, end: features.count)
    }
  }

  /// Looks up what was not remembered.
  private mutating func lookUp() {
    weights.fetch(features, using: scratch)
    var start = 0
    for place in 0..<missing.count {
      groupScores.update(repeating: .zero, count: memo.width)
      let end = missing[place].end
      add(start..<end, to: groupScores)
      start = end
      memo.set(missing[place].key, groupScores)
      for place in 0..<memo.width { scores[place] &+= groupScores[place] }
    }
    add(start..<features.count, to: scores)
  }

  private func add(_ range: Range<Int>, to target: UnsafeMutablePointer<Vector>) {
    target.withMemoryRebound(to: Int16.self, capacity: Self.vectorCount * 8) {
      weights.add(features, range, to: $0, using: scratch)
    }
  }

  /// Counts in the single features and gives the class of the highest score; of equals the first.
  @inline(__always)
  mutating func best(_ addSingle: (inout FeatureList) -> Void) -> UInt8 {
    addSingle(&features)
    lookUp()
    return scores.withMemoryRebound(to: Int16.self, capacity: Self.vectorCount * 8) { scores in
      for place in classCount..<memo.width * 8 { scores[place] = .min }
      var highest = scores[0]
      for place in 1..<memo.width * 8 { highest = max(highest, scores[place]) }
      var best = 0
      while best < classCount - 1, scores[best] != highest { best += 1 }
      return UInt8(truncatingIfNeeded: best)
    }
  }
}
