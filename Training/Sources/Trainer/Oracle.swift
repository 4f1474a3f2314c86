import Language

/// The arcs of the right tree that a move would make impossible (Goldberg & Nivre 2013).
struct Oracle {
  private let heads: [Int]
  private let children: [[Int]]

  init(heads: [Int]) {
    self.heads = heads
    var children = Array(repeating: [Int](), count: heads.count + 1)
    for (index, head) in heads.enumerated() { children[head].append(index) }
    self.children = children
  }

  /// How many arcs a move that is allowed loses.
  func cost(_ move: Move, _ state: borrowing ParserState) -> Int {
    switch move {
    case .shift: costOfShift(state)
    case .left, .right: costOfArc(move, state)
    }
  }

  private func costOfShift(_ state: borrowing ParserState) -> Int {
    var cost = 0
    let next = state.next
    for place in 0..<state.depth {
      let word = state.stacked(place)
      if heads[word] == next { cost += 1 }
      if place > 0, heads[next] == word { cost += 1 }
    }
    return cost
  }

  private func costOfArc(_ move: Move, _ state: borrowing ParserState) -> Int {
    let top = state.stacked(0)
    var cost = children[top].count { $0 >= state.next }
    let head = heads[top]
    if move == .left {
      if head > state.next || state.depth > 1 && head == state.stacked(1) { cost += 1 }
    } else if head >= state.next {
      cost += 1
    }
    return cost
  }
}
