import Documents
import Extraction
import PartnerModel
import Testing

/// Whatever the bytes, reading ends, every place it names lies in the document, and every statement
/// quotes what stands there.
@Suite struct RobustnessTests {
  private static let story = """
    Kvalvik Yard delivers boats to Kenya

    OSLO, 3 May 2014 (Harbour News) — Norway’s defence minister Kari Solberg met her Kenyan \
    counterpart, Amina Odhiambo, in Mombasa on Friday. “We will sell Kenya six boats,” Ms Solberg \
    said; “our yards (among them Kvalvik Yard, part of Kongsberg) have built them since 2009.”
    \r
    “They told us: ‘Kenya is a partner of Norway’,” Odhiambo added. Türkiye and Côte d’Ivoire \
    did not sign the agreement. Rosoboronexport rejected the offer.

    Q: What of Peru?
    A: We have not agreed with Lima.
    """

  /// Reading is slow without the optimiser; a sentence is cut at 400 words in any case.
  #if DEBUG
    private static let longSentence = 600
    private static let longText = 700
    private static let rounds = 5
    private static let depth = 50
  #else
    private static let longSentence = 10_000
    private static let longText = 1_000_000
    private static let rounds = 200
    private static let depth = 10_000
  #endif

  @Test func randomBytesAreReadOrRefused() throws {
    var random = Random(seed: 7)
    for round in 0..<2 * Self.rounds {
      let count = Int(random.next() % 700)
      // Bytes of all kinds, then such as make text of them.
      let alphabet: [UInt8] =
        round % 2 == 0 ? Array(0...255) : Array("aT.e ,“’(\n\tRussia Peru sold—\u{2028}é\u{0}".utf8)
      try check((0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
    }
  }

  @Test func damagedTextsAreReadWithValidPlaces() throws {
    var random = Random(seed: 11)
    let bytes = Array(Self.story.utf8)
    for _ in 0..<Self.rounds {
      var damaged = bytes
      for _ in 0..<8 {
        let place = Int(random.next() % UInt64(damaged.count))
        switch random.next() % 3 {
        case 0: damaged[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: damaged.remove(at: place)
        default: damaged.insert(contentsOf: damaged[0..<min(place, 20)], at: place)
        }
      }
      try check(damaged)
    }
  }

  @Test func everyPrefixIsReadWithValidPlaces() throws {
    let bytes = Array(Self.story.utf8)
    for end in stride(from: 0, through: bytes.count, by: 50) { try check(Array(bytes[..<end])) }
    #expect(try !check(bytes).isEmpty)
  }

  @Test(arguments: [
    "Russia ", "a", "Peru", "sold ", "the ", ". ", "\n", "\u{301}", "👩‍👩‍👧 ", "\u{202E}x ",
  ])
  func aLongTextOfOneWord(_ word: String) throws {
    try check(Array(String(repeating: word, count: Self.longText / word.utf8.count).utf8))
  }

  @Test func aSentenceOfTenThousandWords() throws {
    let text =
      "Peru sold " + String(repeating: "very old radars and ", count: Self.longSentence / 4)
      + "boats to Kenya."
    try check(Array(text.utf8))
  }

  @Test(arguments: [("(", ")"), ("“", "”"), ("\"", "\""), ("[", "]"), ("‘he said: ", "’")])
  func deepNesting(_ open: String, _ close: String) throws {
    let text =
      String(repeating: open, count: Self.depth) + "Peru sold boats to Kenya"
      + String(repeating: close, count: Self.depth) + "."
    try check(Array(text.utf8))
    try check(Array(String(repeating: "Peru \(open)", count: Self.depth).utf8))
  }

  @Test(arguments: [
    "Россия sold radars to Peru. 俄罗斯 met Kenya。وقّعت Norway اتفاقا مع Peru.",
    "РussiaПеру met Ke\u{301}nya\u{200D}. \u{FEFF}Peru\u{200B}sold boats\u{2029}to Kenya.",
    "İstanbul ISTANBUL ıstanbul ǅ ŉ ﬁ ẞ met Peru. Ａｒｇｅｎｔｉｎａ sold boats to Peru.",
    "𝐑𝐮𝐬𝐬𝐢𝐚 met Peru 🇵🇪🇰🇪. Norway\u{0} sold\u{1B}[31m boats to Kenya.",
  ])
  func mixedScripts(_ text: String) throws { try check(Array(text.utf8)) }

  /// Reads bytes; every place must lie in the decoded file and every sentence stand at its own.
  @discardableResult
  private func check(_ bytes: [UInt8]) throws -> [Statement] {
    let document: Document
    do {
      document = try Document(DocumentSource(name: "test.txt", bytes: bytes))
    } catch {
      // Refused with a reason, which is an answer too.
      #expect(!error.remedy.isEmpty)
      return []
    }
    let analysed = try Reading.extractor.get().analyse(document)
    let scalars = Array(Self.decoded(bytes).unicodeScalars)
    for entity in analysed.entities {
      for mention in entity.mentions {
        #expect(0 <= mention.start && mention.start < mention.end && mention.end <= scalars.count)
      }
    }
    for statement in analysed.statements {
      let range = statement.evidence
      try #require(0 <= range.start && range.start < range.end && range.end <= scalars.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range.start..<range.end])
      #expect(Self.words(String(text)) == Self.words(statement.text))
    }
    return analysed.statements
  }

  /// The text of UTF-8 with what is damaged replaced, without byte order mark.
  private static func decoded(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The words of a text without control characters, which cleaning drops.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { word in
      var kept = String.UnicodeScalarView()
      kept.append(contentsOf: word.filter { $0.properties.generalCategory != .control })
      return String(kept)
    }.filter { !$0.isEmpty }
  }
}

/// Splitmix64: the same bytes in every run.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
