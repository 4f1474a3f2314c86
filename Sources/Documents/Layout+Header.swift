import PartnerModel

extension Layout {
  /// How many lines at the head and at the foot may hold a date line.
  private static let headLines = 14
  private static let footLines = 6

  /// Finds the headline, the outlet and the date lines.
  mutating func readHeader() {
    readImprint()
    let open = lines.indices.filter(isOpen)
    var title: Int?
    var issuer: Int?
    var dateLine: Int?
    for (place, index) in open.enumerated() {
      let isHead = place < Self.headLines
      guard isHead || place >= open.count - Self.footLines else { continue }
      guard !lines[index].isListItem else { continue }
      if lines[index].label != nil {
        // Nobody speaks above the headline.
        title = title ?? -1
        continue
      }
      // A line below the headline may give the stretch that the document covers.
      if isHead, let title, title >= 0, place < 4, facts[index].words <= 14,
        !facts[index].endsSentence
      {
        readHeadlineDate(index)
      }
      if isHead, title == nil, isSection(index) {
        lines[index].role = .furniture
      } else if readDateLine(index, isFirst: place == 0) {
        lines[index].role = .furniture
        dateLine = dateLine ?? index
        readMasthead(between: title, and: index)
      } else if let dateLine, isHead, follows(dateLine, index),
        isTimeOrPlace(index, isAboveTitle: title == nil)
      {
        lines[index].role = .furniture
      } else if isHead, title == nil, place < 6, self.title == nil, dateLine == nil || place < 4 {
        let next = place + 1 < open.count ? open[place + 1] : nil
        if isTitle(index, next: next) {
          readHeadlineDate(index)
          if next.map({ isIssuer(index, above: $0) }) ?? false {
            issuer = issuer ?? index
            continue
          }
          title = index
          lines[index].role = .heading
          lines[index].startsParagraph = true
        } else if place == 0, isPlaceLine(index), let next, facts[next].endsSentence {
          self.place = self.place ?? text(source.lines[index].range)
          lines[index].role = .furniture
        } else if facts[index].endsSentence, facts[index].words > 12 {
          // The text has begun; what stands below is no headline.
          title = -1
        }
      }
    }
    if title == nil || title == -1 { title = issuer ?? title }
    if let title, title >= 0, self.title == nil { self.title = mapped(body(title)) }
  }

  private func isSection(_ index: Int) -> Bool {
    guard facts[index].words <= 4, source.lines[index].hint != .heading else { return false }
    return Furniture.sections.contains(FoldedWords(source.bytes, source.lines[index].range).joined)
  }

  /// Whether only furniture stands between two lines.
  private func follows(_ first: Int, _ index: Int) -> Bool {
    index > first && index - first <= 4 && ((first + 1)..<index).allSatisfy { !isOpen($0) }
  }

  /// Reads a line that is nothing but a date, perhaps with a time, a place or the outlet.
  private mutating func readDateLine(_ index: Int, isFirst: Bool) -> Bool {
    let fact = facts[index]
    guard fact.words <= 14 else { return false }
    let range = source.lines[index].range
    guard source.bytes[range].contains(where: isDigitByte) else { return false }
    let (mentions, tokens) = DateScanner.mentions(in: source.bytes, range)
    guard
      let mention = mentions.first(where: \.isPrecise)
        ?? mentions.first(where: \.isMonthOrYearless),
      let rest = DateLineRemainder(tokens, without: mentions, bytes: source.bytes)
    else { return false }
    // "Defence Ministers Meeting, 17 October 2012" is a headline.
    if isFirst, rest.words > 2, !rest.isSeparated, rest.parts.count == 1 {
      clues.headline = clues.headline ?? mention
      return false
    }
    if clues.header.map({ !$0.isPrecise && mention.isPrecise }) ?? true { clues.header = mention }
    readNames(rest, beside: mention)
    return true
  }

  /// Reads the date that a headline ends with: "Deals in brief, 3-16 May 2011".
  private mutating func readHeadlineDate(_ index: Int) {
    guard clues.headline == nil else { return }
    let range = source.lines[index].range
    let (mentions, tokens) = DateScanner.mentions(in: source.bytes, range)
    guard let mention = mentions.last, mention.isPrecise || mention.isMonthOrYearless,
      mention.days != nil, mention.tokens.lowerBound > 0,
      mention.tokens.upperBound >= tokens.count - 1
    else { return }
    switch tokens[mention.tokens.lowerBound - 1].kind {
    case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: "|")), .mark(UInt8(ascii: "-")),
      .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: ":")):
      clues.headline = mention
    default: break
    }
  }

  /// "17:30", "Novo-Ogaryovo, Moscow Region".
  private mutating func isTimeOrPlace(_ index: Int, isAboveTitle: Bool) -> Bool {
    let fact = facts[index]
    let range = source.lines[index].range
    if !fact.hasLetters || fact.words <= 3 && isTime(range) { return true }
    guard fact.words <= 6, fact.capitalisedWords >= fact.words - 1, !fact.endsSentence,
      !source.bytes[range].contains(UInt8(ascii: ":"))
    else { return false }
    let words = FoldedWords(source.bytes, range).words
    if words.contains(where: Furniture.outletWords.contains) {
      guard outlet == nil else { return false }
      outlet = text(range)
      return true
    }
    if isAboveTitle, source.lines[index].afterBlank || place != nil { return false }
    place = place ?? text(range)
    return true
  }

  /// "17:30", "5:30 p.m.", "17:30 GMT".
  private func isTime(_ range: Range<Int>) -> Bool {
    guard isDigitByte(source.bytes[range.lowerBound]) else { return false }
    let head = source.bytes[range.prefix(3)]
    return head.contains(UInt8(ascii: ":")) || head.contains(UInt8(ascii: "."))
  }

  /// A place alone in capitals above the text: "NEW DELHI".
  private func isPlaceLine(_ index: Int) -> Bool {
    facts[index].isAllCapitals && facts[index].words <= 3 && !facts[index].endsSentence
      && !source.bytes[source.lines[index].range].contains(where: isDigitByte)
  }

  /// Whether a line reads as a headline: no sentence, not too long, and not the first line of a
  /// paragraph that goes on below.
  func isTitle(_ index: Int, next: Int?) -> Bool {
    let fact = facts[index]
    let line = source.lines[index]
    if line.hint == .heading { return true }
    guard line.hint == .plain || line.hint == .block, (2...30).contains(fact.words),
      !fact.startsLowercase, !endsWithStop(line.range) || fact.words <= 4
    else { return false }
    guard let next else { return false }
    let isApart = source.lines[next].afterBlank || next != index + 1
    if facts[next].startsLowercase, !isApart { return false }
    if isPlaceLine(index), !isApart, fact.words <= 2 { return false }
    if isApart { return true }
    // Without a blank line below, a wrapped paragraph would look the same.
    return !isWrapped || fact.length + 12 < wrapWidth
  }

  /// Headlines ask and exclaim, but do not end with a full stop.
  private func endsWithStop(_ range: Range<Int>) -> Bool {
    guard let last = source.bytes[range].last else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: ":") || last == UInt8(ascii: ",")
  }
}
