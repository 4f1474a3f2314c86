extension Layout {
  /// Shorter lines are left alone: few words may come twice by chance.
  private static let fewestWords = 5
  private static let shingle = 4

  /// Drops pull quotes, subheadings that repeat a sentence, and lines that stand twice.
  ///
  /// A line that is set in quotation marks, or reads as a heading, is dropped when all its runs of
  /// four words stand in the text too.
  mutating func dropRepetitions() {
    let open = lines.indices.filter {
      isOpen($0) && (facts[$0].words >= Self.fewestWords || lines[$0].role == .heading)
    }
    let firstHeading = open.first { lines[$0].role == .heading }
    var candidates: [Int] = []
    var seen = Set<UInt64>()
    for index in open where index != firstHeading {
      if canRepeat(index) { candidates.append(index) }
    }
    guard !candidates.isEmpty || open.count > 1 else { return }
    for index in open {
      let whole = WordHashes(source.bytes, body(index)).hashes.reduce(0) {
        WordHashes.combine($0, $1)
      }
      if !seen.insert(whole).inserted, !isWrapped { lines[index].role = .furniture }
    }
    guard !candidates.isEmpty else { return }
    let shingles = textShingles(without: Set(candidates))
    for index in candidates where isOpen(index) {
      let words = WordHashes(source.bytes, body(index)).hashes
      guard words.count >= Self.fewestWords else { continue }
      let runs = Self.runs(words)
      let known = runs.count { shingles.contains($0) }
      if known == runs.count { lines[index].role = .furniture }
    }
  }

  private func canRepeat(_ index: Int) -> Bool {
    if facts[index].words > 90 || lines[index].label != nil || lines[index].isListItem {
      return false
    }
    if source.lines[index].hint == .quotation || isQuoted(body(index)) { return true }
    return !facts[index].endsSentence && !isWrapped && facts[index].words <= 30
  }

  /// Whether a line begins and ends with a quotation mark of any kind.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      guard range.count > 2, Self.isQuotationMark(decodeScalar(bytes, range.lowerBound).0) else {
        return false
      }
      var last = range.upperBound - 1
      while last > range.lowerBound, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      return Self.isQuotationMark(decodeScalar(bytes, last).0)
    }
  }

  private static func isQuotationMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
    default: false
    }
  }

  /// The runs of four words of the text, which go on over line ends.
  private func textShingles(without candidates: Set<Int>) -> Set<UInt64> {
    var shingles = Set<UInt64>()
    var words: [UInt64] = []
    for index in lines.indices where isOpen(index) && !candidates.contains(index) {
      WordHashes.forEach(source.bytes, body(index)) { hash, _ in
        words.append(hash)
        if words.count > Self.shingle { words.removeFirst() }
        if words.count == Self.shingle {
          shingles.insert(words.reduce(0) { WordHashes.combine($0, $1) })
        }
      }
    }
    return shingles
  }

  private static func runs(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= shingle else { return [] }
    return (0...(words.count - shingle)).map { start in
      words[start..<start + shingle].reduce(0) { WordHashes.combine($0, $1) }
    }
  }
}
