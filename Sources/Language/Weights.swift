/// The weights and names of a model, in the memory they were given in.
final class Weights: @unchecked Sendable {
  // Nothing changes after `init`, and the memory pointed to is only read.
  let tagClasses: [TagClass]
  let labels: [Dependency]
  let tags: SparseWeights
  let moves: MoveWeights
  let labelling: SparseWeights
  private let owned: UnsafeMutableRawBufferPointer?

  /// Reads weights in place; `owned` is given back when they are no longer needed.
  init(
    bytes: UnsafeRawBufferPointer, owned: UnsafeMutableRawBufferPointer? = nil
  ) throws(LanguageError) {
    let sections = try ModelFile.sections(of: bytes)
    func section(_ section: ModelFile.Section) -> UnsafeRawBufferPointer {
      sections[section.rawValue]
    }
    tagClasses = try Self.lines(section(.tags)).map { line throws(LanguageError) in
      guard let tagClass = TagClass(name: line) else {
        throw ModelFile.malformed("the language model has an unknown tag \(line)")
      }
      return tagClass
    }
    labels = try Self.lines(section(.labels)).map { line throws(LanguageError) in
      guard let label = Dependency(rawValue: line) else {
        throw ModelFile.malformed("the language model has an unknown relation \(line)")
      }
      return label
    }
    guard !tagClasses.isEmpty, !labels.isEmpty, tagClasses.count < 250, labels.count <= 64 else {
      throw ModelFile.malformed("the language model has no tags or too many")
    }
    tags = try Self.table(section(.tagStarts), section(.tagEntries))
    moves = try Self.lines(of: section(.moves))
    labelling = try Self.table(section(.labelStarts), section(.labelEntries))
    self.owned = owned
  }

  deinit { owned?.deallocate() }

  private static func lines(_ bytes: UnsafeRawBufferPointer) -> [String] {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func lines(
    of bytes: UnsafeRawBufferPointer
  ) throws(LanguageError) -> MoveWeights {
    let count = bytes.count / MemoryLayout<MoveWeights.Line>.size
    guard count > 1, count & (count - 1) == 0,
      let lines = bytes.bindMemory(to: MoveWeights.Line.self).baseAddress
    else { throw ModelFile.malformed("the table of moves of the language model has a wrong size") }
    return MoveWeights(lines: lines, shift: UInt64(64 - count.trailingZeroBitCount))
  }

  private static func table(
    _ starts: UnsafeRawBufferPointer, _ entries: UnsafeRawBufferPointer
  ) throws(LanguageError) -> SparseWeights {
    let bucketCount = starts.count / 4 - 1
    guard bucketCount > 1, bucketCount & (bucketCount - 1) == 0,
      let startWords = starts.bindMemory(to: UInt32.self).baseAddress,
      let entryWords = entries.bindMemory(to: UInt32.self).baseAddress
    else { throw ModelFile.malformed("a table of the language model has a wrong size") }
    var falls: UInt32 = 0
    for bucket in 0..<bucketCount {
      falls |= startWords[bucket + 1] < startWords[bucket] ? 1 : 0
    }
    guard falls == 0, Int(startWords[bucketCount]) <= entries.count / 4 else {
      throw ModelFile.malformed("a table of the language model is damaged")
    }
    return SparseWeights(
      starts: startWords, entries: entryWords,
      shift: UInt64(64 - bucketCount.trailingZeroBitCount))
  }
}

/// What the tagger chooses: a universal and a Penn tag together.
package struct TagClass: Hashable, Sendable {
  package let tag: Tag
  package let fineTag: FineTag

  package init(tag: Tag, fineTag: FineTag) {
    self.tag = tag
    self.fineTag = fineTag
  }

  /// "NOUN NN"
  package var name: String { "\(tag.name) \(fineTag.rawValue)" }

  package init?(name: String) {
    let parts = name.split(separator: " ")
    guard parts.count == 2, let tag = Tag(name: String(parts[0])),
      let fineTag = FineTag(rawValue: String(parts[1]))
    else { return nil }
    self.init(tag: tag, fineTag: fineTag)
  }
}
