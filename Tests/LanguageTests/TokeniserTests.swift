import Testing

@testable import Language

@Suite("Tokens") struct TokeniserTests {
  static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      Tokeniser.tokens(in: buffer).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }

  /// Each case is its tokens with spaces between, and the text they come from.
  @Test(
    "The treebanks' conventions",
    arguments: [
      ("They do n't agree .", "They don't agree."),
      ("Russia ’s S-400 and Su-30MKM", "Russia’s S-400 and Su-30MKM"),
      ("the two countries ' leaders", "the two countries' leaders"),
      ("US - led talks with al-Assad", "US-led talks with al-Assad"),
      ("$ 10.7 billion , or 6 %", "$10.7 billion, or 6%"),
      ("Prayut Chan-o-cha met Jean-Yves O'Brien", "Prayut Chan-o-cha met Jean-Yves O'Brien"),
      ("U.S. - Turkey ties since mid-2014", "U.S.-Turkey ties since mid-2014"),
      ("AT&T Inc. paid US$ 5 m", "AT&T Inc. paid US$5m"),
      ("No . He can not . No. 5 may .", "No. He cannot. No. 5 may."),
      ("155mm guns at 5 pm", "155mm guns at 5pm"),
    ])
  func conventions(tokens: String, text: String) {
    #expect(Self.words(text).joined(separator: " ") == tokens)
  }
}
