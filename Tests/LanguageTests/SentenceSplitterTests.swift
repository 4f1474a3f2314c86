import Testing

@testable import Language

@Suite("Sentences") struct SentenceSplitterTests {
  /// The text with a bar where a sentence begins.
  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let tokens = Tokeniser.tokens(in: buffer)
      return SentenceSplitter.sentences(of: tokens, in: buffer).map { places in
        let range = tokens[places.lowerBound].start..<tokens[places.upperBound - 1].end
        return String(decoding: bytes[range], as: UTF8.self)
      }
    }
  }

  @Test(
    "Sentences of news",
    arguments: [
      ["Talks with U.S. officials began.", "They ended in the U.S.", "The envoy left."],
      ["Gen. Ivan Petrov met Mr. J. K. Brown of Acme Corp. in St. Petersburg on Sept. 5."],
      ["The deal went to Acme Co. Ltd.", "It is worth $10.7 billion."],
      ["“We will sign.”", "He did not say when."],
      ["\"We will sign,\" said Petrov.", "\"It is time.\""],
      ["“Will you sign?” Petrov asked.", "Nobody answered!"],
      ["“Will you sign?” the envoy asked."],
      ["He waited… and left.", "Nobody saw him...", "The talks failed."],
      ["(They had met before.)", "No. 5 was late."],
      ["Was it No. 7?", "No.", "It was the other."],
      ["MOSCOW, Oct. 17 (Agency) -- The plant opened at 5 p.m. on Friday."],
      ["* MALAYSIA: THE ARMY BUYS TANKS.", "DETAILS FOLLOW."],
      ["1. The first point.", "2. The second point."],
    ])
  func news(sentences: [String]) {
    #expect(cut(sentences.joined(separator: " ")) == sentences)
  }

  @Test("A blank line divides what no mark divides")
  func blankLines() {
    #expect(cut("A heading\n\nA text\nof two lines") == ["A heading", "A text\nof two lines"])
  }

  @Test("Sentences without end are cut")
  func longest() {
    let text = String(repeating: "word ", count: 10_000)
    let bytes = Array(text.utf8)
    let lengths = bytes.withUnsafeBufferPointer { buffer in
      SentenceSplitter.sentences(of: Tokeniser.tokens(in: buffer), in: buffer).map(\.count)
    }
    #expect(lengths.reduce(0, +) == 10_000)
    #expect(lengths.allSatisfy { $0 <= SentenceSplitter.longest })
  }
}
