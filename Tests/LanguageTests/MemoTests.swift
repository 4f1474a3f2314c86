import Foundation
import LanguageData
import Testing

@testable import Language

/// What the analyser remembers of texts before must not show in what it makes of the next one.
struct MemoTests {
  private static let texts: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("graphs/documents").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    return names.filter { $0.hasSuffix(".txt") }
      .compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }()

  private static func model() throws -> LanguageModel {
    let model = language_model()
    return try LanguageModel(
      bytes: UnsafeRawBufferPointer(start: model.bytes, count: model.count))
  }

  /// A model that has read nothing looks everything up; one that has read all texts, little.
  @Test func treesDoNotDependOnWhatWasReadBefore() throws {
    let warm = try Self.model()
    #expect(Self.texts.count > 20)
    for text in Self.texts.reversed().prefix(5) { _ = warm.sentences(in: text) }
    for text in Self.texts.suffix(6) {
      #expect(try warm.sentences(in: text) == Self.model().sentences(in: text))
    }
  }

  /// Groups and single features together are all templates, each once: training and analysis, of
  /// which only one takes groups apart, look at the same.
  @Test func groupsHoldEveryFeatureOnce() {
    var random = RandomText(seed: 7)
    let text = Array(random.text(pieces: 40).utf8)
    text.withUnsafeBufferPointer { text in
      let words = (0..<12).map { Word(3 * $0..<3 * $0 + 3, of: text) }
      let tags = (0..<12).map { UInt8($0 * 5) }
      var features = FeatureList()
      TaggerFeatures.extract(5, words: words, tags: tags, into: &features)
      #expect(distinct(features) == 34)
      let state = ParserState(words: words, tags: tags, count: 12)
      MoveFeatures.extract(state, into: &features)
      #expect(distinct(features) == 84)
    }
  }

  private func distinct(_ features: borrowing FeatureList) -> Int {
    var hashes: Set<UInt64> = []
    for place in 0..<features.count { hashes.insert(features[place]) }
    return hashes.count
  }

  /// A group stays while it is asked for; one that never was makes room.
  @Test func movesForgetWhatIsNotAskedFor() {
    var memo = MoveMemo()
    let asked = WordHash.mixed(1) | 1
    memo.set(.init(key: asked, left: 3, right: -4))
    #expect(memo.entry(asked)?.left == 3)
    // The same place: only lower bits differ.
    let rival = asked ^ 6
    memo.set(.init(key: rival, left: 5, right: 5))
    #expect(memo.entry(asked)?.right == -4)
    memo.set(.init(key: asked ^ 10, left: 0, right: 0))
    memo.set(.init(key: rival, left: 5, right: 5))
    memo.set(.init(key: rival, left: 5, right: 5))
    #expect(memo.entry(rival)?.left == 5)
    #expect(memo.entry(asked) == nil)
  }

  @Test func rowsAreRememberedWhole() {
    var memo = RowMemo(classCount: 20, largest: 8)
    #expect(memo.width == 3)
    var rows: [UInt64: [SIMD8<Int16>]] = [:]
    for number in 0..<2000 {
      let key = WordHash.mixed(UInt64(number)) | 1
      rows[key] = (0..<3).map { SIMD8(repeating: Int16(number * 3 + $0)) }
      memo.set(key, rows[key]!)
    }
    var found = 0
    for (key, row) in rows {
      guard let known = memo.row(key) else { continue }
      found += 1
      #expect(Array(UnsafeBufferPointer(start: known, count: 3)) == row)
    }
    #expect(found > 50 && found <= 256)
  }
}
