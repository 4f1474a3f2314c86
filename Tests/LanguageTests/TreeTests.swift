import Testing

@testable import Language

/// Numbers and texts of chance that are the same each time (SplitMix64).
struct RandomText: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Words, marks, spaces and characters of every plane, in any order.
  mutating func text(pieces: Int) -> String {
    let known = [
      " ", " ", " ", " ", "\n\n", ".", ",", "\"", "“", "”", "’", "'", "'s", "n’t", "-", "--", "…",
      "(", ")", "U.S.", "S-400", "al-", "$", "%", "&", "/", "5pm", "the", "The", "sold", "Russia",
      "http://", "@", "\u{200B}", "\u{202E}", "é", "ß", "漢字", "שלום", "مرحبا", "🇫🇷", "👩‍🚀", "e\u{301}",
      "\0", "\r\n", "\t",
    ]
    var text = ""
    for _ in 0..<pieces {
      if next() % 5 == 0, let scalar = UnicodeScalar(UInt32(next() % 0x11_0000)) {
        text.unicodeScalars.append(scalar)
      } else {
        text += known[Int(next() % UInt64(known.count))]
      }
    }
    return text
  }
}

/// Every byte that is no space lies in one token, in order; every tree has one root and no cycle.
func expectWellFormed(
  _ model: LanguageModel, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  var end = 0
  for sentence in model.sentences(in: text) {
    guard let first = sentence.tokens.first, let last = sentence.tokens.last else {
      Issue.record("a sentence without tokens", sourceLocation: sourceLocation)
      return
    }
    #expect(
      sentence.range == first.range.lowerBound..<last.range.upperBound,
      sourceLocation: sourceLocation)
    for token in sentence.tokens {
      let isInOrder =
        token.range.lowerBound >= end && !token.range.isEmpty
        && token.range.upperBound <= bytes.count
      #expect(isInOrder, sourceLocation: sourceLocation)
      guard isInOrder else { return }
      let gap = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
      let isBlank = gap.unicodeScalars.allSatisfy { isSpace($0) }
      #expect(isBlank, "lost: \(gap.debugDescription)", sourceLocation: sourceLocation)
      end = token.range.upperBound
    }
    #expect(isTree(sentence.tokens.map(\.head)), sourceLocation: sourceLocation)
    #expect(
      sentence.tokens.allSatisfy { ($0.head == -1) == ($0.dependency == .root) },
      sourceLocation: sourceLocation)
  }
}

private func isSpace(_ scalar: UnicodeScalar) -> Bool {
  let properties = scalar.properties
  return properties.isWhitespace || properties.generalCategory == .control
    || properties.generalCategory == .format || scalar == "\u{2065}"
}

/// One root, and from every word a way to it.
private func isTree(_ heads: [Int]) -> Bool {
  guard heads.count(where: { $0 == -1 }) == 1 else { return false }
  return heads.indices.allSatisfy { start in
    var word = start
    for _ in 0...heads.count {
      if word == -1 { return true }
      guard heads.indices.contains(word) else { return false }
      word = heads[word]
    }
    return false
  }
}

@Suite("Whatever comes") struct TreeTests {
  let model: LanguageModel

  init() throws {
    model = try BuiltIn.model.get()
  }

  @Test("Texts of chance", arguments: 0..<12)
  func random(seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    expectWellFormed(model, random.text(pieces: 60))
  }

  @Test(
    "Odd texts",
    arguments: [
      "x", ".", "'", "’", "-", "...", "?!?!", "((((((((", "“”“”“”", "--- --- ---", "$$$ %%%",
      "U.S.",
      "n't", "'s", "🇫🇷🇫🇷 👩‍🚀👩‍🚀", "שלום עולם. מה נשמע?", "\u{202E}evil\u{202C} text",
      "a-a-a-a-a-a-a-a-a-a",
      "S-400-S-400-S-400-S-400-S-400-S-400-S-400", "''''''", "http://", "www.", "@@@", "#",
      "\u{FEFF}A",
      "THE ARMY BUYS TANKS", "* * *", "1.", "a.b.c.d.e.f.g.h", "No.", "e\u{301}\u{301}\u{301}",
    ])
  func odd(text: String) {
    expectWellFormed(model, text)
  }

  @Test("Nothing in, nothing out", arguments: ["", " ", "\n\n\t", "\u{200B}\u{FEFF}"])
  func empty(text: String) {
    #expect(model.sentences(in: text).isEmpty)
  }

  @Test("Bytes that are no UTF-8 are kept as letters")
  func invalid() {
    let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0x20, 0xE2, 0x80, 0x20, 0xF0, 0x9F, 0x2E]
    let tokens = bytes.withUnsafeBufferPointer { model.sentences(in: $0) }.flatMap(\.tokens)
    #expect(tokens.map(\.range) == [0..<3, 4..<6, 7..<9, 9..<10])
  }

  @Test("One word of 100,000 characters")
  func longWord() {
    for character in ["a", "-", "'", ".", "é", "a-", "a.", "a'", "1,"] {
      let text = String(repeating: character, count: 100_000)
      let tokens = text.utf8.withContiguousStorageIfAvailable { Tokeniser.tokens(in: $0) }
      #expect(tokens?.isEmpty == false)
      #expect(tokens?.last?.end == text.utf8.count)
    }
  }

  @Test("A sentence of 1,000 words is parsed in parts")
  func longSentence() {
    let text = String(repeating: "ships and ", count: 500)
    let sentences = model.sentences(in: text)
    #expect(sentences.flatMap(\.tokens).count == 1000)
    #expect(sentences.count == 3)
  }
}
