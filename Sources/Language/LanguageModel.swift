/// Reads English: sentences, tokens, parts of speech, dependency trees.
public struct LanguageModel: Sendable {
  private let analysers: AnalyserPool

  /// A model of trained weights.
  public init(bytes: [UInt8]) throws(LanguageError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: ModelFile.alignment)
    copy.copyBytes(from: bytes)
    do {
      analysers = AnalyserPool(try Weights(bytes: UnsafeRawBufferPointer(copy), owned: copy))
    } catch {
      copy.deallocate()
      throw error
    }
  }

  /// A model of trained weights that stay where they are: the memory must begin at a multiple of
  /// 64 bytes and live as long as the model, as that of weights built into the program does.
  public init(bytes: UnsafeRawBufferPointer) throws(LanguageError) {
    analysers = AnalyserPool(try Weights(bytes: bytes))
  }

  /// The sentences of a text, with ranges in UTF-8 bytes.
  public func sentences(in text: String) -> [Sentence] {
    var text = text
    return text.withUTF8 { sentences(in: $0) }
  }

  /// The sentences of a text in UTF-8, with ranges in bytes.
  public func sentences(in text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    let tokens = Tokeniser.tokens(in: text)
    return analysers.withAnalyser { analyser in
      SentenceSplitter.sentences(of: tokens, in: text).map { places in
        analyser.sentence(tokens[places], in: text)
      }
    }
  }

  /// The sentence of tokens that are known already, each a range of the text in UTF-8; `nil` if
  /// there are none.
  package func sentence(
    of tokens: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> Sentence? {
    guard !tokens.isEmpty else { return nil }
    let raw = tokens.map { RawToken(start: $0.lowerBound, end: $0.upperBound, followsSpace: true) }
    return analysers.withAnalyser { $0.sentence(raw[...], in: text) }
  }
}
