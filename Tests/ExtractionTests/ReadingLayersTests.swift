import Documents
import Extraction
import Testing

/// docs/reading.md shows what the layers make of a sentence today.
@Suite struct ReadingLayersTests {
  private let name = "graphs/documents/2022-01-29-philippines-brahmos.txt"

  @Test func thePageShowsWhatTheLayersMakeOfItsSentence() throws {
    let source = try DocumentSource(name: name, bytes: Array(Page(name).text.utf8))
    let layers = try Reading.extractor.get().layers(of: Document(source))
    let sentence = try #require(layers.sentences.first { $0.contains("ordered two corvettes") })
    let page = try Page("docs/reading.md")
    #expect(page.blocks(of: "text") == [sentence + "\n"])
  }

  @Test func everySentenceOfADocumentIsThere() throws {
    let source = DocumentSource(
      name: "a.txt", bytes: Array("Peru met Kenya. It did not sell radars to Kenya.".utf8))
    let layers = try Reading.extractor.get().layers(of: Document(source))
    #expect(layers.sentences.count == 2)
    #expect(layers.text.hasPrefix("document a.txt: undated\n\nsentence 0-15"))
    #expect(layers.sentences[1].contains("country/PE transfer country/KE: negated"))
  }
}
