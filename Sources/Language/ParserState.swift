/// The moves of the arc-hybrid system (Kuhlmann et al. 2011).
package enum Move: Int, Sendable, CaseIterable {
  /// Puts the next word on the stack.
  case shift
  /// Hangs the top of the stack on the next word.
  case left
  /// Hangs the top of the stack on the word beneath it.
  case right
}

/// A word of the tree that grows: what it is, and the outermost of the words that hang on it.
struct Node {
  var word: UInt64
  var tag: UInt64
  var wordAndTag: UInt64
  /// The two outermost words on each side, the outermost first.
  var left: (Int32, Int32)
  var right: (Int32, Int32)
  var leftCount: UInt64 = 0
  var rightCount: UInt64 = 0
  /// The relations of the words on each side, one bit each.
  var leftLabels: UInt64 = 0
  var rightLabels: UInt64 = 0
  var head: Int32 = -1
  /// The relation to the head, once there is one.
  var label: UInt8 = 255

  init(word: UInt64, tag: UInt64, none: Int32) {
    self.word = word
    self.tag = tag
    wordAndTag = WordHash.pair(word, tag)
    left = (none, none)
    right = (none, none)
  }
}

/// A sentence half parsed: a stack, the words still to come, the arcs made so far.
///
/// The nodes are the words, then the artificial root, which comes last in the row of words to
/// come, then one that stands for nothing and is read where there is no word.
package struct ParserState: ~Copyable {
  let nodes: UnsafeMutablePointer<Node>
  private let stack: UnsafeMutablePointer<Int32>
  private let capacity: Int
  /// The number of words.
  package let count: Int
  package private(set) var depth = 0
  /// The place of the next word; the root's is `count`.
  package private(set) var next = 0

  /// The place of the node that stands for nothing.
  var none: Int { count + 1 }

  /// The state before the first move, for words and tags with `TaggerFeatures.margin` before them.
  package init(words: UnsafePointer<Word>, tags: UnsafePointer<UInt8>, count: Int) {
    self.count = count
    capacity = count + 2
    nodes = .allocate(capacity: capacity)
    stack = .allocate(capacity: capacity)
    let none = Int32(count + 1)
    for index in 0..<count {
      (nodes + index).initialize(
        to: Node(word: words[index].lower, tag: UInt64(tags[index]), none: none))
    }
    (nodes + count).initialize(to: Node(word: Word.root.lower, tag: 254, none: none))
    (nodes + count + 1).initialize(to: Node(word: Word.none.lower, tag: 255, none: none))
  }

  deinit {
    nodes.deallocate()
    stack.deallocate()
  }

  /// Whether every word has its head.
  package var isFinished: Bool { next == count && depth == 0 }

  /// The head of a word, with `count` for the root.
  package func head(of index: Int) -> Int { Int(nodes[index].head) }

  /// The relation of a word to its head.
  package func label(of index: Int) -> UInt8 { nodes[index].label }

  /// The word so many places down the stack, or `none`.
  @inline(__always)
  package func stacked(_ place: Int) -> Int { place < depth ? Int(stack[depth - 1 - place]) : none }

  /// The word so many places behind the next one, or `none`.
  @inline(__always)
  package func coming(_ place: Int) -> Int { next + place <= count ? next + place : none }

  /// Whether a move can be made: one word only hangs on the root, and every word finds a head.
  @inline(__always)
  package func allows(_ move: Move) -> Bool {
    switch move {
    case .shift: next < count
    case .left: depth > 0 && (next < count || depth == 1)
    case .right: depth > 1
    }
  }

  /// The word that a move gives a head and that head.
  @inline(__always)
  package func arc(_ move: Move) -> (dependent: Int, head: Int) {
    (stacked(0), move == .left ? next : stacked(1))
  }

  @inline(__always)
  package mutating func shift() {
    stack[depth] = Int32(next)
    depth += 1
    next += 1
  }

  /// Hangs the top of the stack where a move says, with a relation.
  @inline(__always)
  package mutating func attach(_ move: Move, label: UInt8) {
    let (dependent, head) = arc(move)
    depth -= 1
    nodes[dependent].head = Int32(head)
    nodes[dependent].label = label
    let bit: UInt64 = 1 << UInt64(label & 63)
    if dependent < head {
      nodes[head].left = (Int32(dependent), nodes[head].left.0)
      nodes[head].leftCount += 1
      nodes[head].leftLabels |= bit
    } else {
      nodes[head].right = (Int32(dependent), nodes[head].right.0)
      nodes[head].rightCount += 1
      nodes[head].rightLabels |= bit
    }
  }
}
