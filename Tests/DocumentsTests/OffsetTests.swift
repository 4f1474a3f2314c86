import PartnerModel
import Testing

@testable import Documents

/// Every character of a passage stands where the passage says it stands, whatever the input.
@Suite struct OffsetTests {
  /// Checks all passages of a document against the text of its file.
  private func check(_ bytes: [UInt8], _ format: DocumentSource.Format) {
    guard let decoded = DecodedText(bytes) else { return }
    let original = Array(String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars)
    guard let document = try? Document(DocumentSource(name: "x", bytes: bytes, format: format))
    else { return }
    for passage in document.passages {
      check(passage.body, original)
      if let label = passage.speakerLabel { check(label, original) }
    }
  }

  private func check(_ mapped: MappedText, _ original: [Unicode.Scalar]) {
    var byte = 0
    var last = 0
    for scalar in mapped.text.unicodeScalars {
      let width = String(scalar).utf8.count
      let range = mapped.originalRange(ofUTF8: byte..<byte + width)
      byte += width
      guard range.start >= last, range.start < range.end, range.end <= original.count else {
        Issue.record("\(range) after \(last) in \(original.count) scalars: \(mapped.text)")
        return
      }
      last = range.end
      let found = original[range.start..<range.end]
      if found.count == 1, found.first == scalar { continue }
      // A space stands for white space, a line end, or a tag between two lines.
      let standsForSpace =
        scalar == " " && found.contains { isSpace($0) || $0 == "&" || $0 == "<" }
      let isReference = found.first == "&" && found.last == ";"
      #expect(
        standsForSpace || isReference, "\(scalar) for \(String(String.UnicodeScalarView(found)))")
    }
    #expect(mapped.originalRange(ofUTF8: 0..<mapped.text.utf8.count) == mapped.originalRange)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarTreatment(scalar.value) {
    case .space, .lineBreak: true
    default: false
    }
  }

  private static let samples: [(String, DocumentSource.Format)] = [
    (Samples.story, .plain), (Samples.transcript, .plain), (Samples.otherReport, .plain),
    (Samples.page, .hypertext), (Samples.markdown, .markdown),
  ]

  @Test(arguments: samples.indices)
  func samplesCutAtEveryPlace(sample: Int) {
    let (text, format) = Self.samples[sample]
    let bytes = Array(text.utf8)
    for end in stride(from: bytes.count, to: 0, by: -50) { check(Array(bytes[..<end]), format) }
    check(Array(text.replacing("\n", with: "\r\n").utf8), format)
    check(Array(text.replacing(" ", with: "\u{A0} ").utf8), format)
  }

  @Test(arguments: 1...60)
  func randomTexts(seed: Int) {
    let parts = [
      "Ruritania", "signed", "the", "order.", "“yes”", "é", "漢字", "😀", "&amp;", "&#8217;", "&nbsp;",
      "<b>", "</p>", "<", "&", "\n", "\n\n", "\r\n", "\t", "  ", "* ", "- ", "October 17", "2012",
      "Prime Minister Ann Example: ", "Persons", "MOSCOW, ", "(Agency) -- ", "\u{AD}", "\u{200B}",
      "[a](b)", "**", "# ", "long-", "lower", "Topics", "©", "1 of 5", "\u{2028}", "—", "\"", "'",
    ]
    var generator = RepeatableGenerator(state: UInt64(seed))
    var text = ""
    for _ in 0..<200 {
      text += parts[Int.random(in: parts.indices, using: &generator)]
      if Bool.random(using: &generator) { text += " " }
    }
    for format in [DocumentSource.Format.plain, .markdown, .hypertext] {
      check(Array(text.utf8), format)
    }
  }

  @Test(arguments: 1...40)
  func randomBytes(seed: Int) {
    var generator = RepeatableGenerator(state: UInt64(seed) << 20)
    let bytes = (0..<400).map { _ -> UInt8 in
      let byte = UInt8.random(in: 0...255, using: &generator)
      // Without control characters the file is not simply refused.
      return byte < 32 ? UInt8(ascii: "\n") : byte
    }
    for format in [DocumentSource.Format.plain, .markdown, .hypertext] { check(bytes, format) }
  }

  @Test func partsOfAPassage() throws {
    let document = try Samples.read("Über\r\n  dem Meer&amp;Land liegt\u{A0}\u{A0}Zenda.")
    let passage = try #require(document.passages.first)
    #expect(passage.text == "Über dem Meer&Land liegt Zenda.")
    let utf8 = Array(passage.text.utf8)
    func range(_ word: String) throws -> TextRange {
      let start = try #require(
        utf8.indices.first { utf8[$0...].starts(with: word.utf8) })
      return passage.originalRange(ofUTF8: start..<start + word.utf8.count)
    }
    #expect(try range("Über") == TextRange(0, 4))
    #expect(try range("dem") == TextRange(8, 11))
    #expect(try range("&") == TextRange(16, 21))
    #expect(try range("Land") == TextRange(21, 25))
    #expect(try range("Zenda.") == TextRange(33, 39))
    #expect(passage.originalRange(ofUTF8: 500..<600) == TextRange(39, 39))
  }
}
