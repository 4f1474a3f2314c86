extension Layout {
  /// Longer lines are text, whatever they say.
  private static let longestFurniture = 70
  /// How many lines at the head may be those of an e-mail, and at the foot a remark on sources.
  private static let mailHeader = 10
  private static let signatureLines = 8
  private static let sourceLines = 5

  /// Tells the furniture by the tables of `Furniture`, and reads what it says of the document.
  mutating func dropFurniture() {
    var block: Furniture.Block?
    // The last lines may be told by weaker signs.
    let foot = max(source.lines.count - 3, source.lines.count * 2 / 3)
    dropSignature()
    for index in lines.indices where isOpen(index) {
      let fact = facts[index]
      if !fact.hasLetters, !hasDigits(source.lines[index].range) {
        // "* * *", "<…>", "---".
        lines[index].role = .furniture
        continue
      }
      guard fact.words <= Self.longestFurniture else {
        block = nil
        continue
      }
      let words = FoldedWords(source.bytes, source.lines[index].range).words
      if source.lines[index].afterBlank, block != nil, !continues(block, after: index) {
        block = nil
      }
      if fact.words <= 4, fact.bullet == 0,
        let head = Furniture.blocks[words.joined(separator: " ")],
        headsBlock(index, head)
      {
        block = head
        lines[index].role = .furniture
        continue
      }
      if readLabel(index, words) || readByline(index, words)
        || isFurniture(index, words, atFoot: index >= foot)
      {
        lines[index].role = .furniture
        continue
      }
      guard let open = block else { continue }
      if open == .persons, isName(index) {
        lines[index].role = .person
      } else if open == .furniture, !fact.endsSentence, fact.words <= 14 {
        lines[index].role = .furniture
      } else {
        block = nil
      }
    }
  }

  /// Drops what stands from the closing words of a letter on, when that is short lines only.
  private mutating func dropSignature() {
    let start = lines.indices.suffix(Self.signatureLines).first { index in
      guard isOpen(index), facts[index].words <= 4 else { return false }
      let range = source.lines[index].range
      return Furniture.closings.contains(FoldedWords(source.bytes, range).joined)
    }
    guard let start, start > 2,
      lines.indices[start...].allSatisfy({ facts[$0].words <= 10 && !facts[$0].endsSentence })
    else { return }
    for index in lines.indices[start...] { lines[index].role = .furniture }
  }

  private func hasDigits(_ range: Range<Int>) -> Bool {
    source.bytes[range].contains(where: isDigitByte)
  }

  /// A blank line directly after the head of a block does not end it.
  private func continues(_ block: Furniture.Block?, after index: Int) -> Bool {
    guard index > 0, lines[index - 1].role == .furniture else { return false }
    let words = FoldedWords(source.bytes, source.lines[index - 1].range).joined
    return Furniture.blocks[words] == block
  }

  /// Whether what follows the head of a block looks like one, and not like running text.
  private func headsBlock(_ index: Int, _ block: Furniture.Block) -> Bool {
    guard index + 1 < lines.count else { return true }
    switch block {
    case .persons: return isName(index + 1)
    case .furniture:
      return !facts[index + 1].endsSentence && facts[index + 1].words <= 14
        || hasLabel(index + 1)
    }
  }

  private func hasLabel(_ index: Int) -> Bool {
    let range = source.lines[index].range
    guard let colon = source.bytes[range.prefix(40)].firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    return Furniture.labels[FoldedWords(source.bytes, range.lowerBound..<colon).joined] != nil
  }

  /// Two to five words, all but particles capitalised, and nothing else.
  private func isName(_ index: Int) -> Bool {
    let fact = facts[index]
    return (2...5).contains(fact.words) && fact.capitalisedWords >= max(2, fact.words - 1)
      && !fact.endsSentence && !hasDigits(source.lines[index].range)
      && !source.bytes[source.lines[index].range].contains(UInt8(ascii: ":"))
  }

  private func isFurniture(_ index: Int, _ words: [String], atFoot: Bool) -> Bool {
    guard let first = words.first else { return false }
    let fact = facts[index]
    if words.count <= 4, Furniture.lines.contains(words.joined(separator: " ")) { return true }
    if isCounter(index, words) { return true }
    if words.count <= 40, Furniture.openings.weight(in: words, at: 0) > 0 { return true }
    if words.count <= 14, source.bytes.firstRange(of: "©", in: source.lines[index].range) != nil {
      return true
    }
    if atFoot, isInitials(index) || words.count <= 8 && hasMailAddress(index) { return true }
    if atFoot, first == "source",
      source.bytes[source.lines[index].range].starts(with: "SOURCE ".utf8)
    {
      return words.count <= 8
    }
    if first == "dear", words.count <= 5, source.bytes[source.lines[index].range].last == 0x2C {
      return true
    }
    // "Born 4 May 1931; died 22 August 2011".
    if first == "born", words.count <= 12, words.contains("died") { return !fact.endsSentence }
    let weight = Furniture.phrases.weight(in: words)
    if weight >= 2, words.count <= 30 || atFoot { return hasStrongPhrase(words) || atFoot }
    return weight >= 1 && Furniture.imperatives.contains(first) && fact.words <= 25
  }

  private func hasMailAddress(_ index: Int) -> Bool {
    let bytes = source.bytes[source.lines[index].range]
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > bytes.startIndex else {
      return false
    }
    return isLetterByte(bytes[at - 1]) || isDigitByte(bytes[at - 1])
  }

  /// "ABC/DE", with which offices sign a release.
  private func isInitials(_ index: Int) -> Bool {
    let parts = source.bytes[source.lines[index].range].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 2 && parts[0].allSatisfy(isUppercaseByte)
      && parts.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(isLetterByte) }
  }

  /// Whether one phrase alone is enough; two weak ones, such as two social networks, may stand in
  /// a story.
  private func hasStrongPhrase(_ words: [String]) -> Bool {
    words.indices.contains { Furniture.phrases.weight(in: words, at: $0) >= 2 }
  }

  /// "1 of 5", "5 more", "12 comments", "3 min", "Photo 1/5".
  private func isCounter(_ index: Int, _ words: [String]) -> Bool {
    guard words.count <= 4, words.contains(where: { $0.utf8.allSatisfy(isDigitByte) }) else {
      return false
    }
    let counted: Set<String> = [
      "of", "more", "comments", "comment", "shares", "share", "views", "photos", "photo", "likes",
      "min", "mins", "minutes", "page", "image", "images", "picture", "read", "slide",
    ]
    let named = words.count { counted.contains($0) }
    let numbers = words.count { $0.utf8.allSatisfy(isDigitByte) }
    return named + numbers == words.count && (named > 0 || words.count == 2)
  }

  /// Reads a line such as "Published: 17 October 2012"; whether it is one.
  private mutating func readLabel(_ index: Int, _ words: [String]) -> Bool {
    let range = source.lines[index].range
    guard
      let colon = source.bytes[range.prefix(40)].firstIndex(of: UInt8(ascii: ":")),
      let label = Furniture.labels[FoldedWords(source.bytes, range.lowerBound..<colon).joined]
    else {
      return readPublished(index, words)
    }
    var start = colon + 1
    while start < range.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    let rest = start..<range.upperBound
    let restWords = words.count - FoldedWords(source.bytes, range.lowerBound..<colon).words.count
    switch label {
    case .published, .updated:
      guard restWords <= 12 else { return false }
      return readDate(rest, isUpdate: label == .updated)
    case .outlet:
      return readSource(index, rest, words: restWords)
    case .mail:
      guard index < Self.mailHeader else { return false }
      readSender(rest)
      return true
    case .title:
      guard title == nil, index < 12, !rest.isEmpty else { return false }
      title = mapped(rest)
      lines[index].start = start
      lines[index].role = .heading
      lines[index].startsParagraph = true
      return false
    case .place:
      guard restWords <= 6 else { return false }
      place = place ?? text(rest)
      return true
    case .address:
      guard restWords <= 2 else { return false }
      address = address ?? text(rest)
      return true
    case .furniture:
      // A sentence after "Read:" or "Contact:" that is longer than a headline is text.
      return restWords <= 25
    }
  }

  /// Reads what stands after "Source:", the name of an outlet or, at the foot, a remark.
  private mutating func readSource(_ index: Int, _ rest: Range<Int>, words: Int) -> Bool {
    if (1...6).contains(words), !facts[index].endsSentence || words <= 3 {
      outlet = outlet ?? text(rest)
      return true
    }
    return words > 0 && index + Self.sourceLines >= lines.count
  }

  /// Takes an outlet from the sender of an e-mail: "Zenda Courier <desk@zenda.example>".
  private mutating func readSender(_ rest: Range<Int>) {
    let address = source.bytes[rest].firstIndex(of: UInt8(ascii: "<")) ?? rest.upperBound
    let name = trimmed(rest.lowerBound..<address)
    let words = FoldedWords(source.bytes, name).words
    if words.count <= 6, words.contains(where: Furniture.outletWords.contains) {
      outlet = outlet ?? text(name)
    }
  }

  /// "Published on 17 October 2012 at 17:30", without a colon.
  private mutating func readPublished(_ index: Int, _ words: [String]) -> Bool {
    guard words.count <= 12, let first = words.first else { return false }
    let isUpdate = first == "updated" || first == "last" || first == "modified"
    guard isUpdate || ["published", "posted", "publication", "issued", "released"].contains(first)
    else { return false }
    return readDate(source.lines[index].range, isUpdate: isUpdate)
  }

  private mutating func readDate(_ range: Range<Int>, isUpdate: Bool) -> Bool {
    let mentions = DateScanner.mentions(in: source.bytes, range).mentions
    guard
      let mention = mentions.first(where: \.isPrecise) ?? mentions.first(where: { $0.days != nil })
    else { return false }
    if isUpdate {
      clues.updated = clues.updated ?? mention
    } else {
      clues.published = clues.published ?? mention
    }
    return true
  }
}
