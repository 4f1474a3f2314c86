import Language
import Testing

@testable import train_language_model

/// A sentence of words "a b c" whose heads are given, the number of words for the root.
private func sentence(_ words: [String], _ tags: [Language.Tag], heads: [Int]) -> TreebankSentence {
  TreebankSentence(
    words: zip(zip(words, tags), heads).map { word, head in
      TreebankWord(
        form: word.0, tagClass: TagClass(tag: word.1, fineTag: word.1 == .verb ? .vb : .nn),
        head: head, label: head == words.count ? .root : word.1 == .verb ? .conj : .obj,
        isFollowedBySpace: true)
    })
}

/// Heads of a random projective tree over `range` with its root at the returned place.
private func randomTree(
  _ range: Range<Int>, _ heads: inout [Int], using random: inout RandomNumbers
) -> Int {
  let root = Int.random(in: range, using: &random)
  for (start, end) in [(range.lowerBound, root), (root + 1, range.upperBound)] {
    var start = start
    while start < end {
      let stop = Int.random(in: start + 1...end, using: &random)
      heads[randomTree(start..<stop, &heads, using: &random)] = root
      start = stop
    }
  }
  return root
}

@Suite struct TrainerTests {
  @Test("Moves that cost nothing lead to the right tree", arguments: 1...40)
  func oracle(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let count = Int(seed) % 12 + 1
    var heads = Array(repeating: count, count: count)
    heads[randomTree(0..<count, &heads, using: &random)] = count
    let oracle = Oracle(heads: heads)
    var state = ParserState(
      words: Array(repeating: Word.outside, count: count),
      tags: Array(repeating: 0, count: count), count: count)
    while !state.isFinished {
      var free: [Move] = []
      for move in Move.allCases where state.allows(move) && oracle.cost(move, state) == 0 {
        free.append(move)
      }
      guard let move = free.randomElement(using: &random) else {
        Issue.record("every move loses an arc of a projective tree")
        return
      }
      if move == .shift { state.shift() } else { state.attach(move, label: 0) }
    }
    for word in 0..<count { #expect(state.head(of: word) == heads[word]) }
  }

  @Test("What is learned is what is in the data, and the same each time")
  func learning() throws {
    let sentences = (0..<8).flatMap { _ in
      [
        sentence(["ships", "sail", "home"], [.noun, .verb, .noun], heads: [1, 3, 1]),
        sentence(["guns", "fire"], [.noun, .verb], heads: [1, 2]),
      ]
    }
    let bytes = Trainer.train(sentences)
    #expect(Trainer.train(sentences) == bytes)
    let model = try LanguageModel(bytes: bytes)
    let tokens = model.sentences(in: "ships sail home").flatMap { $0.tokens }
    #expect(tokens.map { $0.tag.name } == ["NOUN", "VERB", "NOUN"])
    #expect(tokens.map { $0.head } == [1, -1, 1])
  }
}
