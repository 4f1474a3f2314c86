import Testing

@testable import Language

@Suite("Tokens") struct TokeniserTests {
  private func tokens(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      Tokeniser.tokens(in: buffer).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }.joined(separator: " ")
  }

  /// Each case is a text and its tokens with spaces between.
  @Test(
    "The treebanks' conventions",
    arguments: [
      ("They don't agree.", "They do n't agree ."),
      ("They’re sure he won’t.", "They ’re sure he wo n’t ."),
      ("Russia’s Su-30MKM", "Russia ’s Su-30MKM"),
      ("the two countries' leaders", "the two countries ' leaders"),
      ("US-led, battle-hardened troops", "US - led , battle - hardened troops"),
      ("the U.S.-Turkey and Iran-Iraq ties", "the U.S. - Turkey and Iran - Iraq ties"),
      ("$10.7 billion, or 6% (€5m)", "$ 10.7 billion , or 6 % ( € 5 m )"),
      ("US$5m at 5pm", "US$ 5 m at 5 pm"),
      ("1,500 tanks on 17/10/2012 at 11:30.", "1,500 tanks on 17/10/2012 at 11:30 ."),
      ("(Itar-Tass) -- \"We agree,\"", "( Itar - Tass ) -- \" We agree , \""),
      ("“‘No,’ he said…”", "“ ‘ No , ’ he said … ”"),
      ("No. He cannot. No. 5 may.", "No . He can not . No. 5 may ."),
      ("arms/drugs, and/or 24/7", "arms / drugs , and / or 24/7"),
      ("It failed.Then it left...", "It failed . Then it left ..."),
      (
        "See https://example.org/a?b=1, or a@b.org.", "See https://example.org/a?b=1 , or a@b.org ."
      ),
      ("co-operate and re-elect since mid-2014", "co-operate and re-elect since mid-2014"),
      ("the '90s", "the '90s"),
    ])
  func conventions(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(
    "Names and designations stay whole",
    arguments: [
      "S-400", "Su-30MKM", "F-16s", "155mm", "T-90MS", "Mi-17V-5", "SS-N-22", "AK-47",
      "Il-76MD-90A",
      "al-Assad", "Chan-o-cha", "O'Brien", "O’Brien", "Jean-Yves", "Sha'lan", "Abd-al-Karim",
      "AT&T",
      "U.S.", "J.", "Gen.", "Co.", "Lenta.ru", "Rostov-on-Don",
    ])
  func wholes(name: String) {
    #expect(tokens("Today Kim \(name) came") == "Today Kim \(name) came")
  }

  @Test("A name's second part in small letters is told from a compound's")
  func compounds() {
    #expect(
      tokens("Kim Jong-un met Russian-made F-16-launched bombs")
        == "Kim Jong-un met Russian - made F-16 - launched bombs")
  }
}
