/// Phrases as paths from word to word: each path ends at a node with a number of its own.
struct PhrasePaths: Sendable {
  private var vocabulary: Vocabulary
  /// A node and a word as one number plus one; 0 is free.
  private var steps: [UInt64]
  private var targets: [UInt32]
  /// The number of nodes, the first of which is the empty phrase.
  private(set) var nodeCount = 1

  init(capacity: Int = 16) {
    vocabulary = Vocabulary(capacity: capacity / 2)
    var slots = 32
    while slots < capacity { slots *= 2 }
    steps = Array(repeating: 0, count: slots)
    targets = Array(repeating: 0, count: slots)
  }

  /// The number of a word, if any phrase has it.
  func word(_ key: String) -> UInt32? { vocabulary.number(of: key) }

  /// The node after a word, if a phrase goes on so.
  func step(from node: UInt32, _ word: UInt32) -> UInt32? {
    let slot = slot(Self.step(node, word))
    return steps[slot] == 0 ? nil : targets[slot]
  }

  /// The node after a word, which is added if it is new.
  mutating func node(after node: UInt32, adding word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let step = Self.step(node, vocabulary.add(word))
    let slot = slot(step)
    if steps[slot] != 0 { return targets[slot] }
    let next = UInt32(nodeCount)
    nodeCount += 1
    steps[slot] = step
    targets[slot] = next
    if nodeCount * 4 > steps.count * 3 { grow() }
    return next
  }

  /// The node of a phrase, which is added if it is new.
  mutating func node(adding keys: [String]) -> UInt32 {
    keys.reduce(0) { node, key in
      var key = key
      return key.withUTF8 { self.node(after: node, adding: $0) }
    }
  }

  /// The node of a whole phrase.
  func node(of keys: [String]) -> UInt32? {
    var node: UInt32 = 0
    for key in keys {
      guard let word = word(key), let next = step(from: node, word) else { return nil }
      node = next
    }
    return node
  }

  private static func step(_ node: UInt32, _ word: UInt32) -> UInt64 {
    (UInt64(node) << 32 | UInt64(word)) + 1
  }

  /// Where a step is, or the free slot where it would be.
  private func slot(_ step: UInt64) -> Int {
    let mask = steps.count - 1
    let product = (step ^ step >> 29) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: product >> 40) & mask
    while steps[slot] != 0, steps[slot] != step { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldSteps, oldTargets) = (steps, targets)
    steps = Array(repeating: 0, count: oldSteps.count * 2)
    targets = Array(repeating: 0, count: oldSteps.count * 2)
    for place in oldSteps.indices where oldSteps[place] != 0 {
      let slot = slot(oldSteps[place])
      steps[slot] = oldSteps[place]
      targets[slot] = oldTargets[place]
    }
  }
}
