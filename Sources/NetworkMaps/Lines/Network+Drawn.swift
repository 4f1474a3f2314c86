import PartnerNetwork

/// Two entities and the sum of the weights of all that is between them.
struct Pair: Hashable, Sendable {
  /// The lower place in the network's entities.
  var first: Int
  /// The higher place; the same for what an entity does to itself.
  var second: Int
  var weight: Double
  /// Places of the ties in the network's ties.
  var ties: [Int]
}

/// What of a network is drawn: ties that count. A tie that is denied only has weight 0 and is not.
extension Network {
  var drawnTies: [Int] { ties.indices.filter { ties[$0].weight > 0 } }

  /// Places of the entities that have a tie that counts, in order.
  func drawnEntities() -> [Int] {
    var isDrawn = [Bool](repeating: false, count: entities.count)
    for tie in ties where tie.weight > 0 {
      isDrawn[tie.source] = true
      isDrawn[tie.target] = true
    }
    return entities.indices.filter { isDrawn[$0] }
  }

  /// The sum of the weights of each entity's ties.
  func strengths() -> [Double] {
    var result = [Double](repeating: 0, count: entities.count)
    for tie in ties where tie.weight > 0 {
      result[tie.source] += tie.drawnWeight
      if tie.source != tie.target { result[tie.target] += tie.drawnWeight }
    }
    return result
  }

  /// The ties by pair of entities, ordered by pair.
  func pairs() -> [Pair] {
    let order = drawnTies.map { number in
      let tie = ties[number]
      return (min(tie.source, tie.target), max(tie.source, tie.target), number)
    }
    var result: [Pair] = []
    for (first, second, number) in order.sorted(by: <) {
      if let last = result.last, last.first == first, last.second == second {
        result[result.count - 1].weight += ties[number].drawnWeight
        result[result.count - 1].ties.append(number)
      } else {
        result.append(
          Pair(first: first, second: second, weight: ties[number].drawnWeight, ties: [number]))
      }
    }
    return result
  }
}

extension Tie {
  /// The weight, bounded so that sums and quotients of weights stay numbers.
  var drawnWeight: Double { min(weight, 1e15) }
}
